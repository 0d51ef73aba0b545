#ifndef TRUST_LOGTEXT_H
#define TRUST_LOGTEXT_H

#include "tree.h"

/*
 * The words that a signed head of the log is made of: who signs, the number of
 * entries, the root in hexadecimal, the time; each on a line of its own behind
 * a line that says what it is.  For free(); NULL without memory.
 */
char	*log_head_text(const char *origin, uint64_t size, const tree_hash root,
	    const char *at);

#endif
