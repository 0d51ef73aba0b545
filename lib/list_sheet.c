#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "app.h"
#include "arena.h"
#include "list_sheet.h"
#include "sheet_write.h"

static const struct word recommended_words[] = {
	{ "none", N_("Not yet") },
	{ "recommended", N_("Recommended") },
	{ "refused", N_("Not recommended") },
	{ NULL, NULL }
};

/* What the file has, in this order; strings, all of them (S17). */
static const struct {
	const char		*column, *heading;
	const struct word	*words;
} out_columns[] = {
	{ "mark", N_("Change"), mark_words },
	{ "student_no", N_("Student number"), NULL },
	{ "name_native", N_("Name"), NULL },
	{ "name_latin", N_("Name in Latin letters"), NULL },
	{ "department", N_("Department"), NULL },
	{ "temporary_id", N_("Temporary student ID"), NULL },
	{ "section", N_("Section"), NULL },
	{ "title", N_("Title"), NULL },
	{ "credits", N_("Credits"), NULL },
	{ "state", N_("State"), registration_words },
	{ "recommendation", N_("Recommendation"), recommended_words },
};
#define NALL	(sizeof(out_columns) / sizeof(out_columns[0]))

/* What the version before said of a row, in one cell. */
static const char *
before_of(struct req *req, const struct db_rows *r, int row)
{
	static const char *const columns[] = { "was_no", "was_name",
	    "was_department", "was_credits" };
	const char *out = "", *was;
	size_t i;

	if (*(was = db_get(r, row, "was_state")) != '\0')
		out = word_of(req, registration_words, was);
	for (i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		if (*(was = db_get(r, row, columns[i])) != '\0')
			out = arena_printf(req->arena, "%s%s%s", out,
			    *out == '\0' ? "" : ", ", was);
	if (*(was = db_get(r, row, "was_granted")) != '\0')
		out = arena_printf(req->arena, "%s%s%s", out,
		    *out == '\0' ? "" : ", ", strcmp(was, "true") == 0 ?
		    T(req, "with credit") : T(req, "without credit"));
	return out;
}

/* "90–100: 3, 80–89: 5" of a section of a list of grades. */
static const char *
spread_text(struct req *req, const json_t *spread)
{
	const char *out = "";
	const json_t *step;
	json_int_t n;
	size_t i;

	json_array_foreach(spread, i, step) {
		n = json_integer_value(json_array_get(step, 1));
		if (n > 0)
			out = arena_printf(req->arena, "%s%s%s: %lld", out,
			    *out == '\0' ? "" : ", ",
			    json_string_value(json_array_get(step, 0)),
			    (long long)n);
	}
	return out;
}

#define NSPREAD	4

/* Rows of section, students, mean and text; *n is set. */
static const char **
spread_cells(struct req *req, const struct db_rows *h, int *n)
{
	const char **cells = NULL;
	json_t *all, *one;
	size_t i;

	*n = 0;
	all = db_count(h) == 0 ? NULL :
	    json_loads(db_get(h, 0, "spread"), 0, NULL);
	cells = arena_alloc(req->arena, (json_array_size(all) + 1) * NSPREAD *
	    sizeof(*cells));
	json_array_foreach(all, i, one) {
		const char **c = &cells[i * NSPREAD];

		c[0] = arena_strdup(req->arena, json_string_value(
		    json_object_get(one, "section")));
		c[1] = arena_printf(req->arena, "%lld", (long long)
		    json_integer_value(json_object_get(one, "students")));
		c[2] = arena_strdup(req->arena, json_string_value(
		    json_object_get(one, "mean")));
		c[3] = spread_text(req, json_object_get(one, "spread"));
		(*n)++;
	}
	json_decref(all);
	return cells;
}

void
list_spread_view(struct view *v, struct req *req, const struct db_rows *head)
{
	static const char *const columns[NSPREAD] = { "section", "students",
	    "mean", "text" };
	const char **cells;
	int n;

	cells = spread_cells(req, head, &n);
	view_table(v, "spread", columns, NSPREAD, cells, n);
}

/* The lines above the table say which version it is and what changed. */
static const char *const *
titles_of(struct req *req, const struct db_rows *h)
{
	const char **titles = arena_alloc(req->arena, 4 * sizeof(*titles));
	int t = 0;

	titles[t++] = arena_printf(req->arena, "%s, %s: %s, %s %s",
	    db_get(h, 0, "university"), db_get(h, 0, "term"),
	    word_of(req, stage_words, db_get(h, 0, "stage")),
	    T(req, "version"), db_get(h, 0, "version"));
	titles[t++] = arena_printf(req->arena, "%s: %s · %s: %s · %s: %s",
	    T(req, "Made"), when_text(req, db_get(h, 0, "made_at")),
	    T(req, "Students"), db_get(h, 0, "students"),
	    T(req, "Registrations"), db_get(h, 0, "registrations"));
	if (strcmp(db_get(h, 0, "before"), "0") != 0)
		titles[t++] = arena_printf(req->arena,
		    "%s %s · %s: %s · %s: %s · %s: %s",
		    T(req, "Since version"), db_get(h, 0, "before"),
		    T(req, "Added"), db_get(h, 0, "added"), T(req, "Removed"),
		    db_get(h, 0, "removed"), T(req, "Changed"),
		    db_get(h, 0, "changed"));
	titles[t] = NULL;
	return titles;
}

static struct sheet_out *
open_sheet(struct req *req, const struct db_rows *h)
{
	struct sheet_out_column columns[NALL + 2];
	struct sheet_out_spec spec = { .columns = columns };
	size_t n;

	for (n = 0; n < NALL; n++)
		columns[n] = (struct sheet_out_column){
		    T(req, out_columns[n].heading), SHEET_TEXT, 0 };
	columns[n++] = (struct sheet_out_column){ T(req, "Credit"),
	    SHEET_TEXT, 0 };
	columns[n++] = (struct sheet_out_column){ T(req, "Before"), SHEET_TEXT,
	    0 };
	spec.name = T(req, "Registrations");
	spec.titles = titles_of(req, h);
	spec.ncolumns = n;
	return sheet_out_open(SHEET_XLSX, &spec);
}

static void
add_row(struct req *req, struct sheet_out *out, const struct db_rows *r, int i)
{
	const char *cells[NALL + 2];
	size_t n;

	for (n = 0; n < NALL; n++) {
		cells[n] = db_get(r, i, out_columns[n].column);
		if (out_columns[n].words != NULL)
			cells[n] = word_of(req, out_columns[n].words,
			    cells[n]);
	}
	cells[n++] = db_bool(r, i, "credit_granted") ? "" :
	    T(req, "without credit");
	cells[n] = before_of(req, r, i);
	sheet_out_row(out, cells);
}

enum outcome
list_sheet(struct req *req, const struct db_rows *head,
    const struct db_rows *rows)
{
	struct sheet_out *out;
	char *bytes, *copy;
	size_t size;
	int i;

	if (db_count(head) == 0)
		return OUT_UNKNOWN;
	if ((out = open_sheet(req, head)) == NULL)
		return OUT_FAULT;
	for (i = 0; i < db_count(rows); i++)
		add_row(req, out, rows, i);
	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	copy = arena_strndup(req->arena, bytes, size);
	free(bytes);
	return resp_file(req, sheet_format_type(SHEET_XLSX),
	    arena_printf(req->arena, "registrations-%s-v%s.xlsx",
	    db_get(head, 0, "term"), db_get(head, 0, "version")), copy, size);
}
