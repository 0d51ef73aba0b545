#ifndef SOJOURN_PURPOSE_H
#define SOJOURN_PURPOSE_H

#include "field.h"
#include "outcome.h"

struct req;
struct view;
struct db_rows;

/*
 * Lists of people leave as files only for a purpose (S25): a session says once
 * what its downloads are for, each of them is noted with it.  Files whose address
 * is opened without are given, too, and noted so.
 */

/* reason, words, next: the page PROGRAM/reason. */
extern const struct field purpose_fields[];

/*
 * GET of that page, template PROGRAM/reason: `said` is the statement that
 * tells what was said, `home` where one goes without `next`.
 */
enum outcome	 purpose_show(struct req *, int said, const char *home,
		    enum outcome);
/* POST: `save` is the statement that keeps it; back to `next` or `home`. */
enum outcome	 purpose_save(struct req *, int said, int save,
		    const char *home);
/*
 * For a page with files: {purpose} in words, "" when nothing was said, and
 * {purpose_page}, the address that asks and comes back to `next`, which may
 * have a query.
 */
void		 purpose_push(struct view *, struct req *,
		    const struct db_rows *said, const char *next);

#endif
