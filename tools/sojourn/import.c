#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>

#include "import.h"
#include "sheet_child.h"

#define ROWS_MAX	20000
#define COLUMNS_MAX	64	/* more than any kind of file has */

static int	import_run(struct cli *, int, char **);

const struct command cmd_import = {
	.name = "import",
	.summary = N_("courses, people or the calendar of a term from a file"),
	.usage = "import courses|people|calendar FILE --term TERM [--dry-run]",
	.help = N_("FILE is a CSV or an XLSX with a row of headings; "
	    "sojourn(8) lists the columns. Each row is taken wholly or not at "
	    "all and reported: new, changed, same or error. The same file "
	    "again changes nothing. --dry-run reports the same and writes "
	    "nothing. Ends with 1 when a row has an error."),
	.run = import_run,
};

/* One file on its way in. */
struct import {
	const struct import_kind *kind;
	const char	*term;
	int		 dry;
	char		 zone[64];
	struct sheet	*sheet;
	struct table_column *columns;
	struct table	*table;
	json_t		*rows;		/* those without a problem of their own */
	GHashTable	*about;		/* row number → what it is about */
	size_t		 counts[4];	/* new, changed, same, error */
};

static const char *const outcomes[4] = { "new", "changed", "same", "error" };

static const char *
translate(void *arg, const char *english)
{
	struct cli *cli = arg;

	return T(cli, english);
}

/* The file's bytes, the caller's; NULL after saying why. */
static void *
slurp(struct cli *cli, const char *path, size_t *size)
{
	struct stat st;
	char *bytes = NULL;
	ssize_t n = -1;
	int fd;

	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd != -1 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size <= (off_t)sheet_limits_default.bytes &&
	    (bytes = malloc((size_t)st.st_size + 1)) != NULL)
		n = read(fd, bytes, (size_t)st.st_size);
	if (fd != -1)
		close(fd);
	if (n == -1) {
		cli_refuse(cli, N_("%s cannot be read: %s"), path,
		    errno == 0 ? T(cli, "not a file of at most 20 MB")
		    : strerror(errno));
		free(bytes);
		return NULL;
	}
	*size = (size_t)n;
	return bytes;
}

/* Reads the sheet in a process of its own (S16). */
static int
read_sheet(struct cli *cli, struct import *im, const char *path)
{
	struct sheet_child child = { 0 };
	struct sheet_error error;
	char *helper, *text;
	size_t size;
	void *bytes;
	int end = END_DONE;

	errno = 0;
	if ((bytes = slurp(cli, path, &size)) == NULL)
		return END_REFUSED;
	if (asprintf(&helper, "%s/sheetreader", conf_get(cli->conf, "libexec",
	    "/usr/libexec/sojourn")) == -1)
		abort();
	child.helper = helper;
	if (sheet_child_read(&child, bytes, size, &sheet_limits_default,
	    &im->sheet, &error) != SHEET_OK) {
		text = sheet_error_text(&error, translate, cli);
		end = cli_refuse(cli, N_("%s: %s"), path, text);
		free(text);
	}
	free(helper);
	free(bytes);
	return end;
}

/* Finds the heading; names the columns that nobody knows. */
static int
find_table(struct cli *cli, struct import *im)
{
	const struct table_column *missing;
	enum table_code code;
	size_t i, n = im->kind->ncolumns;
	int end = END_DONE;

	im->columns = g_new0(struct table_column, n);
	for (i = 0; i < n; i++)
		im->columns[i] = (struct table_column){
		    im->kind->columns[i].key, im->kind->columns[i].names,
		    im->kind->columns[i].required };
	code = table_find(im->sheet, im->columns, n, ROWS_MAX, &im->table);
	if (code == TABLE_NO_HEADING)
		end = cli_refuse(cli, N_("no row of headings was found"));
	else if (code == TABLE_NO_ROWS)
		end = cli_refuse(cli, N_("there is nothing below the headings"));
	else if (code == TABLE_TOO_MANY_ROWS)
		end = cli_refuse(cli, N_("more than %d rows"), ROWS_MAX);
	for (i = 0; code == TABLE_MISSING_COLUMN &&
	    (missing = table_missing(im->table, i)) != NULL; i++)
		end = cli_refuse(cli, N_("the column %s is missing"),
		    missing->key);
	for (i = 0; end == END_DONE && i < im->table->nunknown; i++)
		cli_say(cli, N_("column ignored: %s"),
		    im->table->unknown[i].text);
	return end;
}

static const char *
about(const struct import *im, long row)
{
	const char *s = g_hash_table_lookup(im->about, GINT_TO_POINTER(row));

	return s == NULL ? "" : s;
}

static void
report(struct cli *cli, struct import *im, long row, const char *outcome)
{
	printf(T(cli, "row %ld"), row);
	printf("  %s  %s", about(im, row), outcome);
}

static void
report_error(struct cli *cli, struct import *im, long row, const char *field,
    const char *why, const char *value)
{
	report(cli, im, row, outcomes[3]);
	printf("  ");
	import_problem(cli, field, why, value);
}

/*
 * Converts a cell into row.  NULL, or what is wrong.  An empty cell of a
 * column of text or times says "none"; of the others it says nothing.
 */
static const char *
convert_cell(struct import *im, uint32_t r, size_t c, json_t *row)
{
	const struct import_column *column = &im->kind->columns[c];
	const char *why = NULL;
	json_t *value = NULL;
	char *text;

	if (im->table->place[c] < 0)
		return NULL;
	if (table_blanked(im->table, r, c))
		return "resident";
	text = table_value(im->table, r, c);
	if (*text == '\0' && column->required)
		why = "missing";
	else if (*text != '\0' || column->convert == import_text ||
	    column->convert == import_times)
		why = column->convert(column, text, &value);
	free(text);
	if (value != NULL)
		json_object_set_new(row, column->key, value);
	return why;
}

/* One row of the file: into im->rows, or reported with all its problems. */
static void
convert_row(struct cli *cli, struct import *im, uint32_t r, GHashTable *seen)
{
	const char *why[COLUMNS_MAX], *late = NULL;
	json_t *row = json_object();
	long number = (long)table_row_number(im->table, r);
	size_t c, bad = 0;
	char *name;

	for (c = 0; c < im->kind->ncolumns; c++)
		bad += (why[c] = convert_cell(im, r, c, row)) != NULL;
	if (bad == 0)
		late = im->kind->finish(row, im->zone);
	name = im->kind->about(row);
	g_hash_table_insert(im->about, GINT_TO_POINTER(number), name);
	for (c = 0; c < im->kind->ncolumns; c++)
		if (why[c] != NULL)
			report_error(cli, im, number, im->kind->columns[c].key,
			    why[c], "");
	if (late != NULL)
		report_error(cli, im, number, late, "invalid", "");
	else if (bad == 0 && !g_hash_table_add(seen, name)) {
		report_error(cli, im, number, im->kind->columns[0].key,
		    "twice", name);
		bad++;
	}
	if (bad > 0 || late != NULL) {
		im->counts[3]++;
		json_decref(row);
		return;
	}
	json_object_set_new(row, "row", json_integer(number));
	json_array_append_new(im->rows, row);
}

static void
convert(struct cli *cli, struct import *im)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	uint32_t r;

	im->rows = json_array();
	im->about = g_hash_table_new_full(NULL, NULL, NULL, free);
	for (r = 0; r < im->table->nrows; r++)
		convert_row(cli, im, r, seen);
	g_hash_table_destroy(seen);
}

/* A line for each row that the database decided, one per problem. */
static int
report_rows(struct cli *cli, struct import *im, const struct db_rows *r)
{
	const char *outcome;
	long row, last = -1;
	int i;
	size_t k;

	for (i = 0; i < db_count(r); i++) {
		outcome = db_get(r, i, "outcome");
		if (strcmp(outcome, "term") == 0)
			return cli_refuse(cli, N_("there is no term %s; "
			    "a calendar with a row CLASSES makes it"),
			    im->term);
		row = (long)db_int(r, i, "row_no");
		for (k = 0; k < 4 && row != last; k++)
			im->counts[k] += strcmp(outcome, outcomes[k]) == 0;
		last = row;
		if (strcmp(outcome, "error") == 0)
			report_error(cli, im, row, db_get(r, i, "field"),
			    db_get(r, i, "why"), db_get(r, i, "value"));
		else {
			report(cli, im, row, outcome);
			putchar('\n');
		}
	}
	return END_DONE;
}

/* Sends the rows in one transaction and reports. */
static int
send_rows(struct cli *cli, struct import *im)
{
	struct db_rows *r;
	char *rows;
	int end;

	rows = json_dumps(im->rows, JSON_COMPACT);
	if (rows == NULL)
		abort();
	r = db_do(cli_db(cli), SQL_IMPORT, im->kind->name, im->term, rows,
	    im->dry ? "true" : "false");
	free(rows);
	if (r == NULL)
		return cli_no_answer(cli);
	end = report_rows(cli, im, r);
	db_rows_free(r);
	if (end != END_DONE)
		return end;
	cli_say(cli, N_("new: %zu, changed: %zu, same: %zu, errors: %zu"),
	    im->counts[0], im->counts[1], im->counts[2], im->counts[3]);
	if (im->dry)
		cli_say(cli, N_("dry run: nothing was written"));
	return im->counts[3] > 0 ? END_REFUSED : END_DONE;
}

static int
import_file(struct cli *cli, struct import *im, const char *path)
{
	struct db_rows *r;
	int end;

	r = db_do(cli_db(cli), SQL_CLOCK);
	if (db_count(r) == 0)
		return cli_no_answer(cli);
	snprintf(im->zone, sizeof(im->zone), "%s", db_get(r, 0, "zone"));
	db_rows_free(r);
	end = read_sheet(cli, im, path);
	if (end == END_DONE)
		end = find_table(cli, im);
	if (end == END_DONE) {
		convert(cli, im);
		end = send_rows(cli, im);
	}
	if (im->about != NULL)
		g_hash_table_destroy(im->about);
	json_decref(im->rows);
	table_free(im->table);
	g_free(im->columns);
	sheet_free(im->sheet);
	return end;
}

/* "2025-2" */
static int
is_term(const char *s)
{
	return strlen(s) == 6 && strspn(s, "0123456789") == 4 &&
	    s[4] == '-' && strchr("12SW", s[5]) != NULL;
}

static int
import_run(struct cli *cli, int argc, char **argv)
{
	static const struct import_kind *const kinds[] = { &import_courses,
	    &import_people, &import_calendar };
	struct import im = { .term = "" };
	const char *path = NULL, *value;
	size_t k;
	int i;

	for (k = 0; argc > 0 && k < 3; k++)
		if (strcmp(argv[0], kinds[k]->name) == 0)
			im.kind = kinds[k];
	for (i = 1; im.kind != NULL && i < argc; i++) {
		if ((value = cli_option(argc, argv, &i, "--term")) != NULL)
			im.term = value;
		else if (strcmp(argv[i], "--dry-run") == 0)
			im.dry = 1;
		else if (argv[i][0] != '-' && path == NULL)
			path = argv[i];
		else
			return cli_usage(cli, &cmd_import, NULL);
	}
	if (im.kind == NULL || path == NULL)
		return cli_usage(cli, &cmd_import, NULL);
	if (!is_term(im.term))
		return cli_usage(cli, &cmd_import,
		    N_("--term is needed, such as 2025-2"));
	return import_file(cli, &im, path);
}
