#include <string.h>
#include <strings.h>

#include "account.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	struct db_batch *b;
	struct db_rows *r;
	struct view *v;
	enum outcome failed;
	int call, again;

	b = db_open(req);
	call = db_call(b, SQL_CONTACT);
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	r = db_result(b, call);
	if (db_count(r) == 0)
		return OUT_LOGIN;	/* ended between the two calls */
	again = req->method[0] == 'P';
	v = view_new(req, "account/contact");
	view_text(v, "title", T(req, "My contact data"));
	view_row(v, "now", r, 0);
	view_text(v, "email", again ? field_shown(req, "email") :
	    db_get(r, 0, "email"));
	view_text(v, "email2", again ? field_shown(req, "email2") :
	    db_get(r, 0, "email2"));
	view_text(v, "phone", again ? field_shown(req, "phone") :
	    db_get(r, 0, "phone"));
	view_text(v, "speaks", again ? field(req, "speaks") :
	    db_get(r, 0, "lang"));
	return view_send(v, o);
}

/* GET /account/contact (R42). */
enum outcome
account_contact_form(struct req *req)
{
	return show(req, OUT_DONE);
}

static enum outcome
save(struct req *req, const struct db_rows *now, int good, const char *hash)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CONTACT_SAVE, req->address, good ? "t" : "f",
	    hash, field(req, "email"), field(req, "email2"),
	    field(req, "phone"), *field(req, "speaks") == '\0' ?
	    db_get(now, 0, "lang") : field(req, "speaks"), req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (outcome_good(o)) {
		say(req, o, "", "", NULL);
		return resp_done(req, "/account/contact");
	}
	field_error(req, "current", T(req, "This is not your current "
	    "password."));
	return show(req, OUT_INVALID);
}

/* Whether an address changes, which asks for the password. */
static int
is_new_address(struct req *req, const struct db_rows *now)
{
	return strcasecmp(field(req, "email"), db_get(now, 0, "email")) != 0 ||
	    strcasecmp(field(req, "email2"), db_get(now, 0, "email2")) != 0;
}

/* POST /account/contact: telephone at once, addresses when confirmed. */
enum outcome
account_contact(struct req *req)
{
	const struct db_rows *now, *who;
	struct db_batch *b;
	enum hash_result result;
	enum outcome o;
	int begin, call;

	b = db_open(req);
	call = db_call(b, SQL_CONTACT);
	begin = db_call(b, SQL_PASSWORD_BEGIN, req->address);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	now = db_result(b, call);
	who = db_result(b, begin);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if (!is_new_address(req, now))
		return save(req, now, 0, NULL);
	if (db_int(who, 0, "wait") > 0) {
		req->reply.retry_after = (int)db_int(who, 0, "wait");
		say(req, OUT_LOCKED, "", "", NULL);
		return show(req, OUT_LOCKED);
	}
	if (*field(req, "current") == '\0') {
		field_error(req, "current", T(req, "Please give your current "
		    "password to change an address."));
		return show(req, OUT_INVALID);
	}
	result = hash_check(db_get(who, 0, "hash"), field(req, "current"), 1);
	if (result == HASH_BUSY) {
		say(req, OUT_BUSY, "", "", NULL);
		return show(req, OUT_BUSY);
	}
	return save(req, now, result == HASH_GOOD, db_get(who, 0, "hash"));
}
