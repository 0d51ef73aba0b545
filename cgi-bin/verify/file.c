#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "arena.h"
#include "conf.h"
#include "sheet_child.h"
#include "trust/jcs.h"
#include "trust/proof.h"
#include "verify.h"

#define CREDENTIAL_MAX	(4u << 20)	/* a list of 10,000 grades */
#define SHEET_MAX	(4u << 20)
#define SHEET_TITLES	200		/* lines that a list may have above */
#define SERIAL_MAX	40

/* The letters of a serial at p, "" when there is none. */
static const char *
serial_at(struct req *req, const unsigned char *p, size_t left)
{
	size_t n = 0;

	while (n < left && n < SERIAL_MAX && (isupper(p[n]) || isdigit(p[n]) ||
	    p[n] == '-'))
		n++;
	return arena_strndup(req->arena, (const char *)p, n);
}

/*
 * Which document a file says to be: our mark among its bytes.  This is a search
 * for a word; no stranger's PDF is ever parsed (S19).
 */
static const char *
claimed_serial(struct req *req, const unsigned char *bytes, size_t size)
{
	static const char mark[] = "sojourn-document:";
	const unsigned char *p;

	p = memmem(bytes, size, mark, sizeof(mark) - 1);
	if (p == NULL)
		return "";
	p += sizeof(mark) - 1;
	return serial_at(req, p, size - (size_t)(p - bytes));
}

/* A serial that stands in a text, "" for none. */
static const char *
serial_in(struct req *req, const char *text)
{
	const char *p = text, *dash = text;

	while ((dash = strchr(dash, '-')) != NULL) {
		for (p = dash; p > text && isupper((unsigned char)p[-1]); p--)
			;
		if (dash - p >= 2 && strspn(dash + 1, "0123456789") == 4 &&
		    dash[5] == '-' && strspn(dash + 6, "0123456789") == 6)
			return arena_strndup(req->arena, p,
			    (size_t)(dash + 12 - p));
		dash++;
	}
	return "";
}

/*
 * Which list a sheet says to be: who opened and saved it has another file, with
 * the number still above its table.  It is read in a child without rights
 * (S16), for some seconds at most.
 */
static const char *
sheet_serial(struct req *req, const void *bytes, size_t size)
{
	struct sheet_child child = { .wall_ms = 5000 };
	struct sheet_error error;
	const char *serial = "";
	struct sheet *s = NULL;
	uint32_t i;

	if (size < 4 || size > SHEET_MAX || memcmp(bytes, "PK\3\4", 4) != 0)
		return "";
	child.helper = arena_printf(req->arena, "%s/sheetreader",
	    conf_get(req->app->conf, "libexec", "/usr/libexec/sojourn"));
	if (sheet_child_read(&child, bytes, size, &sheet_limits_default, &s,
	    &error) == SHEET_OK)
		for (i = 0; i < s->nrows && i < SHEET_TITLES &&
		    *serial == '\0'; i++)
			serial = serial_in(req, sheet_text(s, i, 0));
	sheet_free(s);
	return serial;
}

/* What is neither issued nor says so is unknown; what says so is altered. */
static enum outcome
check_claim(struct req *req, const void *bytes, size_t size)
{
	const char *serial = claimed_serial(req, bytes, size);
	struct db_rows *facts;
	enum outcome o;

	if (*serial == '\0')
		serial = sheet_serial(req, bytes, size);
	if (*serial == '\0')
		return verify_show(req, UNKNOWN, "", NULL, 1);
	if ((o = find(req, NULL, NULL, serial, &facts)) != OUT_DONE)
		return o;
	return verdict_of(facts) == UNKNOWN ?
	    verify_show(req, UNKNOWN, "", NULL, 1) :
	    verify_show(req, ALTERED, serial, NULL, 1);
}

/* The whole file is the one that was issued, or it is not (S19). */
static enum outcome
check_issued(struct req *req, const void *bytes, size_t size, const char *code)
{
	struct db_rows *facts, *other;
	unsigned char hash[32];
	enum outcome o;

	crypto_hash_sha256(hash, bytes, size);
	if ((o = find(req, NULL, hash, NULL, &facts)) != OUT_DONE)
		return o;
	if (code != NULL) {
		if ((o = find(req, code, NULL, NULL, &other)) != OUT_DONE)
			return o;
		if (verdict_of(other) == UNKNOWN)
			return verify_show(req, UNKNOWN, "", NULL, 0);
		if (verdict_of(facts) == UNKNOWN || strcmp(db_get(facts, 0,
		    "serial"), db_get(other, 0, "serial")) != 0)
			return verify_show(req, ALTERED, db_get(other, 0,
			    "serial"), NULL, 1);
	}
	if (verdict_of(facts) != UNKNOWN)
		return verify_show(req, verdict_of(facts), db_get(facts, 0,
		    "serial"), facts, 1);
	return check_claim(req, bytes, size);
}

/* The public key that a proof names, when it is one of ours for documents. */
static int
our_key(struct req *req, const struct db_rows *keys, const char *method,
    unsigned char key[32])
{
	const char *own = arena_printf(req->arena, "%s/verify/keys#",
	    req->app->base_url);
	int i;

	if (method == NULL || strncmp(method, own, strlen(own)) != 0 ||
	    strncmp(method + strlen(own), "document-", 9) != 0)
		return -1;
	for (i = 0; i < db_count(keys); i++)
		if (strcmp(db_get(keys, i, "id"), method + strlen(own)) == 0)
			return sodium_hex2bin(key, 32, db_get(keys, i,
			    "public_key"), 64, NULL, NULL, NULL);
	return -1;
}

/* The state of the document that a rightly signed credential speaks of. */
static enum outcome
check_signed(struct req *req, const json_t *v)
{
	const json_t *document = json_object_get(json_object_get(v,
	    "credentialSubject"), "document");
	const char *serial, *sha256;
	struct db_rows *facts;
	enum outcome o;

	serial = json_string_value(json_object_get(document, "serial"));
	sha256 = json_string_value(json_object_get(document, "sha256"));
	if (serial == NULL || sha256 == NULL)
		return verify_show(req, UNKNOWN, "", NULL, 1);
	serial = arena_strdup(req->arena, serial);
	if ((o = find(req, NULL, NULL, serial, &facts)) != OUT_DONE)
		return o;
	if (verdict_of(facts) == UNKNOWN)
		return verify_show(req, UNKNOWN, "", NULL, 1);
	if (strcmp(db_get(facts, 0, "sha256"), sha256) != 0)
		return verify_show(req, ALTERED, serial, NULL, 1);
	return verify_show(req, verdict_of(facts), serial, facts, 1);
}

static enum outcome
check_credential(struct req *req, const char *text, size_t size)
{
	json_t *v = jcs_read(text, size);
	const char *method = proof_method(v);
	unsigned char key[32];
	struct db_batch *b;
	enum outcome o;
	int keys;

	b = db_open(req);
	keys = db_call(b, SQL_KEYS);
	if ((o = db_run(b)) == OUT_DONE) {
		if (our_key(req, db_result(b, keys), method, key) != 0)
			o = verify_show(req, UNKNOWN, "", NULL, 1);
		else if (proof_check(v, key) != PROOF_GOOD)
			o = verify_show(req, ALTERED, "", NULL, 1);
		else
			o = check_signed(req, v);
	}
	json_decref(v);
	return o;
}

enum outcome
verify_file(struct req *req, const void *bytes, size_t size, const char *code)
{
	const char *p = bytes;
	size_t n = 0;

	while (n < size && isspace((unsigned char)p[n]))
		n++;
	if (n < size && p[n] == '{' && size <= CREDENTIAL_MAX)
		return check_credential(req, p, size);
	return check_issued(req, bytes, size, code);
}
