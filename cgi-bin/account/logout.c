#include "account.h"

/* GET /account/logout: a button; a link that is followed logs nobody out. */
enum outcome
account_logout_form(struct req *req)
{
	struct view *v;
	enum outcome o;

	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	v = view_new(req, "account/logout");
	view_text(v, "title", T(req, "Log out"));
	return view_send(v, OUT_DONE);
}

/* POST /account/logout: the same whether there was a session or not. */
enum outcome
account_logout(struct req *req)
{
	struct db_batch *b;
	enum outcome o;

	b = db_open(req);
	db_call(b, SQL_LOGOUT, session_before(req));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	resp_cookie(req, "session", "", -1);
	return resp_redirect(req, "/account/login?out=here");
}
