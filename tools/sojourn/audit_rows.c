#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "audit.h"

void
audit_say(struct audit *a)
{
	unsigned long long head = a->run_head;

	if (a->run == NULL)
		return;
	/* TRANSLATORS: {changed, removed, inserted} row n. */
	if (a->from == a->till)
		cli_say(a->cli, N_("%s: row %lld, between head %llu and head "
		    "%llu"), T(a->cli, a->run), a->from, head - 1, head);
	else
		cli_say(a->cli, N_("%s: rows %lld to %lld, between head %llu "
		    "and head %llu"), T(a->cli, a->run), a->from, a->till,
		    head - 1, head);
	a->run = NULL;
}

void
audit_wrong(struct audit *a, const char *kind, long long id, uint64_t head)
{
	a->found++;
	if (a->run == kind && a->run_head == head && id == a->till + 1) {
		a->till = id;
		return;
	}
	audit_say(a);
	a->run = kind;
	a->run_head = head;
	a->from = a->till = id;
}

/* The ids of "{[1,4),[6,7)}", one after the other. */
struct ids {
	const char	*at;
	long long	 next, end;
};

static int
next_id(struct ids *ids, long long *id)
{
	int used;

	if (ids->next == ids->end) {
		ids->at += strcspn(ids->at, "[");
		if (sscanf(ids->at, "[%lld,%lld)%n", &ids->next, &ids->end,
		    &used) != 2 || ids->next >= ids->end)
			return 0;
		ids->at += used;
	}
	*id = ids->next++;
	return 1;
}

/* Each id of the seal against the rows that are there, both in order. */
static void
compare(struct audit *a, const char *ids_text, const tree_hash *leaves,
    size_t nleaves, const struct db_rows *r, uint64_t n)
{
	static const char *const changed = N_("changed");
	static const char *const removed = N_("removed");
	struct ids ids = { .at = ids_text };
	tree_hash leaf;
	long long id;
	size_t i = 0;
	int row = 0;

	while (next_id(&ids, &id) && i < nleaves) {
		while (row < db_count(r) && db_int(r, row, "id") < id)
			row++;
		if (row == db_count(r) || db_int(r, row, "id") != id)
			audit_wrong(a, removed, id, n);
		else {
			seal_leaf(r, row++, leaf);
			if (memcmp(leaf, leaves[i], TREE_HASH) != 0)
				audit_wrong(a, changed, id, n);
		}
		i++;
	}
	audit_say(a);
	/* As many leaves as ids, else the list of ids was changed. */
	if (i != nleaves || next_id(&ids, &id)) {
		a->found++;
		cli_say(a->cli, N_("changed: which rows head %llu covers"),
		    (unsigned long long)n);
	}
}

int
audit_rows(struct audit *a, const struct db_rows *heads, int row, uint64_t n)
{
	const char *hex = db_get(heads, row, "leaves");
	size_t size = strlen(hex) / 2, bytes;
	unsigned char *leaves = g_malloc(size + 1);
	struct seal_head h;
	struct db_rows *r;
	char number[24];
	tree_hash root;

	sodium_hex2bin(leaves, size, hex, strlen(hex), NULL, &bytes, NULL);
	tree_root((const tree_hash *)leaves, size / TREE_HASH, root);
	if (seal_head_read(db_get(heads, row, "head"), &h) == 0 &&
	    memcmp(root, h.root, TREE_HASH) != 0) {
		a->found++;
		cli_say(a->cli, N_("changed: what head %llu was signed for; "
		    "which of its rows are genuine cannot be told"),
		    (unsigned long long)n);
	}
	snprintf(number, sizeof(number), "%llu", (unsigned long long)n);
	r = db_do(cli_db(a->cli), SQL_AUDIT_SEALED, number);
	if (r != NULL)
		compare(a, db_get(heads, row, "rows"),
		    (const tree_hash *)leaves, size / TREE_HASH, r, n);
	db_rows_free(r);
	g_free(leaves);
	a->rows += size / TREE_HASH;
	return r == NULL ? -1 : 0;
}
