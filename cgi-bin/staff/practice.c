#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int now, past;

	b = db_open(req);
	now = db_call(b, SQL_PRACTICE);
	past = db_call(b, SQL_PRACTICES);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/practice");
	view_text(v, "title", T(req, "Practice"));
	view_rows(v, "now", db_result(b, now));
	view_rows(v, "past", db_result(b, past));
	return view_send(v, end);
}

/* GET /staff/practice */
enum outcome
staff_practice(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/practice: students try registration on copies, which are
 * discarded at the end. */
enum outcome
staff_practice_act(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    desk_null(field(req, "closes_at")) };

	return desk_post(req, SQL_PRACTICE_ACT, values, "/staff/practice",
	    show);
}
