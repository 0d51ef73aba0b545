#include "register.h"

/* GET /register/confirmation: a page to print and show at home (R33). */
enum outcome
register_confirmation(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int facts, mine;

	b = db_open(req);
	facts = db_call(b, SQL_CONFIRMATION, req->lang);
	mine = db_call(b, SQL_MINE, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "register/confirmation");
	view_text(v, "title", T(req, "Confirmation of course registration"));
	view_row(v, "", db_result(b, facts), 0);
	view_rows(v, "mine", db_result(b, mine));
	return view_send(v, OUT_DONE);
}
