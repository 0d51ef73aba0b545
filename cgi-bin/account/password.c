#include <string.h>

#include "account.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	struct db_batch *b;
	struct view *v;
	enum outcome failed;

	b = db_open(req);
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	v = view_new(req, "account/password");
	view_text(v, "title", T(req, "Change password"));
	return view_send(v, o);
}

/* GET /account/password. */
enum outcome
account_password_form(struct req *req)
{
	return show(req, OUT_DONE);
}

static enum outcome
change(struct req *req, int good, const char *old, const char *new)
{
	struct ticket token = ticket_new(req);
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_PASSWORD, req->address, good ? "t" : "f", old,
	    new, token.hash, req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (o == OUT_INVALID) {
		field_error(req, "current", T(req, "This is not your current "
		    "password."));
		return show(req, OUT_INVALID);
	}
	if (o == OUT_DONE)
		resp_cookie(req, "session", token.value, 0);
	say(req, o, "", "", NULL);
	return resp_done(req, "/account/password");
}

/* Checks the current password; *good says.  OUT_DONE when it was checked. */
static enum outcome
check_current(struct req *req, const struct db_rows *who, int *good)
{
	int wait = (int)db_int(who, 0, "wait");

	if (wait > 0) {
		req->reply.retry_after = wait;
		say(req, OUT_LOCKED, "", "", NULL);
		return OUT_LOCKED;
	}
	switch (hash_check(db_get(who, 0, "hash"), field(req, "current"), 1)) {
	case HASH_BUSY:
		say(req, OUT_BUSY, "", "", NULL);
		return OUT_BUSY;
	case HASH_GOOD:
		*good = 1;
		return OUT_DONE;
	default:
		*good = 0;
		return OUT_DONE;
	}
}

/* POST /account/password (S5, S6). */
enum outcome
account_password(struct req *req)
{
	const struct db_rows *who;
	const char *hash = NULL;
	struct db_batch *b;
	enum outcome o;
	int call, good;

	b = db_open(req);
	call = db_call(b, SQL_PASSWORD_BEGIN, req->address);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	who = db_result(b, call);
	password_fields(req, who);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if ((o = check_current(req, who, &good)) != OUT_DONE)
		return show(req, o);
	if (good && (hash = hash_make(req->arena, field(req, "password"),
	    1)) == NULL) {
		say(req, OUT_BUSY, "", "", NULL);
		return show(req, OUT_BUSY);
	}
	return change(req, good, db_get(who, 0, "hash"), hash);
}
