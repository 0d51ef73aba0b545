#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "arena.h"
#include "trust/jcs.h"
#include "trust/proof.h"
#include "verify.h"

#define CREDENTIAL_MAX	(1u << 20)
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

/* The whole file is the one that was issued, or it is not (S19). */
static enum outcome
check_pdf(struct req *req, const void *bytes, size_t size, const char *code)
{
	struct db_rows *facts, *other;
	unsigned char hash[32];
	const char *serial;
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
	serial = claimed_serial(req, bytes, size);
	if (*serial == '\0')
		return verify_show(req, UNKNOWN, "", NULL, 1);
	if ((o = find(req, NULL, NULL, serial, &facts)) != OUT_DONE)
		return o;
	return verdict_of(facts) == UNKNOWN ?
	    verify_show(req, UNKNOWN, "", NULL, 1) :
	    verify_show(req, ALTERED, serial, NULL, 1);
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
	return check_pdf(req, bytes, size, code);
}
