#include <string.h>

#include <sodium.h>

#include "tree.h"

void
tree_leaf(const void *entry, size_t len, tree_hash out)
{
	static const unsigned char zero = 0;
	crypto_hash_sha256_state s;

	crypto_hash_sha256_init(&s);
	crypto_hash_sha256_update(&s, &zero, 1);
	crypto_hash_sha256_update(&s, entry, len);
	crypto_hash_sha256_final(&s, out);
}

static void
node(const tree_hash left, const tree_hash right, tree_hash out)
{
	static const unsigned char one = 1;
	crypto_hash_sha256_state s;

	crypto_hash_sha256_init(&s);
	crypto_hash_sha256_update(&s, &one, 1);
	crypto_hash_sha256_update(&s, left, TREE_HASH);
	crypto_hash_sha256_update(&s, right, TREE_HASH);
	crypto_hash_sha256_final(&s, out);
}

/* The largest power of two below n (n > 1). */
static uint64_t
split(uint64_t n)
{
	uint64_t k = 1;

	while (k << 1 < n)
		k <<= 1;
	return k;
}

void
tree_root(const tree_hash *leaves, uint64_t n, tree_hash out)
{
	tree_hash left, right;
	uint64_t k;

	if (n == 0) {
		crypto_hash_sha256(out, NULL, 0);
		return;
	}
	if (n == 1) {
		memcpy(out, leaves[0], TREE_HASH);
		return;
	}
	k = split(n);
	tree_root(leaves, k, left);
	tree_root(leaves + k, n - k, right);
	node(left, right, out);
}

int
tree_inclusion(const tree_hash *leaves, uint64_t m, uint64_t n,
    tree_hash *path)
{
	uint64_t k;
	int len;

	if (m >= n)
		return -1;
	if (n == 1)
		return 0;
	k = split(n);
	if (m < k) {
		len = tree_inclusion(leaves, m, k, path);
		tree_root(leaves + k, n - k, path[len]);
	} else {
		len = tree_inclusion(leaves + k, m - k, n - k, path);
		tree_root(leaves, k, path[len]);
	}
	return len + 1;
}

/* SUBPROOF of RFC 6962: whole says whether m leaves are a tree known already. */
static int
subproof(const tree_hash *leaves, uint64_t m, uint64_t n, int whole,
    tree_hash *path)
{
	uint64_t k;
	int len;

	if (m == n) {
		if (whole)
			return 0;
		tree_root(leaves, n, path[0]);
		return 1;
	}
	k = split(n);
	if (m <= k) {
		len = subproof(leaves, m, k, whole, path);
		tree_root(leaves + k, n - k, path[len]);
	} else {
		len = subproof(leaves + k, m - k, n - k, 0, path);
		tree_root(leaves, k, path[len]);
	}
	return len + 1;
}

int
tree_consistency(const tree_hash *leaves, uint64_t m, uint64_t n,
    tree_hash *path)
{
	if (m > n)
		return -1;
	if (m == 0 || m == n)
		return 0;
	return subproof(leaves, m, n, 1, path);
}

int
tree_included(const tree_hash leaf, uint64_t m, uint64_t n,
    const tree_hash *path, int len, const tree_hash root)
{
	uint64_t fn = m, sn = n - 1;
	tree_hash r;
	int i;

	if (m >= n)
		return 0;
	memcpy(r, leaf, TREE_HASH);
	for (i = 0; i < len; i++) {
		if (sn == 0)
			return 0;
		if ((fn & 1) != 0 || fn == sn) {
			node(path[i], r, r);
			while ((fn & 1) == 0 && fn != 0) {
				fn >>= 1;
				sn >>= 1;
			}
		} else
			node(r, path[i], r);
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && sodium_memcmp(r, root, TREE_HASH) == 0;
}

int
tree_consistent(uint64_t m, uint64_t n, const tree_hash *path, int len,
    const tree_hash first, const tree_hash second)
{
	uint64_t fn = m - 1, sn = n - 1;
	tree_hash fr, sr;
	int i = 0;

	if (m == 0 || m > n)
		return m == 0 && len == 0;
	if (m == n)
		return len == 0 && memcmp(first, second, TREE_HASH) == 0;
	while ((fn & 1) != 0) {
		fn >>= 1;
		sn >>= 1;
	}
	if (fn == 0)			/* the first tree is whole */
		memcpy(fr, first, TREE_HASH);
	else if (len > 0)
		memcpy(fr, path[i++], TREE_HASH);
	else
		return 0;
	memcpy(sr, fr, TREE_HASH);
	for (; i < len; i++) {
		if (sn == 0)
			return 0;
		if ((fn & 1) != 0 || fn == sn) {
			node(path[i], fr, fr);
			node(path[i], sr, sr);
			while ((fn & 1) == 0 && fn != 0) {
				fn >>= 1;
				sn >>= 1;
			}
		} else
			node(sr, path[i], sr);
		fn >>= 1;
		sn >>= 1;
	}
	return sn == 0 && memcmp(fr, first, TREE_HASH) == 0 &&
	    memcmp(sr, second, TREE_HASH) == 0;
}

void
tree_add(struct tree_edge *e, const tree_hash leaf)
{
	uint64_t n = e->n;

	memcpy(e->part[e->parts++], leaf, TREE_HASH);
	for (; (n & 1) != 0; n >>= 1) {
		node(e->part[e->parts - 2], e->part[e->parts - 1],
		    e->part[e->parts - 2]);
		e->parts--;
	}
	e->n++;
}

void
tree_edge_root(const struct tree_edge *e, tree_hash out)
{
	int i;

	if (e->parts == 0) {
		crypto_hash_sha256(out, NULL, 0);
		return;
	}
	memcpy(out, e->part[e->parts - 1], TREE_HASH);
	for (i = e->parts - 2; i >= 0; i--)
		node(e->part[i], out, out);
}
