#include "staff.h"

static const char *const filters[] = { "term", "state", "university",
    "recommendation", "q", NULL };
static const char *const kept[] = { "term", "state", "university",
    "recommendation", "q", "page", NULL };

/* The list with its filters, counts and the bulk bar. */
static enum outcome
show(struct req *req, enum outcome end)
{
	static const char *const no_state[] = { "term", "university",
	    "recommendation", "q", NULL };
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows;

	b = db_open(req);
	frame = db_call(b, SQL_APPLICATIONS_FRAME, field(req, "term"),
	    field(req, "university"), req->lang);
	rows = db_call(b, SQL_APPLICATIONS, field(req, "term"),
	    field(req, "state"), field(req, "university"),
	    field(req, "recommendation"), field(req, "q"),
	    desk_null(field(req, "page")), req->lang,
	    form_array(req, "application"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/applications");
	view_text(v, "title", T(req, "Applications"));
	view_rows(v, "frame", db_result(b, frame));
	view_list(v, "rows", "staff/applications_row", db_result(b, rows));
	view_int(v, "may_decide", req_may(req, "staff.decide"));
	view_text(v, "keep", form_keep(req, filters));
	view_text(v, "keep_but_state", form_keep(req, no_state));
	desk_pages(v, req, db_result(b, rows));
	return view_send(v, end);
}

/* GET /staff/applications */
enum outcome
staff_applications(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/applications: one decision over those ticked (R37). */
enum outcome
staff_decide(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    field(req, "reason"), form_array(req, "application"),
	    desk_null(field(req, "seen")) };

	return desk_post(req, SQL_DECIDE, values, desk_path(req,
	    "/staff/applications", desk_query(req, kept)), show);
}
