#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "account.h"
#include "next.h"

/* The login form with what was said; the password is never shown again. */
static enum outcome
show(struct req *req, enum outcome o)
{
	struct view *v;
	enum outcome failed;

	if ((failed = db_run(db_open(req))) != OUT_DONE)
		return failed;
	v = view_new(req, "account/login");
	view_text(v, "title", T(req, "Log in"));
	view_text(v, "next", next_page(req->arena, field(req, "next")));
	view_text(v, "who", req->actor.known ? req->actor.name : "");
	return view_send(v, o);
}

enum outcome
account_login_form(struct req *req)
{
	return show(req, OUT_DONE);
}

/* Too many failures of this login from here: says how long to wait (S5). */
static enum outcome
refuse_locked(struct req *req, int seconds)
{
	req->reply.retry_after = seconds;
	say_text(req, OUT_LOCKED, "", arena_printf(req->arena,
	    TN(req, seconds, "Too many failed attempts with this login from "
	    "this place. Please wait %d second. On a device where you have "
	    "logged in before you need not wait.", "Too many failed attempts "
	    "with this login from this place. Please wait %d seconds. On a "
	    "device where you have logged in before you need not wait."),
	    seconds));
	return show(req, OUT_LOCKED);
}

/* Right or wrong, in the time it takes to compare. */
static int
birth_fits(const char *birth, const char *password)
{
	char want[16] = "", got[16] = "";

	snprintf(want, sizeof(want), "%sasf", birth);
	snprintf(got, sizeof(got), "%.15s", password);
	return *birth != '\0' && strlen(password) == 9 &&
	    sodium_memcmp(want, got, sizeof(want)) == 0;
}

/* A birth-date password, or something that must look like one (S3). */
static enum outcome
login_birthdate(struct req *req, int good)
{
	struct ticket attempt = ticket_new(req);
	struct db_batch *b;
	enum outcome o;

	b = db_open(req);
	db_call(b, SQL_BIRTHDATE_END, field(req, "login"), req->address,
	    good ? "t" : "f", attempt.hash,
	    next_page(req->arena, field(req, "next")));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	resp_cookie(req, "attempt", attempt.value, 0);
	return resp_redirect(req, "/account/code");
}

/* What follows from the comparison: a session, a code, or the form again. */
static enum outcome
login_end(struct req *req, const char *device, const char *stored, int good)
{
	struct ticket session = ticket_new(req), attempt = ticket_new(req);
	struct ticket known = ticket_new(req);
	const char *fresh = NULL;
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call;

	if (good && hash_is_old(stored))
		fresh = hash_make(req->arena, field(req, "password"), 1);
	b = db_open(req);
	call = db_call(b, SQL_LOGIN_END, field(req, "login"), req->address,
	    device, good ? "t" : "f", stored, fresh, session.hash,
	    session_before(req), agent_short(req), known.hash, attempt.hash,
	    next_page(req->arena, field(req, "next")));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (o == OUT_DONE)
		enter_session(req, &session, db_bool(r, 0, "fresh") ?
		    &known : NULL, field(req, "login"),
		    db_get(r, 0, "lang"));
	else if (o == OUT_PENDING)
		resp_cookie(req, "attempt", attempt.value, 0);
	if (outcome_good(o))
		return resp_redirect(req, "%s", db_get(r, 0, "to"));
	if (o == OUT_UNCONFIRMED)
		say_text(req, o, "", T(req, "Logging in here needs a code by "
		    "mail, and there is no address for this account. Please "
		    "write to us."));
	else if (o == OUT_INVALID)
		say_text(req, o, "", T(req, "Login name and password do not "
		    "fit together. Please type both again."));
	else
		say(req, o, "", "", NULL);
	return show(req, o);
}

/* POST /account/login (S3, S5). */
enum outcome
account_login(struct req *req)
{
	const char *device, *stored, *birth;
	enum hash_result result;
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	device = ticket_hash(req, ticket_cookie(req,
	    device_name(req, field(req, "login"))));
	b = db_open(req);
	call = db_call(b, SQL_LOGIN_BEGIN, field(req, "login"), req->address,
	    device);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (outcome_of(db_get(r, 0, "outcome")) == OUT_LOCKED)
		return refuse_locked(req, (int)db_int(r, 0, "wait"));
	stored = db_null(r, 0, "hash") ? NULL : db_get(r, 0, "hash");
	birth = db_get(r, 0, "birth");
	result = hash_check(stored, field(req, "password"),
	    db_bool(r, 0, "known"));
	if (result == HASH_BUSY) {
		say(req, OUT_BUSY, "", "", NULL);
		return show(req, OUT_BUSY);
	}
	if (db_bool(r, 0, "dud"))
		return login_birthdate(req,
		    birth_fits(birth, field(req, "password")));
	return login_end(req, device, stored, result == HASH_GOOD);
}
