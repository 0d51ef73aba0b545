#include <string.h>

#include "account.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	const char *token = link_token(req, "email");
	struct db_batch *b;
	struct db_rows *r;
	struct view *v;
	enum outcome failed, state;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_LINK, "email", ticket_hash(req, token), NULL);
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	r = db_result(b, call);
	state = outcome_of(db_get(r, 0, "outcome"));
	if (req->nmessages > 0 && req->method[0] != 'P')
		o = state = OUT_DONE;	/* the result of this page's form */
	else if (state != OUT_DONE && req->nmessages == 0)
		say_text(req, state, "", state == OUT_EXPIRED ?
		    T(req, "This link is too old. Please enter the address once "
		    "more under My contact data.") :
		    T(req, "This link has been used, or it is not complete. "
		    "Please open the newest mail again."));
	v = view_new(req, "account/email");
	view_text(v, "title", T(req, "Confirm an e-mail address"));
	view_text(v, "token", token == NULL ? "" : token);
	view_text(v, "value", db_get(r, 0, "value"));
	view_int(v, "alive", state == OUT_DONE && *db_get(r, 0, "value"));
	return view_send(v, state == OUT_DONE ? o : state);
}

/* GET /account/email: shows which address; changes nothing (R36, S8). */
enum outcome
account_email_form(struct req *req)
{
	enum outcome o;

	if (link_swap(req, "email", "/account/email", &o))
		return o;
	return show(req, OUT_DONE);
}

/* POST /account/email (R42). */
enum outcome
account_email(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_EMAIL, ticket_hash(req, link_token(req,
	    "email")), req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (!outcome_good(o))
		return show(req, o);
	resp_cookie(req, "email", "", -1);
	return resp_done(req, req->actor.known ? "/account/contact" :
	    "/account/email");
}
