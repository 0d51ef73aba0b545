#include <string.h>
#include <time.h>

#include <glib.h>
#include <qrencode.h>
#include <sodium.h>

#include "account.h"
#include "conf.h"
#include "totp.h"

/* The second step by an authenticator app: set up, seen, ended (S5). */

static unsigned char key[32];

void
second_start(const struct conf *conf)
{
	conf_key(conf, "totp.key", key);
}

uint64_t
second_step(const char *wrapped, long long account, const char *digits)
{
	struct totp t;
	uint64_t step;

	if (totp_unwrap(&t, wrapped, key, account) != 0)
		return 0;
	step = totp_step(t.secret, digits, (uint64_t)time(NULL));
	sodium_memzero(&t, sizeof(t));
	return step;
}

const char *
second_recovery(struct req *req, const char *typed)
{
	unsigned char h[crypto_hash_sha256_BYTES];
	char code[17];

	if (totp_code_read(typed, code) != 0)
		return NULL;
	crypto_hash_sha256(h, (const unsigned char *)code, 16);
	return db_bytes(req->arena, h, sizeof(h));
}

static const char *
kept(struct req *req, char *text)
{
	const char *copy = arena_strdup(req->arena, text);

	g_free(text);
	return copy;
}

/* "ABCD EFGH …", as one reads it from the screen. */
static const char *
in_fours(struct req *req, const char *s)
{
	char *out = arena_alloc(req->arena, 2 * strlen(s) + 1), *p = out;
	size_t i;

	for (i = 0; s[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			*p++ = '-';
		*p++ = s[i];
	}
	*p = '\0';
	return out;
}

static void
push_codes(struct view *v, struct req *req, const struct totp *t)
{
	static const char *const columns[] = { "code" };
	const char *cells[TOTP_CODES];
	int i;

	for (i = 0; i < t->ncodes; i++)
		cells[i] = in_fours(req, kept(req, totp_base32(t->codes[i],
		    TOTP_CODE)));
	view_table(v, "codes", columns, 1, cells, t->ncodes);
}

/* What waits to be confirmed; 0 when there is nothing. */
static int
pending(const struct db_rows *r, struct totp *t)
{
	return db_count(r) == 1 && !db_null(r, 0, "secret") &&
	    totp_unwrap(t, db_get(r, 0, "secret"), key,
	    db_int(r, 0, "account")) == 0;
}

static enum outcome
show(struct req *req, enum outcome end)
{
	struct totp t = { .ncodes = 0 };
	const char *secret = "";
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_TOTP);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	v = view_new(req, "account/second-step");
	view_text(v, "title", T(req, "Second step at login"));
	view_text(v, "state", db_get(r, 0, "state"));
	view_when(v, "since", db_get(r, 0, "confirmed_at"));
	view_int(v, "left", db_int(r, 0, "left"));
	if (pending(r, &t))
		secret = in_fours(req, kept(req, totp_base32(t.secret,
		    TOTP_SECRET)));
	view_text(v, "secret", secret);
	push_codes(v, req, &t);
	sodium_memzero(&t, sizeof(t));
	return view_send(v, end);
}

/* GET /account/second-step */
enum outcome
account_second_show(struct req *req)
{
	return show(req, OUT_DONE);
}

/* The squares of a QR code as SVG, with the margin that readers want. */
static const char *
draw(struct req *req, const char *text)
{
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	const char *out;
	GString *s;
	int i, n;

	if (qr == NULL)
		return NULL;
	n = qr->width;
	s = g_string_new(NULL);
	g_string_printf(s, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"-4 -4 %d %d\" width=\"240\" height=\"240\">"
	    "<rect x=\"-4\" y=\"-4\" width=\"%d\" height=\"%d\" "
	    "fill=\"#fff\"/><path d=\"", n + 8, n + 8, n + 8, n + 8);
	for (i = 0; i < n * n; i++)
		if (qr->data[i] & 1)
			g_string_append_printf(s, "M%d %dh1v1h-1z", i % n,
			    i / n);
	g_string_append(s, "\"/></svg>");
	out = arena_strdup(req->arena, s->str);
	g_string_free(s, TRUE);
	QRcode_free(qr);
	return out;
}

/* GET /account/second-step.svg: what the app photographs, while it waits. */
enum outcome
account_second_svg(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	const char *svg;
	struct totp t;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_TOTP);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (!pending(r, &t))
		return OUT_UNKNOWN;
	svg = draw(req, arena_printf(req->arena,
	    "otpauth://totp/%s:%s?secret=%s&issuer=%s",
	    db_get(r, 0, "issuer"), db_get(r, 0, "login"), kept(req,
	    totp_base32(t.secret, TOTP_SECRET)), db_get(r, 0, "issuer")));
	sodium_memzero(&t, sizeof(t));
	return svg == NULL ? OUT_FAULT : resp_file(req, "image/svg+xml",
	    "second-step.svg", svg, strlen(svg));
}

/* Says what came of it; back to the page. */
static enum outcome
answer(struct req *req, const struct db_rows *r, const char *name,
    const char *wrong)
{
	enum outcome o = outcome_of(db_get(r, 0, "outcome"));

	if (o == OUT_INVALID) {
		field_error(req, name, wrong);
		return show(req, o);
	}
	o = say_rows(req, r);
	return outcome_good(o) ? resp_done(req, "/account/second-step") :
	    show(req, o);
}

/* start and end: with the current password. */
static enum outcome
with_password(struct req *req, int start, const struct db_rows *who,
    long long account)
{
	const char *hash = db_get(who, 0, "hash"), *good;
	struct db_batch *b;
	struct totp t;
	enum outcome o;
	int call;

	switch (hash_check(hash, field(req, "current"), 1)) {
	case HASH_BUSY:
		say(req, OUT_BUSY, "", "", NULL);
		return show(req, OUT_BUSY);
	case HASH_GOOD:
		good = "t";
		break;
	default:
		good = "f";
	}
	b = db_open(req);
	if (start) {
		totp_new(&t);
		call = db_call(b, SQL_TOTP_START, req->address, good, hash,
		    arena_printf(req->arena, "\\x%s", kept(req,
		    totp_wrap(&t, key, account))), req->request);
		sodium_memzero(&t, sizeof(t));
	} else
		call = db_call(b, SQL_TOTP_END, req->address, good, hash,
		    req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	return answer(req, db_result(b, call), "current", T(req,
	    "This is not your current password."));
}

/* SHA-256 of each recovery code, in hexadecimal, with commas between. */
static const char *
hashes(struct req *req, const struct totp *t)
{
	unsigned char h[crypto_hash_sha256_BYTES];
	const char *all = "", *code;
	char hex[2 * sizeof(h) + 1];
	int i;

	for (i = 0; i < t->ncodes; i++) {
		code = kept(req, totp_base32(t->codes[i], TOTP_CODE));
		crypto_hash_sha256(h, (const unsigned char *)code, 16);
		all = arena_printf(req->arena, "%s%s%s", all, i > 0 ? "," : "",
		    sodium_bin2hex(hex, sizeof(hex), h, sizeof(h)));
	}
	return all;
}

/* The first code of the app. */
static enum outcome
confirm(struct req *req, const struct db_rows *mine)
{
	const char *was = db_get(mine, 0, "secret"), *codes, *step = NULL;
	long long account = db_int(mine, 0, "account");
	struct totp t = { .ncodes = 0 };
	struct db_batch *b;
	uint64_t found = 0;
	enum outcome o;
	int call;

	if (pending(mine, &t))
		found = totp_step(t.secret, code_digits(req,
		    field(req, "code")), (uint64_t)time(NULL));
	if (found != 0)
		step = arena_printf(req->arena, "%llu",
		    (unsigned long long)found);
	codes = hashes(req, &t);
	t.ncodes = 0;
	b = db_open(req);
	call = db_call(b, SQL_TOTP_CONFIRM, step, arena_printf(req->arena,
	    "\\x%s", was), arena_printf(req->arena, "\\x%s", kept(req,
	    totp_wrap(&t, key, account))), codes, req->request);
	sodium_memzero(&t, sizeof(t));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	return answer(req, db_result(b, call), "code", T(req, "This is not the "
	    "code that the app shows now. Is the clock of the telephone right?"));
}

/* POST /account/second-step */
enum outcome
account_second(struct req *req)
{
	const struct db_rows *who, *mine;
	const char *act = field(req, "act");
	struct db_batch *b;
	enum outcome o;
	int call, state;

	b = db_open(req);
	call = db_call(b, SQL_PASSWORD_BEGIN, req->address);
	state = db_call(b, SQL_TOTP);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	who = db_result(b, call);
	mine = db_result(b, state);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if (strcmp(act, "confirm") == 0)
		return confirm(req, mine);
	if (db_int(who, 0, "wait") > 0) {
		req->reply.retry_after = (int)db_int(who, 0, "wait");
		say(req, OUT_LOCKED, "", "", NULL);
		return show(req, OUT_LOCKED);
	}
	return with_password(req, strcmp(act, "start") == 0, who,
	    db_int(mine, 0, "account"));
}
