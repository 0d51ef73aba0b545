#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "arena.h"
#include "verify.h"

/*
 * The leaves of the log are kept: they never change.  Where they do (a database
 * that was restored), the root tells, and they are read anew.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static tree_hash *kept;
static uint64_t nkept, room;

static int
keep(const struct db_rows *r)
{
	tree_hash *more;
	int i;

	for (i = 0; i < db_count(r); i++) {
		if (nkept == room) {
			more = realloc(kept, (room + 4096) * sizeof(*kept));
			if (more == NULL)
				return -1;
			kept = more;
			room += 4096;
		}
		if (sodium_hex2bin(kept[nkept++], TREE_HASH, db_get(r, i,
		    "leaf"), 2 * TREE_HASH, NULL, NULL, NULL) != 0)
			return -1;
	}
	return 0;
}

/* Reads on until there are `size`; a thousand at a time. */
static enum outcome
fill(struct req *req, uint64_t size)
{
	struct db_batch *b;
	enum outcome o;
	uint64_t before;
	int call;

	while (nkept < size) {
		before = nkept;
		b = db_open(req);
		call = db_call(b, SQL_ENTRIES, arena_printf(req->arena, "%llu",
		    (unsigned long long)nkept), "1000");
		if ((o = db_run(b)) != OUT_DONE)
			return o;
		if (keep(db_result(b, call)) != 0)
			return OUT_FAULT;
		if (nkept == before)
			return OUT_UNKNOWN;
	}
	return OUT_DONE;
}

static int
root_fits(uint64_t size, const char *root_hex)
{
	char hex[2 * TREE_HASH + 1];
	tree_hash root;

	tree_root(kept, size, root);
	sodium_bin2hex(hex, sizeof(hex), root, TREE_HASH);
	return strcmp(hex, root_hex) == 0;
}

const tree_hash *
leaves_of(struct req *req, uint64_t size, const char *root_hex,
    enum outcome *o)
{
	tree_hash *copy = NULL;
	int tries;

	pthread_mutex_lock(&lock);
	for (tries = 0; tries < 2 && copy == NULL; tries++) {
		if ((*o = fill(req, size)) != OUT_DONE)
			break;
		if (root_fits(size, root_hex)) {
			copy = arena_alloc(req->arena, size * sizeof(*copy));
			memcpy(copy, kept, size * sizeof(*copy));
		} else
			nkept = 0;
	}
	pthread_mutex_unlock(&lock);
	if (copy == NULL && *o == OUT_DONE)
		*o = OUT_FAULT;
	return copy;
}
