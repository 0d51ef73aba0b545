#include <string.h>

#include <sodium.h>

#include "account.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	struct db_batch *b;
	struct db_rows *r;
	struct view *v;
	enum outcome failed, state;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_ATTEMPT,
	    ticket_hash(req, ticket_cookie(req, "attempt")));
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	r = db_result(b, call);
	state = outcome_of(db_get(r, 0, "outcome"));
	if (state == OUT_PENDING)
		return resp_redirect(req, "/account/activate");
	if (state == OUT_EXPIRED && req->nmessages == 0)
		say_text(req, OUT_EXPIRED, "", T(req, "This login has run out. "
		    "Please log in again to receive a new code."));
	v = view_new(req, "account/code");
	view_text(v, "title", T(req, "Enter your code"));
	view_int(v, "alive", state == OUT_DONE);
	view_text(v, "purpose", db_get(r, 0, "purpose"));
	view_text(v, "method", db_get(r, 0, "method"));
	return view_send(v, o == OUT_DONE && state == OUT_EXPIRED ?
	    OUT_EXPIRED : o);
}

/* GET /account/code: the second step of a login. */
enum outcome
account_code_form(struct req *req)
{
	if (ticket_cookie(req, "attempt") == NULL)
		return resp_redirect(req, "/account/login");
	return show(req, OUT_DONE);
}

/* POST with again: another code for the same login. */
static enum outcome
code_again(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CODE_AGAIN,
	    ticket_hash(req, ticket_cookie(req, "attempt")));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (o == OUT_PENDING)
		return resp_redirect(req, "/account/code?sent=1");
	if (o == OUT_LOCKED) {
		req->reply.retry_after = 20;
		say_text(req, o, "", T(req, "A code was sent a moment ago. "
		    "Please wait for it before you ask for another one."));
	}
	return show(req, o);
}

/* SHA-256 of the attempt's hash and the digits, as mailer has stored it. */
static const char *
code_hash(struct req *req, const char *attempt, const char *digits)
{
	unsigned char bound[38], h[crypto_hash_sha256_BYTES];

	if (attempt == NULL || strlen(digits) != 6)
		return NULL;
	crypto_hash_sha256(bound, (const unsigned char *)attempt,
	    strlen(attempt));
	memcpy(bound + 32, digits, 6);
	crypto_hash_sha256(h, bound, sizeof(bound));
	return db_bytes(req->arena, h, sizeof(h));
}

const char *
code_digits(struct req *req, const char *s)
{
	char *out, *p;

	out = p = arena_alloc(req->arena, strlen(s) + 1);
	for (; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			*p++ = *s;
	return out;
}

static enum outcome
refuse(struct req *req, enum outcome o, long long left, int app)
{
	if (o == OUT_INVALID && app)
		say_text(req, o, "", arena_printf(req->arena, TN(req, left,
		    "This code is not right, or was used already. You can try "
		    "%lld more time.", "This code is not right, or was used "
		    "already. You can try %lld more times."), left));
	else if (o == OUT_INVALID)
		say_text(req, o, "", arena_printf(req->arena,
		    TN(req, left, "This is not the code of the newest mail. "
		    "You can try %lld more time.", "This is not the code of "
		    "the newest mail. You can try %lld more times."), left));
	else
		say_text(req, o, "", T(req, "This login has run out. Please "
		    "log in again to receive a new code."));
	return show(req, o);
}

/* Of an attempt that asks for an app's code: which thirty seconds it is of. */
static enum outcome
app_step(struct req *req, const char *attempt, int *app, const char **step)
{
	struct db_batch *b = db_open(req);
	int call = db_call(b, SQL_ATTEMPT, ticket_hash(req, attempt));
	enum outcome o = db_run(b);
	struct db_rows *r;
	uint64_t found;

	if (o != OUT_DONE)
		return o;
	r = db_result(b, call);
	*app = strcmp(db_get(r, 0, "method"), "app") == 0;
	if (!*app)
		return OUT_DONE;
	found = second_step(db_get(r, 0, "secret"), db_int(r, 0, "account"),
	    code_digits(req, field(req, "code")));
	if (found != 0)
		*step = arena_printf(req->arena, "%llu",
		    (unsigned long long)found);
	return OUT_DONE;
}

/* POST /account/code (S5). */
enum outcome
account_code(struct req *req)
{
	struct ticket session = ticket_new(req), device = ticket_new(req);
	const char *attempt = ticket_cookie(req, "attempt"), *step = NULL;
	struct db_batch *b;
	struct db_rows *r;
	enum outcome o;
	int call, app = 0;

	if (*field(req, "again") != '\0')
		return code_again(req);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if ((o = app_step(req, attempt, &app, &step)) != OUT_DONE)
		return o;
	b = db_open(req);
	call = db_call(b, SQL_CODE, ticket_hash(req, attempt),
	    code_hash(req, attempt, code_digits(req, field(req, "code"))),
	    req->address, session.hash, session_before(req), device.hash,
	    agent_short(req), step, second_recovery(req, field(req, "code")));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (!outcome_good(o))
		return refuse(req, o, db_int(r, 0, "left"), app);
	if (o == OUT_DONE)
		enter_session(req, &session, &device, db_get(r, 0, "login"),
		    db_get(r, 0, "lang"));
	return resp_redirect(req, "%s", db_get(r, 0, "to"));
}
