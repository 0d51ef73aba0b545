#include <stdlib.h>
#include <string.h>

#include "partner.h"
#include "sheet_write.h"

static const struct worded words[] = {
	{ "state", registration_words }, { "mark", mark_words },
	{ "was_state", registration_words },
	{ "recommendation", recommendation_words }, { NULL, NULL }
};
static const struct worded list_words[] = {
	{ "stage", stage_words }, { NULL, NULL }
};
static const char *const kept[] = { "term", "list", "show", NULL };

/* The page of one version; `list` that is not one's own is nothing (S11). */
static enum outcome
show(struct req *req, enum outcome said)
{
	int posted = strcmp(req->method, "POST") == 0;
	const char *list = posted ? NULL : form_null(req, "list");
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, head, lists, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	head = db_call(b, SQL_LIST_HEAD, field(req, "term"), list, req->lang);
	lists = db_call(b, SQL_LISTS, field(req, "term"));
	rows = db_call(b, SQL_LIST_ROWS, field(req, "term"), list,
	    field(req, "show"), *field(req, "page") == '\0' ? "1" :
	    field(req, "page"), req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0 ||
	    (list != NULL && db_count(db_result(b, head)) == 0))
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/lists");
	view_text(v, "title", T(req, "Lists of registrations"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "heads", db_result(b, head), list_words);
	partner_push(v, req, "lists", db_result(b, lists), list_words);
	partner_push(v, req, "rows", r, words);
	view_int(v, "may_recommend", req_may(req, "partner.recommend"));
	view_text(v, "keep", form_keep(req, kept));
	form_pages(v, req, db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	return view_send(v, said);
}

/* GET /partner/lists: what is registered, version by version (R55). */
enum outcome
partner_lists_show(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /partner/lists: this university has seen the list. */
enum outcome
partner_lists(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_LIST_ACKNOWLEDGE, req->request,
	    field(req, "list"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = form_say(req, db_result(b, call), field_words);
	return outcome_good(o) ? resp_done(req, "/partner/lists") :
	    show(req, o);
}

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
	{ "recommendation", N_("Recommendation"), recommendation_words },
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

/* GET /partner/lists/ID.xlsx: one version as a file; noted (S25). */
enum outcome
partner_list_xlsx(struct req *req)
{
	const struct db_rows *h, *r;
	struct sheet_out *out;
	struct db_batch *b;
	char *bytes, *copy;
	enum outcome o;
	int head, i, rows;
	size_t size;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	head = db_call(b, SQL_LIST_HEAD, "", field(req, "list"), req->lang);
	rows = db_call(b, SQL_LIST_ROWS, "", field(req, "list"), "", "0",
	    req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	h = db_result(b, head);
	r = db_result(b, rows);
	if (db_count(h) == 0)
		return OUT_UNKNOWN;
	if ((out = open_sheet(req, h)) == NULL)
		return OUT_FAULT;
	for (i = 0; i < db_count(r); i++)
		add_row(req, out, r, i);
	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	copy = arena_strndup(req->arena, bytes, size);
	free(bytes);
	return resp_file(req, sheet_format_type(SHEET_XLSX),
	    arena_printf(req->arena, "registrations-%s-v%s.xlsx",
	    db_get(h, 0, "term"), db_get(h, 0, "version")), copy, size);
}
