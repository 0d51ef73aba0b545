#include <stdlib.h>
#include <string.h>

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
	{ NULL, NULL }
};

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
#define NOUT	(sizeof(out_columns) / sizeof(out_columns[0]))

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

/* The lines above the table say which version it is and what changed. */
static struct sheet_out *
open_sheet(struct req *req, const struct db_rows *h)
{
	struct sheet_out_column columns[NOUT + 2];
	const char *titles[4];
	struct sheet_out_spec spec = { .name = T(req, "Registrations"),
	    .titles = titles, .columns = columns, .ncolumns = NOUT + 2 };
	size_t c;

	for (c = 0; c < NOUT; c++)
		columns[c] = (struct sheet_out_column){
		    T(req, out_columns[c].heading), SHEET_TEXT, 0 };
	columns[c++] = (struct sheet_out_column){ T(req, "Credit"),
	    SHEET_TEXT, 0 };
	columns[c] = (struct sheet_out_column){ T(req, "Before"), SHEET_TEXT,
	    0 };
	titles[0] = arena_printf(req->arena, "%s, %s: %s, %s %s",
	    db_get(h, 0, "university"), db_get(h, 0, "term"),
	    word_of(req, stage_words, db_get(h, 0, "stage")),
	    T(req, "version"), db_get(h, 0, "version"));
	titles[1] = arena_printf(req->arena, "%s: %s · %s: %s · %s: %s",
	    T(req, "Made"), when_text(req, db_get(h, 0, "made_at")),
	    T(req, "Students"), db_get(h, 0, "students"),
	    T(req, "Registrations"), db_get(h, 0, "registrations"));
	titles[2] = strcmp(db_get(h, 0, "before"), "0") == 0 ? NULL :
	    arena_printf(req->arena, "%s %s · %s: %s · %s: %s · %s: %s",
	    T(req, "Since version"), db_get(h, 0, "before"),
	    T(req, "Added"), db_get(h, 0, "added"), T(req, "Removed"),
	    db_get(h, 0, "removed"), T(req, "Changed"),
	    db_get(h, 0, "changed"));
	titles[3] = NULL;
	return sheet_out_open(SHEET_XLSX, &spec);
}

static void
add_row(struct req *req, struct sheet_out *out, const struct db_rows *r, int i)
{
	const char *cells[NOUT + 2];
	size_t c;

	for (c = 0; c < NOUT; c++) {
		cells[c] = db_get(r, i, out_columns[c].column);
		if (out_columns[c].words != NULL)
			cells[c] = word_of(req, out_columns[c].words, cells[c]);
	}
	cells[c++] = db_bool(r, i, "credit_granted") ? "" :
	    T(req, "without credit");
	cells[c] = before_of(req, r, i);
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
