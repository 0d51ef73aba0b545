#include <string.h>

#include "staff.h"

static const char *const kept[] = { "term", "state", NULL };

/* GET /staff/appeals: requests for correction of grades; what is late first. */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	int acts, appeals, terms, posted = req->method[0] == 'P';
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	appeals = db_call(b, SQL_APPEALS, term, posted ? "" :
	    field(req, "state"), req->lang);
	acts = db_call(b, SQL_APPEAL_ACTS, term);
	terms = db_call(b, SQL_TERMS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/appeals");
	view_text(v, "title", T(req, "Corrections of grades"));
	view_rows(v, "appeals", db_result(b, appeals));
	view_rows(v, "acts", db_result(b, acts));
	view_rows(v, "terms", db_result(b, terms));
	view_text(v, "f_appeal", posted ? field(req, "appeal") : "");
	return view_send(v, end);
}

enum outcome
staff_appeals(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/appeals: staff decide in the instructor's absence, or give more
 * time (R15). */
enum outcome
staff_appeal_decide(struct req *req)
{
	const char *values[] = { req->request, field(req, "appeal"),
	    field(req, "decision"), field(req, "grade"),
	    desk_null(field(req, "until")), field(req, "reason") };

	return desk_post(req, SQL_APPEAL_DECIDE, values, desk_path(req,
	    "/staff/appeals", desk_query(req, kept)), show);
}
