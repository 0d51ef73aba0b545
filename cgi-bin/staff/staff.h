#ifndef STAFF_H
#define STAFF_H

#include "app.h"
#include "arena.h"
#include "statements.h"

/* The pages of this program, one file each. */
/* index.c */
enum outcome	staff_index(struct req *);
/* applications.c */
enum outcome	staff_applications(struct req *);
enum outcome	staff_decide(struct req *);
/* application.c */
enum outcome	staff_application(struct req *);
enum outcome	staff_application_decide(struct req *);
/* issue.c */
enum outcome	staff_issue(struct req *);
enum outcome	staff_issue_run(struct req *);
/* identity.c */
enum outcome	staff_identity(struct req *);
enum outcome	staff_identity_decide(struct req *);

/* What the pages share. */
/* desk.c */
/*
 * Puts the answers of an act on the page.  An invalid one that names a field
 * becomes that field's problem.  Returns what say_rows() returns.
 */
enum outcome	desk_say(struct req *, const struct db_rows *);
/* The values of a repeated field as an array for the database. */
const char	*desk_array(struct req *, const char *name);
/* NULL for "": an empty field of a number, a date or a time. */
const char	*desk_null(const char *value);
/* "term=2025-2&q=kim": those of the named fields that have a value; the list
 * ends with NULL. */
const char	*desk_query(struct req *, const char *const *names);
/* The same for a link that goes on: "term=2025-2&q=kim&". */
const char	*desk_keep(struct req *, const char *const *names);
/* path, or path?query when the query is not empty. */
const char	*desk_path(struct req *, const char *path, const char *query);
/* Pages 1 … of a list of `total` rows, 100 each, as {pages}: n, current. */
void		 desk_pages(struct view *, struct req *, long long total);
/* The word of the table in the reader's language; the word itself if none. */
struct label { const char *word, *text; };
const char	*desk_label(struct req *, const struct label *,
		    const char *word);

/* labels.c: the words of codes, ended by { NULL, NULL } */
extern const struct label act_labels[], mail_labels[];

/* sayings.c */
extern const struct saying staff_sayings[];

#endif
