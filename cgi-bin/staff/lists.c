#include <string.h>

#include "list_sheet.h"
#include "purpose.h"
#include "staff.h"

static const char *const filters[] = { "term", "state", "university", "kind",
    NULL };

/* GET /staff/lists: who has not acknowledged its list of registrations (R55). */
enum outcome
staff_lists(struct req *req)
{
	const char *term = field(req, "term");
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int counts, rows, said, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_LISTS, term, field(req, "state"),
	    field(req, "university"), desk_null(field(req, "page")), req->lang,
	    field(req, "kind"));
	counts = db_call(b, SQL_LIST_COUNTS, term, field(req, "kind"));
	terms = db_call(b, SQL_TERMS, term);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	said = db_call(b, SQL_REASON);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/lists");
	view_text(v, "title", T(req, "Lists of registrations and grades"));
	view_row(v, "", db_result(b, counts), 0);
	view_text(v, "keep", form_keep(req, filters));
	purpose_push(v, req, db_result(b, said), arena_printf(req->arena,
	    "/staff/lists?%s", form_keep(req, filters)));
	view_list(v, "rows", "staff/lists_row", r);
	desk_pages(v, req, r);
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* 1 when it was said what files are for; else *o is the answer: the page that
 * asks, or why nothing is given. */
static int
said_for(struct req *req, enum outcome *o)
{
	struct db_batch *b;
	int said;

	*o = OUT_UNKNOWN;
	if (fields_bad(req))
		return 0;
	b = db_open(req);
	said = db_call(b, SQL_REASON);
	if ((*o = db_run(b)) != OUT_DONE)
		return 0;
	if (db_count(db_result(b, said)) > 0)
		return 1;
	*o = resp_redirect(req, "/staff/reason?next=/staff/lists");
	return 0;
}

/* GET /staff/lists/ID.xlsx: what a university is sent on paper; noted (S25),
 * and only for what was said. */
enum outcome
staff_list_xlsx(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int head, rows;

	if (!said_for(req, &o))
		return o;
	b = db_open(req);
	head = db_call(b, SQL_FINAL_LIST_HEAD, field(req, "list"),
	    req->lang);
	rows = db_call(b, SQL_FINAL_LIST_ROWS, field(req, "list"),
	    req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, head)) > 0 &&
	    strcmp(db_get(db_result(b, head), 0, "kind"), "grades") == 0)
		return list_signed_xlsx(req, SQL_LIST_FILE);
	return list_sheet(req, db_result(b, head), db_result(b, rows));
}

/* GET /staff/lists/ID.json: the signed credential of a list of grades (R186). */
enum outcome
staff_list_json(struct req *req)
{
	enum outcome o;

	return said_for(req, &o) ? list_signed_json(req, SQL_LIST_FILE) : o;
}

static const char *const missing_filters[] = { "term", "university", "why",
    NULL };

/* GET /staff/missing: who has not registered, or too little (R18, R184). */
enum outcome
staff_missing(struct req *req)
{
	const char *term = field(req, "term");
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int counts, rows, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_MISSING, term, field(req, "university"),
	    field(req, "why"), desk_null(field(req, "page")), req->lang);
	counts = db_call(b, SQL_LIST_COUNTS, term, "");
	terms = db_call(b, SQL_TERMS, term);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/missing");
	view_text(v, "title", T(req, "Not registered yet"));
	view_row(v, "", db_result(b, counts), 0);
	view_text(v, "keep", form_keep(req, missing_filters));
	view_list(v, "rows", "staff/missing_row", r);
	desk_pages(v, req, r);
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
