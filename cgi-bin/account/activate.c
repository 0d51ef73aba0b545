#include <string.h>

#include "account.h"

/* The link and the account behind it; *r is its row.  OUT_DONE: it lives. */
static enum outcome
ask_link(struct req *req, struct db_rows **r)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_LINK, "activate",
	    ticket_hash(req, link_token(req, "activate")),
	    ticket_hash(req, ticket_cookie(req, "attempt")));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	*r = db_result(b, call);
	return OUT_DONE;
}

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

/* GET /account/activate: the token leaves the address at once (S8). */
enum outcome
account_activate_form(struct req *req)
{
	struct db_rows *r;
	enum outcome o;

	if (link_swap(req, "activate", "/account/activate", &o))
		return o;
	if ((o = ask_link(req, &r)) != OUT_DONE)
		return o;
	return show(req, r, OUT_DONE);
}

/* The first password is set; the person is logged in and the device known. */
static enum outcome
activate(struct req *req, const struct db_rows *who, const char *hash)
{
	struct ticket session = ticket_new(req), device = ticket_new(req);
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SET_PASSWORD, "activate",
	    ticket_hash(req, link_token(req, "activate")),
	    ticket_hash(req, ticket_cookie(req, "attempt")), hash,
	    field(req, "email2"), session.hash, session_before(req), NULL,
	    device.hash, agent_short(req), req->request);
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
		return show(req, who, o);
	}
	enter_session(req, &session, &device, db_get(r, 0, "login"),
	    db_get(r, 0, "lang"));
	resp_cookie(req, "activate", "", -1);
	return resp_done(req, db_get(r, 0, "to"));
}

/* POST /account/activate (R28, S1, S3). */
enum outcome
account_activate(struct req *req)
{
	struct db_rows *who;
	const char *hash;
	enum outcome o;

	if ((o = ask_link(req, &who)) != OUT_DONE)
		return o;
	if (outcome_of(db_get(who, 0, "outcome")) != OUT_DONE)
		return activate(req, who, NULL);
	password_fields(req, who);
	if (fields_bad(req))
		return show(req, who, OUT_INVALID);
	hash = hash_make(req->arena, field(req, "password"), 1);
	if (hash == NULL) {
		say(req, OUT_BUSY, "", "", NULL);
		return show(req, who, OUT_BUSY);
	}
	return activate(req, who, hash);
}
