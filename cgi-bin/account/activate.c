#include "account.h"

static enum outcome
show(struct req *req, const struct db_rows *r, enum outcome o)
{
	enum outcome state = outcome_of(db_get(r, 0, "outcome"));
	const char *token = link_token(req, "activate");
	struct view *v;

	if (state != OUT_DONE && req->nmessages == 0)
		link_say(req, state);
	v = view_new(req, "account/activate");
	view_text(v, "title", T(req, "Set your password"));
	view_int(v, "alive", state == OUT_DONE);
	view_text(v, "token", token == NULL ? "" : token);
	view_text(v, "login", db_get(r, 0, "login"));
	view_text(v, "name", db_get(r, 0, "name"));
	return view_send(v, state == OUT_DONE ? o : state);
}

static const struct link_page page = { "activate", 1, show };

/* GET /account/activate: the token leaves the address at once (S8). */
enum outcome
account_activate_form(struct req *req)
{
	struct db_rows *r;
	enum outcome o;

	if (link_swap(req, "activate", "/account/activate", &o))
		return o;
	if ((o = link_ask(req, &page, &r)) != OUT_DONE)
		return o;
	return show(req, r, OUT_DONE);
}

/* POST /account/activate (R28, S1, S3). */
enum outcome
account_activate(struct req *req)
{
	return link_password(req, &page);
}
