#include <string.h>

#include "trust/shortcode.h"
#include "verify.h"

enum verdict
verdict_of(const struct db_rows *facts)
{
	const char *word = facts == NULL || db_count(facts) == 0 ? "" :
	    db_get(facts, 0, "outcome");

	return strcmp(word, "valid") == 0 ? VALID :
	    strcmp(word, "revoked") == 0 ? REVOKED :
	    strcmp(word, "superseded") == 0 ? SUPERSEDED : UNKNOWN;
}

enum outcome
find(struct req *req, const char *code, const unsigned char *hash,
    const char *serial, struct db_rows **facts)
{
	unsigned char code_hash[32];
	struct db_batch *b;
	enum outcome o;
	int try, call;

	if (code != NULL)
		shortcode_hash(code, code_hash);
	b = db_open(req);
	try = db_call(b, SQL_TRY, req->address);
	call = db_call(b, SQL_FIND, req->lang,
	    code == NULL ? NULL : db_bytes(req->arena, code_hash, 32),
	    hash == NULL ? NULL : db_bytes(req->arena, hash, 32), serial);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (!db_bool(db_result(b, try), 0, "try"))
		return OUT_BUSY;
	*facts = db_result(b, call);
	return OUT_DONE;
}
