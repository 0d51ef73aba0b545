#ifndef SOJOURN_NEXT_H
#define SOJOURN_NEXT_H

struct arena;

/*
 * A copy of an address when it is a page of this site that one may be sent to
 * (S8): a GET row of a page table, one leading slash, nothing encoded in the
 * path.  "" otherwise.
 */
const char	*next_page(struct arena *, const char *next);

#endif
