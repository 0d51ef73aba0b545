#ifndef SOJOURN_FORM_H
#define SOJOURN_FORM_H

#include "outcome.h"

struct req;
struct view;
struct db_rows;

/* What forms and filtered lists of several programs share. */

/* A word of a code and its text, marked for translation; ends with NULLs. */
struct word { const char *code, *text; };
/* The text in the reader's language; the code itself when it has none. */
const char	*word_of(struct req *, const struct word *, const char *code);

/*
 * Puts the answers of an act on the page.  An invalid one whose detail names a
 * field becomes that field's problem, with the text of `fields`.  Returns what
 * say_rows() returns.
 */
enum outcome	 form_say(struct req *, const struct db_rows *,
		    const struct word *fields);
/*
 * A POST that is one call of the database: shows the form again when a field is
 * wrong, else runs the call, has `tell` put on the page what became of it
 * (say_rows, or a function that knows the program's fields) and goes to `back`
 * when that is good, or shows the form with the reasons.
 */
enum outcome	 form_post(struct req *, int stmt, const char *const *values,
		    enum outcome (*tell)(struct req *, const struct db_rows *),
		    const char *back,
		    enum outcome (*show)(struct req *, enum outcome));
/* The field that the one answer of an act names, "" when it names none. */
const char	*form_named(struct req *, const struct db_rows *);
/* The values of a repeated field as an array for the database. */
const char	*form_array(struct req *, const char *name);
/* NULL for an empty field: of a number, a date or a time. */
const char	*form_null(struct req *, const char *name);
/* "term=2025-2&q=kim&": those of the named fields that have a value, to go on
 * in a link; the list ends with NULL. */
const char	*form_keep(struct req *, const char *const *names);
/* Pages 1 … of a list of `total` rows, 100 each, as {pages}: n, current. */
void		 form_pages(struct view *, struct req *, long long total);

#endif
