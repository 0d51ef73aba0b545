#include "staff.h"

static const char *const kept[] = { "term", NULL };

/* What would happen now, and how far the mails of the last runs are. */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int plan, runs, skipped, terms;

	b = db_open(req);
	plan = db_call(b, SQL_ISSUE_PLAN, term, req->lang);
	skipped = db_call(b, SQL_ISSUE_SKIPPED, term);
	runs = db_call(b, SQL_ISSUE_RUNS, term);
	terms = db_call(b, SQL_TERMS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/issue");
	view_text(v, "title", T(req, "Issue IDs"));
	view_rows(v, "plan", db_result(b, plan));
	view_rows(v, "skipped", db_result(b, skipped));
	view_rows(v, "runs", db_result(b, runs));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/issue: changes nothing. */
enum outcome
staff_issue(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/issue: everyone approved, or the applications named (R8). */
enum outcome
staff_issue_run(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    desk_null(field(req, "release_at")),
	    form_array(req, "application") };

	return desk_post(req, SQL_ISSUE, values, desk_path(req,
	    "/staff/issue", desk_query(req, kept)), show);
}
