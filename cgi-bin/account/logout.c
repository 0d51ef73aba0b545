#include "account.h"

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
