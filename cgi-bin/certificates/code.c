#include <string.h>
#include <time.h>

#include <sodium.h>

#include "arena.h"
#include "certificate.h"
#include "certificates.h"
#include "document.h"
#include "form.h"
#include "req_read.h"

#define MAKE_SECONDS	4	/* then the rest is made behind the page */

static enum outcome
show(struct req *req, enum outcome outcome)
{
	static const char *const columns[] = { "id", "title", "speech",
	    "copies", "alive", "until", "corrected", "sent" };
	const int ncols = sizeof(columns) / sizeof(columns[0]);
	int frame, waiting, i, alive = 0;
	const struct db_rows *r;
	const char **cells;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME);
	waiting = db_call(b, SQL_WAITING);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, waiting);
	cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(ncols * (db_count(r) + 1)));
	for (i = 0; i < db_count(r); i++) {
		const char **c = cells + i * ncols;

		alive |= db_bool(r, i, "alive");
		c[0] = db_get(r, i, "id");
		c[1] = T(req, certificate_title(db_get(r, i, "type")));
		c[2] = language_name(db_get(r, i, "lang"));
		c[3] = db_get(r, i, "copies");
		c[4] = db_bool(r, i, "alive") ? "1" : "";
		c[5] = when_text(req, db_get(r, i, "until"));
		c[6] = db_bool(r, i, "corrected") ? "1" : "";
		c[7] = db_bool(r, i, "sent") ? "1" : "";
	}
	v = view_new(req, "certificates/code");
	view_text(v, "title", T(req, "Enter your code"));
	view_row(v, "", db_result(b, frame), 0);
	view_table(v, "wishes", columns, ncols, cells, db_count(r));
	view_int(v, "alive", alive);
	return view_send(v, outcome);
}

/* GET /certificates/code: what waits for a code. */
enum outcome
certificates_code_form(struct req *req)
{
	return show(req, OUT_DONE);
}

/* Only the digits of what was typed: "123 456" is a code too. */
static const char *
digits_of(struct req *req, const char *s)
{
	char *out, *p;

	out = p = arena_alloc(req->arena, strlen(s) + 1);
	for (; *s != '\0'; s++)
		if (*s >= '0' && *s <= '9')
			*p++ = *s;
	return out;
}

/* A new session's cookie, and what the database keeps of it. */
struct fresh {
	char		 value[44];
	unsigned char	 hash[32];
};

static void
make_fresh(struct fresh *f)
{
	unsigned char raw[32];

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(f->value, sizeof(f->value), raw, sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	crypto_hash_sha256(f->hash, (const unsigned char *)f->value,
	    strlen(f->value));
}

/* The session goes on under its new token (S6), also within this request. */
static void
go_on_as(struct req *req, const struct fresh *f)
{
	req->token = arena_strdup(req->arena, f->value);
	memcpy(req->session, f->hash, sizeof(req->session));
	req->csrf = req_csrf_token(req, "session", req->token);
	resp_cookie(req, "session", req->token, 0);
}

/*
 * What has become of a copy that could not be issued: refused because the
 * right ended (then nothing of the wish is), or because it cannot be printed.
 */
static enum outcome
settle(struct req *req, const char *serial)
{
	struct db_batch *b;
	enum outcome o;
	const char *why;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SETTLE, serial);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, call)) == 0)
		return OUT_UNKNOWN;
	why = db_get(db_result(b, call), 0, "why");
	if (strcmp(why, "changed") == 0)
		say_act(req, "certificate-code", OUT_INELIGIBLE, "", "R109",
		    "{}");
	else
		say_text(req, OUT_INELIGIBLE, "", document_problem(req, why));
	return certificates_show(req, OUT_INELIGIBLE);
}

/*
 * Has the copies made, one after the other, for a few seconds; what is left
 * then, or stays behind because a worker is away, is made without this
 * request, and the page tells how far it is.
 */
static enum outcome
make_copies(struct req *req, const char *serials)
{
	time_t ends = time(NULL) + MAKE_SECONDS;
	char *list = arena_strdup(req->arena, serials), *next = NULL, *serial;
	enum outcome o;

	for (serial = strtok_r(list, " ", &next); serial != NULL &&
	    time(NULL) <= ends; serial = strtok_r(NULL, " ", &next)) {
		o = document_make(req, serial);
		if (o == OUT_CHANGED || o == OUT_INELIGIBLE)
			return settle(req, serial);
		if (o != OUT_DONE)
			break;
	}
	return resp_done(req, "/certificates");
}

static enum outcome
tell(struct req *req, const struct db_rows *r)
{
	enum outcome o = say_rows(req, r);

	if (o == OUT_LOCKED)
		req->reply.retry_after = 20;
	return o;
}

/* Another code for a wish, or the wish is taken back. */
static enum outcome
act_on_wish(struct req *req, int statement, const char *to)
{
	const char *values[] = { req->request, form_null(req, "wish") };

	return form_post(req, statement, values, tell, to, show);
}

/* POST /certificates/code (R106, S6, S20). */
enum outcome
certificates_code(struct req *req)
{
	const char *act = field(req, "act");
	const struct db_rows *r;
	struct fresh fresh;
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if (strcmp(act, "again") == 0)
		return act_on_wish(req, SQL_AGAIN, "/certificates/code");
	if (strcmp(act, "drop") == 0)
		return act_on_wish(req, SQL_DROP, "/certificates");
	/* Nothing was typed: that is no guess, and costs no try (S5). */
	if (*field(req, "code") == '\0') {
		field_error(req, "code", T(req, "Please fill in this field."));
		return show(req, OUT_INVALID);
	}
	make_fresh(&fresh);
	b = db_open(req);
	call = db_call(b, SQL_CODE, req->request, digits_of(req, field(req,
	    "code")), db_bytes(req->arena, fresh.hash, sizeof(fresh.hash)),
	    req->address);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_bool(r, 0, "rotated"))
		go_on_as(req, &fresh);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (o == OUT_DONE)
		return make_copies(req, db_get(r, 0, "serials"));
	say_rows(req, r);
	if (o == OUT_ALREADY)
		return resp_done(req, "/certificates");
	return o == OUT_INELIGIBLE ? certificates_show(req, o) : show(req, o);
}
