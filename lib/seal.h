#ifndef SOJOURN_SEAL_H
#define SOJOURN_SEAL_H

#include <stdint.h>

#include "trust/tree.h"

/*
 * How the audit is sealed (S13).  A row is hashed as a leaf of a Merkle tree
 * over the rows of its seal; the root stands in a head that names the hash of
 * the head before it, so that whoever keeps one head holds on to all rows up to
 * there.
 */

struct db_rows;

/*
 * The leaf of a row whose first columns are those of sojourn.audit_rows():
 * "sojourn audit row v1" and a newline, then each of the sixteen columns in
 * their order as its length, a colon, its text and a comma, or "-," for null.
 */
void	 seal_leaf(const struct db_rows *, int row, tree_hash out);

#define SEAL_TEXT	700	/* the longest text of a head */

struct seal_head {
	uint64_t	 n;		/* from 1 */
	uint64_t	 rows;		/* in this head and all before it */
	uint64_t	 closed;	/* no further row up to this id */
	tree_hash	 root;		/* of this seal's rows */
	tree_hash	 before;	/* of the head before, zero for none */
	uint64_t	 lost_from;	/* heads whose rows an older copy that */
	uint64_t	 lost_till;	/* was restored has not, 0 for none */
	char		 at[32];	/* RFC 3339, UTC */
};

/* The text that is signed; 0, or -1 when the origin is too long. */
int	 seal_head_write(const struct seal_head *, const char *origin,
	    char out[SEAL_TEXT]);
/* Reads it; -1 when it is no such text. */
int	 seal_head_read(const char *text, struct seal_head *);
/* The hash by which the next head names this one. */
void	 seal_head_hash(const char *text, tree_hash out);

#endif
