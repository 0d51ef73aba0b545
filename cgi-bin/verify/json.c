#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "arena.h"
#include "trust/jcs.h"
#include "trust/multibase.h"
#include "verify.h"

/* Canonical JSON, so that the same facts have the same bytes. */
enum outcome
send_json(struct req *req, json_t *v)
{
	size_t len;
	char *text = v == NULL ? NULL : jcs_text(v, &len);

	json_decref(v);
	if (text == NULL)
		return OUT_FAULT;
	arena_defer(req->arena, free, text);
	return resp_bytes(req, 200, "application/json; charset=utf-8", text,
	    len);
}

/* One public key as a verification method (W3C Controlled Identifiers). */
static json_t *
method_of(const char *controller, const char *id, const char *hex)
{
	unsigned char key[32];
	char *text;
	json_t *v;

	if (sodium_hex2bin(key, sizeof(key), hex, strlen(hex), NULL, NULL,
	    NULL) != 0 || (text = multikey_text(key)) == NULL)
		return NULL;
	v = json_pack("{s:s+, s:s, s:s, s:s}", "id", controller, id,
	    "type", "Multikey", "controller", controller,
	    "publicKeyMultibase", text);
	free(text);
	return v;
}

/* GET /verify/keys: every key there has been, so that old signatures can be
 * checked. */
enum outcome
verify_keys(struct req *req)
{
	const char *self = arena_printf(req->arena, "%s/verify/keys",
	    req->app->base_url);
	json_t *methods = json_array(), *uses = json_array();
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call, i;

	b = db_open(req);
	call = db_call(b, SQL_KEYS);
	if ((o = db_run(b)) != OUT_DONE) {
		json_decref(methods);
		json_decref(uses);
		return o;
	}
	r = db_result(b, call);
	for (i = 0; i < db_count(r); i++) {
		json_array_append_new(methods, method_of(self,
		    arena_printf(req->arena, "#%s", db_get(r, i, "id")),
		    db_get(r, i, "public_key")));
		json_array_append_new(uses, json_pack("s+", self,
		    arena_printf(req->arena, "#%s", db_get(r, i, "id"))));
	}
	return send_json(req, json_pack("{s:s, s:s, s:o, s:o}", "@context",
	    "https://www.w3.org/ns/cid/v1", "id", self, "verificationMethod",
	    methods, "assertionMethod", uses));
}

/* GET /verify/status/LIST: the signed list, byte for byte. */
enum outcome
verify_status(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	call = db_call(b, SQL_STATUS_LIST, field(req, "list"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) == 0)
		return OUT_UNKNOWN;
	return resp_bytes(req, 200, "application/json; charset=utf-8",
	    db_get(r, 0, "credential"), strlen(db_get(r, 0, "credential")));
}
