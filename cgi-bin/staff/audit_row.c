#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "audit.h"
#include "seal.h"

/* One row of the audit: what it says, and the proof that it is as it was. */

const struct field audit_row_fields[] = {
	{ "row", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Row"), NULL },
	{ 0 }
};

/* The way from the row's leaf to the root that is signed. */
struct proof {
	tree_hash	 leaf, path[TREE_PROOF_MAX];
	int		 len;		/* -1: it does not lead there */
	uint64_t	 place, size;
	struct seal_head head;
};

static void
prove(const struct db_rows *r, struct proof *p)
{
	const char *hex = db_get(r, 0, "leaves");
	unsigned char *leaves = g_malloc(strlen(hex) / 2 + 1);

	seal_leaf(r, 0, p->leaf);
	p->size = strlen(hex) / 2 / TREE_HASH;
	p->place = (uint64_t)db_int(r, 0, "place");
	sodium_hex2bin(leaves, strlen(hex) / 2, hex, strlen(hex), NULL, NULL,
	    NULL);
	p->len = tree_inclusion((const tree_hash *)leaves, p->place, p->size,
	    p->path);
	if (p->len >= 0 && (seal_head_read(db_get(r, 0, "head"), &p->head) !=
	    0 || !tree_included(p->leaf, p->place, p->size, p->path, p->len,
	    p->head.root)))
		p->len = -1;
	g_free(leaves);
}

static const char *
hex_text(struct req *req, const tree_hash hash)
{
	char *hex = arena_alloc(req->arena, 2 * TREE_HASH + 1);

	return sodium_bin2hex(hex, 2 * TREE_HASH + 1, hash, TREE_HASH);
}

static void
push_proof(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const columns[] = { "n", "hash" };
	const char *cells[2 * TREE_PROOF_MAX];
	struct proof p = { .len = -1 };
	int sealed = !db_null(r, 0, "seal"), i;

	if (sealed)
		prove(r, &p);
	for (i = 0; i < p.len; i++) {
		cells[2 * i] = arena_printf(req->arena, "%d", i + 1);
		cells[2 * i + 1] = hex_text(req, p.path[i]);
	}
	view_table(v, "path", columns, 2, cells, p.len > 0 ? p.len : 0);
	view_int(v, "sealed", sealed);
	view_int(v, "fits", p.len >= 0);
	view_text(v, "leaf", sealed ? hex_text(req, p.leaf) : "");
	view_text(v, "place", arena_printf(req->arena, "%llu",
	    (unsigned long long)p.place));
	view_text(v, "size", arena_printf(req->arena, "%llu",
	    (unsigned long long)p.size));
	view_text(v, "seal", db_get(r, 0, "seal"));
	view_when(v, "signed_at", db_get(r, 0, "signed_at"));
	view_text(v, "head_text", db_get(r, 0, "head"));
	view_text(v, "key_id", db_get(r, 0, "key_id"));
	view_text(v, "signature", db_get(r, 0, "signature"));
}

/* "student E252000015", as the reader would say it. */
static const char *
actor_of(struct req *req, const struct db_rows *r)
{
	static const struct word kinds[] = {
		{ "staff", N_("staff") },
		{ "partner", N_("university") },
		{ "student", N_("student") },
		{ NULL, NULL }
	};

	if (*db_get(r, 0, "login") == '\0')
		return T(req, "the system, or somebody who was not logged in");
	return arena_printf(req->arena, "%s (%s)", db_get(r, 0, "login"),
	    word_of(req, kinds, db_get(r, 0, "account_kind")));
}

static void
push_meaning(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const plain[] = { "id", "person", "university",
	    "program", "act", "outcome", "rule", "request_id", "n", "detail",
	    "object_id", "object", "tx", "said", NULL };
	int i;

	for (i = 0; plain[i] != NULL; i++)
		view_text(v, plain[i], db_get(r, 0, plain[i]));
	view_when(v, "at", db_get(r, 0, "seen_at"));
	view_when(v, "told_at", db_get(r, 0, "rules_at"));
	view_text(v, "exact", db_get(r, 0, "at"));
	view_text(v, "actor", actor_of(req, r));
	view_text(v, "act_word", word_of(req, act_labels,
	    db_get(r, 0, "act")));
	view_text(v, "outcome_word", audit_outcome(req,
	    db_get(r, 0, "outcome")));
	view_text(v, "object_word", word_of(req, object_labels,
	    db_get(r, 0, "object_kind")));
	view_int(v, "good", strcmp(db_get(r, 0, "outcome"), "done") == 0);
}

/* GET /staff/audit/ROW */
enum outcome
staff_audit_row(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	call = db_call(b, SQL_AUDIT_ROW, field(req, "row"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) != 1)
		return OUT_UNKNOWN;
	v = view_new(req, "staff/audit_one");
	view_text(v, "title", arena_printf(req->arena, "%s %s",
	    T(req, "Row of the audit"), db_get(r, 0, "id")));
	push_meaning(v, req, r);
	push_proof(v, req, r);
	return view_send(v, OUT_DONE);
}
