#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "arena.h"
#include "verify.h"

/* The head over `size` entries, the newest for "". */
static enum outcome
head_of(struct req *req, const char *size, const struct db_rows **head)
{
	struct db_batch *b = db_open(req);
	int call = db_call(b, SQL_HEAD, *size == '\0' ? NULL : size);
	enum outcome o = db_run(b);

	if (o != OUT_DONE)
		return o;
	*head = db_result(b, call);
	return db_count(*head) == 0 ? OUT_UNKNOWN : OUT_DONE;
}

static json_t *
head_json(struct req *req, const struct db_rows *r)
{
	return json_pack("{s:s, s:I, s:s, s:s, s:s+, s:s}",
	    "origin", req->app->base_url,
	    "size", (json_int_t)db_int(r, 0, "size"),
	    "root", db_get(r, 0, "root"), "at", db_get(r, 0, "at"),
	    "key", arena_printf(req->arena, "%s/verify/keys#",
	    req->app->base_url), db_get(r, 0, "key_id"),
	    "signature", db_get(r, 0, "signature"));
}

static json_t *
path_json(const tree_hash *path, int len)
{
	json_t *v = json_array();
	char hex[2 * TREE_HASH + 1];
	int i;

	for (i = 0; i < len; i++) {
		sodium_bin2hex(hex, sizeof(hex), path[i], TREE_HASH);
		json_array_append_new(v, json_string(hex));
	}
	return v;
}

/* GET /verify/log: what the log is, and where it stands. */
enum outcome
verify_log(struct req *req)
{
	const struct db_rows *head;
	struct view *v;
	enum outcome o;

	o = head_of(req, "", &head);
	if (o != OUT_DONE && o != OUT_UNKNOWN)
		return o;
	v = view_new(req, "verify/log");
	view_text(v, "title", T(req, "The log of issued documents"));
	view_int(v, "size", o == OUT_DONE ? db_int(head, 0, "size") : 0);
	view_text(v, "root", o == OUT_DONE ? db_get(head, 0, "root") : "");
	view_text(v, "at", o == OUT_DONE ? db_get(head, 0, "at") : "");
	view_text(v, "key", o == OUT_DONE ? db_get(head, 0, "key_id") : "");
	return view_send(v, OUT_DONE);
}

/* GET /verify/log/head.json?size= */
enum outcome
verify_head(struct req *req)
{
	const struct db_rows *head;
	enum outcome o;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	if ((o = head_of(req, field(req, "size"), &head)) != OUT_DONE)
		return o;
	return send_json(req, head_json(req, head));
}

/* GET /verify/log/entries.json?from=&count= */
enum outcome
verify_entries(struct req *req)
{
	json_t *all = json_array();
	const char *from = field(req, "from"), *count = field(req, "count");
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call, i;

	if (fields_bad(req)) {
		json_decref(all);
		return OUT_UNKNOWN;
	}
	b = db_open(req);
	call = db_call(b, SQL_ENTRIES, *from == '\0' ? "0" : from,
	    *count == '\0' ? "100" : count);
	if ((o = db_run(b)) != OUT_DONE) {
		json_decref(all);
		return o;
	}
	r = db_result(b, call);
	for (i = 0; i < db_count(r); i++)
		json_array_append_new(all, json_pack("{s:I, s:s, s:s}", "n",
		    (json_int_t)db_int(r, i, "n"), "entry", db_get(r, i,
		    "entry"), "leaf", db_get(r, i, "leaf")));
	return send_json(req, json_pack("{s:o}", "entries", all));
}

/* GET /verify/log/inclusion.json?serial=&size=: that a document was issued. */
enum outcome
verify_inclusion(struct req *req)
{
	tree_hash path[TREE_PROOF_MAX];
	const struct db_rows *head, *entry;
	const tree_hash *leaves;
	struct db_batch *b;
	enum outcome o;
	uint64_t size, n;
	int call, len;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	if ((o = head_of(req, field(req, "size"), &head)) != OUT_DONE)
		return o;
	b = db_open(req);
	call = db_call(b, SQL_ENTRY_OF, field(req, "serial"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	entry = db_result(b, call);
	if (db_count(entry) == 0)
		return OUT_UNKNOWN;
	size = (uint64_t)db_int(head, 0, "size");
	n = (uint64_t)db_int(entry, 0, "n");
	if (n >= size)
		return OUT_UNKNOWN;
	leaves = leaves_of(req, size, db_get(head, 0, "root"), &o);
	if (leaves == NULL)
		return o;
	len = tree_inclusion(leaves, n, size, path);
	return send_json(req, json_pack("{s:I, s:s, s:o, s:o}", "n",
	    (json_int_t)n, "entry", db_get(entry, 0, "entry"), "path",
	    path_json(path, len), "head", head_json(req, head)));
}

/* GET /verify/log/consistency.json?from=&to=: that nothing was taken back. */
enum outcome
verify_consistency(struct req *req)
{
	tree_hash path[TREE_PROOF_MAX];
	const struct db_rows *first, *second;
	const tree_hash *leaves;
	enum outcome o;
	uint64_t m, n;
	int len;

	if (fields_bad(req) || *field(req, "from") == '\0')
		return OUT_UNKNOWN;
	if ((o = head_of(req, field(req, "from"), &first)) != OUT_DONE ||
	    (o = head_of(req, field(req, "to"), &second)) != OUT_DONE)
		return o;
	m = (uint64_t)db_int(first, 0, "size");
	n = (uint64_t)db_int(second, 0, "size");
	if (m > n)
		return OUT_UNKNOWN;
	leaves = leaves_of(req, n, db_get(second, 0, "root"), &o);
	if (leaves == NULL)
		return o;
	len = tree_consistency(leaves, m, n, path);
	return send_json(req, json_pack("{s:o, s:o, s:o}", "first",
	    head_json(req, first), "second", head_json(req, second), "path",
	    path_json(path, len)));
}
