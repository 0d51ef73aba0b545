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

/* That page in a program: template shared/reason. */
struct purpose_page {
	int		 said;		/* statement that tells what was said */
	int		 save;		/* statement that keeps it */
	const char	*home;		/* where one goes without `next` */
	const char	*above;		/* the page above in the path ... */
	const char	*above_word;	/* ... and its name, marked by N_() */
};
/* GET of it, and again with what is wrong. */
enum outcome	 purpose_show(struct req *, const struct purpose_page *,
		    enum outcome);
/* POST: back to `next` or home. */
enum outcome	 purpose_save(struct req *, const struct purpose_page *);
/*
 * For a page with files: {purpose} in words, "" when nothing was said, and
 * {purpose_page}, the address that asks and comes back to `next`, which may
 * have a query.
 */
void		 purpose_push(struct view *, struct req *,
		    const struct db_rows *said, const char *next);

#endif
