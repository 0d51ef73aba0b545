#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_IDENTITY, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/identity");
	view_text(v, "title", T(req, "Doubtful identities"));
	view_rows(v, "pairs", db_result(b, call));
	return view_send(v, end);
}

/* GET /staff/identity: pairs that may be one human, side by side (R22). */
enum outcome
staff_identity(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/identity: one human or two (R22, S1). */
enum outcome
staff_identity_decide(struct req *req)
{
	const char *values[] = { req->request, field(req, "a"),
	    field(req, "b"), field(req, "decision"), field(req, "reason") };

	return desk_post(req, SQL_IDENTITY_DECIDE, values, "/staff/identity",
	    show);
}
