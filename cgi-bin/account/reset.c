#include "account.h"

/* Without a link: the form that asks for one. */
static enum outcome
show_ask(struct req *req, enum outcome o)
{
	struct view *v;
	enum outcome failed;

	if ((failed = db_run(db_open(req))) != OUT_DONE)
		return failed;
	v = view_new(req, "account/reset");
	view_text(v, "title", T(req, "New password or new link"));
	view_int(v, "alive", 0);
	view_text(v, "token", "");
	view_text(v, "account", "");
	return view_send(v, o);
}

/* With a link: the form that sets the password, or what is wrong with it. */
static enum outcome
show_link(struct req *req, const struct db_rows *r, enum outcome o)
{
	enum outcome state = outcome_of(db_get(r, 0, "outcome"));
	struct view *v;

	if (state != OUT_DONE) {
		if (req->nmessages == 0)
			link_say(req, state);
		resp_cookie(req, "reset", "", -1);
	}
	v = view_new(req, "account/reset");
	view_text(v, "title", T(req, "New password or new link"));
	view_int(v, "alive", state == OUT_DONE);
	view_text(v, "token", state == OUT_DONE ? link_token(req, "reset") : "");
	view_text(v, "account", db_get(r, 0, "login"));
	return view_send(v, state == OUT_DONE ? o : state);
}

static const struct link_page page = { "reset", 0, show_link };

/* GET /account/reset (R29). */
enum outcome
account_reset_form(struct req *req)
{
	struct db_rows *r;
	enum outcome o;

	if (link_swap(req, "reset", "/account/reset", &o))
		return o;
	if (link_token(req, "reset") == NULL)
		return show_ask(req, OUT_DONE);
	if ((o = link_ask(req, &page, &r)) != OUT_DONE)
		return o;
	return show_link(req, r, OUT_DONE);
}

/* The same answer and the same work for everybody (S4). */
static enum outcome
ask(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (*field(req, "login") == '\0')
		field_error(req, "login", T(req, "Please fill in this field."));
	if (fields_bad(req))
		return show_ask(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_ASK, field(req, "login"), req->address, req->lang,
	    req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	say(req, outcome_of(db_get(db_result(b, call), 0, "outcome")), "",
	    "", NULL);
	return resp_done(req, "/account/reset");
}

/* POST /account/reset: asks for a link, or sets the password with one. */
enum outcome
account_reset(struct req *req)
{
	if (link_token(req, "reset") == NULL || *field(req, "login") != '\0')
		return ask(req);
	return link_password(req, &page);
}
