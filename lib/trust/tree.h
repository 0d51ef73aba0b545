#ifndef TRUST_TREE_H
#define TRUST_TREE_H

#include <stddef.h>
#include <stdint.h>

/*
 * An append-only log as a Merkle tree (RFC 6962): SHA-256, a leaf is
 * H(0 || entry), a node H(1 || left || right).
 */

#define TREE_HASH	32
#define TREE_PROOF_MAX	64

typedef unsigned char tree_hash[TREE_HASH];

void	 tree_leaf(const void *entry, size_t len, tree_hash out);
/* The root over n leaves; of none it is the hash of nothing. */
void	 tree_root(const tree_hash *leaves, uint64_t n, tree_hash out);
/* The path from leaf m to the root over n leaves.  Returns its length, at most
 * TREE_PROOF_MAX, or -1 when there is no such leaf. */
int	 tree_inclusion(const tree_hash *leaves, uint64_t m, uint64_t n,
	    tree_hash *path);
/* That the tree over m leaves is the beginning of that over n.  As above. */
int	 tree_consistency(const tree_hash *leaves, uint64_t m, uint64_t n,
	    tree_hash *path);

/* 1 when the path leads from the leaf to the root. */
int	 tree_included(const tree_hash leaf, uint64_t m, uint64_t n,
	    const tree_hash *path, int len, const tree_hash root);
/* 1 when `first`, over m leaves, is the beginning of `second`, over n. */
int	 tree_consistent(uint64_t m, uint64_t n, const tree_hash *path,
	    int len, const tree_hash first, const tree_hash second);

/*
 * The right edge of a growing tree: all that is needed to add a leaf and to
 * know the root.
 */
struct tree_edge {
	uint64_t	 n;
	tree_hash	 part[64];	/* whole subtrees, the largest first */
	int		 parts;
};

void	 tree_add(struct tree_edge *, const tree_hash leaf);
void	 tree_edge_root(const struct tree_edge *, tree_hash out);

#endif
