#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "app.h"
#include "arena.h"
#include "list_sheet.h"
#include "sheet_write.h"

const struct word registration_words[] = {
	{ "none", N_("Nothing registered") },
	{ "cancelled", N_("Cancelled") },
	{ "enrolled", N_("Registered") },
	{ "withdraw_requested", N_("Withdrawal asked for") },
	{ "withdraw_home_confirmed", N_("Withdrawal confirmed") },
	{ "withdrawn", N_("Withdrawn") },
	{ "closed_by_host", N_("Closed by the host") },
	{ "completed", N_("Completed") },
	{ NULL, NULL }
};

const struct word mark_words[] = {
	{ "same", N_("Unchanged") },
	{ "added", N_("Added") },
	{ "removed", N_("Removed") },
	{ "changed", N_("Changed") },
	{ NULL, NULL }
};

const struct word stage_words[] = {
	{ "interim", N_("List after course registration") },
	{ "final", N_("Final list") },
	{ "grades", N_("List of grades") },
	{ NULL, NULL }
};

const struct word why_words[] = {
	{ "withdrawn", N_("Withdrawn") },
	{ "closed", N_("Closed by the host") },
	{ "missing", N_("grade missing") },
	{ "not-recommended", N_("not recommended by the home university") },
	{ "failed", N_("not passed") },
	{ NULL, NULL }
};

static const struct word recommended_words[] = {
	{ "none", N_("Not yet") },
	{ "recommended", N_("Recommended") },
	{ "refused", N_("Not recommended") },
	{ NULL, NULL }
};

/* What the file has, in this order; strings, all of them (S17).  A list of
 * grades says nothing that may be different tomorrow. */
static const struct {
	const char		*column, *heading;
	const struct word	*words;
	const char		*kind;		/* NULL: both */
} out_columns[] = {
	{ "mark", N_("Change"), mark_words, NULL },
	{ "student_no", N_("Student number"), NULL, NULL },
	{ "name_native", N_("Name"), NULL, NULL },
	{ "name_latin", N_("Name in Latin letters"), NULL, NULL },
	{ "department", N_("Department"), NULL, NULL },
	{ "temporary_id", N_("Temporary student ID"), NULL, NULL },
	{ "section", N_("Section"), NULL, NULL },
	{ "title", N_("Title"), NULL, NULL },
	{ "credits", N_("Credits"), NULL, NULL },
	{ "grade", N_("Grade"), NULL, "grades" },
	{ "state", N_("State"), registration_words, NULL },
	{ "recommendation", N_("Recommendation"), recommended_words,
	    "registrations" },
	{ "why", N_("Why no credits"), why_words, "grades" },
};
#define NALL	(sizeof(out_columns) / sizeof(out_columns[0]))

static int
is_in(const char *kind, size_t c)
{
	return out_columns[c].kind == NULL ||
	    strcmp(out_columns[c].kind, kind) == 0;
}

/* What the version before said of a row, in one cell. */
static const char *
before_of(struct req *req, const struct db_rows *r, int row)
{
	static const char *const columns[] = { "was_no", "was_name",
	    "was_department", "was_credits", "was_grade" };
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

/*
 * The lines above the table say which version it is and what changed; of
 * grades also how they are spread in each section.
 */
static const char *const *
titles_of(struct req *req, const struct db_rows *h)
{
	const char **spread, **titles;
	int i, n, t = 0;

	spread = spread_cells(req, h, &n);
	titles = arena_alloc(req->arena, ((size_t)n + 4) * sizeof(*titles));
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
	for (i = 0; i < n; i++)
		titles[t++] = arena_printf(req->arena,
		    "%s · %s: %s · %s: %s · %s", spread[i * NSPREAD],
		    T(req, "Students"), spread[i * NSPREAD + 1],
		    T(req, "Mean"), spread[i * NSPREAD + 2],
		    spread[i * NSPREAD + 3]);
	titles[t] = NULL;
	return titles;
}

static struct sheet_out *
open_sheet(struct req *req, const struct db_rows *h)
{
	struct sheet_out_column columns[NALL + 2];
	const char *kind = db_get(h, 0, "kind");
	struct sheet_out_spec spec = { .columns = columns };
	size_t c, n = 0;

	for (c = 0; c < NALL; c++)
		if (is_in(kind, c))
			columns[n++] = (struct sheet_out_column){
			    T(req, out_columns[c].heading), SHEET_TEXT, 0 };
	columns[n++] = (struct sheet_out_column){ T(req, "Credit"),
	    SHEET_TEXT, 0 };
	columns[n++] = (struct sheet_out_column){ T(req, "Before"), SHEET_TEXT,
	    0 };
	spec.name = strcmp(kind, "grades") == 0 ? T(req, "Grades") :
	    T(req, "Registrations");
	spec.titles = titles_of(req, h);
	spec.ncolumns = n;
	return sheet_out_open(SHEET_XLSX, &spec);
}

static void
add_row(struct req *req, struct sheet_out *out, const char *kind,
    const struct db_rows *r, int i)
{
	const char *cells[NALL + 2];
	size_t c, n = 0;

	for (c = 0; c < NALL; c++) {
		if (!is_in(kind, c))
			continue;
		cells[n] = db_get(r, i, out_columns[c].column);
		if (out_columns[c].words != NULL)
			cells[n] = word_of(req, out_columns[c].words,
			    cells[n]);
		n++;
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
	const char *kind;
	char *bytes, *copy;
	size_t size;
	int i;

	if (db_count(head) == 0)
		return OUT_UNKNOWN;
	kind = db_get(head, 0, "kind");
	if ((out = open_sheet(req, head)) == NULL)
		return OUT_FAULT;
	for (i = 0; i < db_count(rows); i++)
		add_row(req, out, kind, rows, i);
	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	copy = arena_strndup(req->arena, bytes, size);
	free(bytes);
	return resp_file(req, sheet_format_type(SHEET_XLSX),
	    arena_printf(req->arena, "%s-%s-v%s.xlsx", kind,
	    db_get(head, 0, "term"), db_get(head, 0, "version")), copy, size);
}
