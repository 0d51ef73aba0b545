#include <string.h>

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

static enum outcome
ask_link(struct req *req, struct db_rows **r)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_LINK, "reset",
	    ticket_hash(req, link_token(req, "reset")), NULL);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	*r = db_result(b, call);
	return OUT_DONE;
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
	if ((o = ask_link(req, &r)) != OUT_DONE)
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

static enum outcome
reset(struct req *req, const struct db_rows *who, const char *hash)
{
	struct ticket session = ticket_new(req), device = ticket_new(req);
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SET_PASSWORD, "reset",
	    ticket_hash(req, link_token(req, "reset")), NULL, hash, "",
	    session.hash, session_before(req), NULL, device.hash,
	    agent_short(req), req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (o == OUT_ALREADY) {
		say(req, o, "", "", NULL);
		return resp_done(req, "/account/login");
	}
	if (o != OUT_DONE) {
		link_say(req, o);
		return show_link(req, who, o);
	}
	enter_session(req, &session, &device, db_get(r, 0, "login"),
	    db_get(r, 0, "lang"));
	resp_cookie(req, "reset", "", -1);
	return resp_done(req, db_get(r, 0, "to"));
}

/* POST /account/reset: asks for a link, or sets the password with one. */
enum outcome
account_reset(struct req *req)
{
	struct db_rows *who;
	const char *hash;
	enum outcome o;

	if (link_token(req, "reset") == NULL || *field(req, "login") != '\0')
		return ask(req);
	if ((o = ask_link(req, &who)) != OUT_DONE)
		return o;
	if (outcome_of(db_get(who, 0, "outcome")) != OUT_DONE)
		return reset(req, who, NULL);
	password_fields(req, who);
	if (fields_bad(req))
		return show_link(req, who, OUT_INVALID);
	hash = hash_make(req->arena, field(req, "password"), 1);
	if (hash == NULL) {
		say(req, OUT_BUSY, "", "", NULL);
		return show_link(req, who, OUT_BUSY);
	}
	return reset(req, who, hash);
}
