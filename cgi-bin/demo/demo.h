#ifndef DEMO_H
#define DEMO_H

#include <stddef.h>

#include "app.h"
#include "arena.h"

enum { SQL_CLOCK_SET, SQL__MAX };
extern const struct stmt demo_stmts[SQL__MAX];

enum outcome	demo_clock(struct req *);
enum outcome	demo_mail_list(struct req *);
enum outcome	demo_mail(struct req *);

/* One mail of the demo's folder; texts live in the arena. */
struct letter {
	const char	*id;		/* the file's name without .eml */
	const char	*from, *to, *subject, *kind, *lang, *text;
	const char	*sent;		/* as PostgreSQL writes a timestamptz */
};

/* Remembers the folder that the setting `mail` names. */
int		 folder_start(struct app *);
/*
 * Names of the newest mails, newest first, at most max; with `to`, only those
 * to that address.  Returns how many.
 */
size_t		 folder_list(struct arena *, const char *to,
		    const char **ids, size_t max);
/* Reads one mail.  0 when there is none of that name. */
int		 folder_read(struct arena *, const char *id, struct letter *);

#endif
