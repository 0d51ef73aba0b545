#include "account.h"

/*
 * A password set through a link: the first one of an account (S1, S3) and a new
 * one (R29).  The link's purpose is also the name of its cookie.
 */

/* The attempt of a login that led here counts for the first password only. */
static const char *
attempt(struct req *req, const struct link_page *l)
{
	return l->first ? ticket_hash(req, ticket_cookie(req, "attempt")) :
	    NULL;
}

enum outcome
link_ask(struct req *req, const struct link_page *l, struct db_rows **who)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_LINK, l->purpose,
	    ticket_hash(req, link_token(req, l->purpose)), attempt(req, l));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	*who = db_result(b, call);
	return OUT_DONE;
}

/* The password is set; the person is logged in and the device known. */
static enum outcome
set(struct req *req, const struct link_page *l, const struct db_rows *who,
    const char *hash)
{
	struct ticket session = ticket_new(req), device = ticket_new(req);
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SET_PASSWORD, l->purpose,
	    ticket_hash(req, link_token(req, l->purpose)), attempt(req, l),
	    hash, l->first ? field(req, "email2") : "", session.hash,
	    session_before(req), NULL, device.hash, agent_short(req),
	    req->request);
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
		return l->show(req, who, o);
	}
	enter_session(req, &session, &device, db_get(r, 0, "login"),
	    db_get(r, 0, "lang"));
	resp_cookie(req, l->purpose, "", -1);
	return resp_done(req, db_get(r, 0, "to"));
}

enum outcome
link_password(struct req *req, const struct link_page *l)
{
	struct db_rows *who;
	const char *hash;
	enum outcome o;

	if ((o = link_ask(req, l, &who)) != OUT_DONE)
		return o;
	if (outcome_of(db_get(who, 0, "outcome")) != OUT_DONE)
		return set(req, l, who, NULL);
	password_fields(req, who);
	if (fields_bad(req))
		return l->show(req, who, OUT_INVALID);
	hash = hash_make(req->arena, field(req, "password"), 1);
	if (hash == NULL) {
		say(req, OUT_BUSY, "", "", NULL);
		return l->show(req, who, OUT_BUSY);
	}
	return set(req, l, who, hash);
}
