#ifndef SOJOURN_VIEW_H
#define SOJOURN_VIEW_H

#include "outcome.h"

struct req;
struct view;
struct db_rows;
struct conf;
struct piece;

/*
 * Pages from templates.  Values are escaped on the way in; view_raw_html() is
 * the only exception and a lint lists its uses.
 *
 *	struct view *v = view_new(req, "register/index");
 *	view_text(v, "term", db_get(t, 0, "code"));
 *	view_rows(v, "courses", db_result(b, c));   {for c in courses}{c[title]}
 *	return view_send(v, OUT_DONE);
 *
 * Always there in a page's template: lang csrf request path messages errors
 * (the last two are finished HTML, put them below the h1), and for each field
 * of the page's row val_<name> and err_<name>, for a CHOICE also
 * is_<name>_<choice> (0/1; - in a choice becomes _).
 * Columns: integers and booleans become numbers, timestamps and dates are
 * written in the reader's language and zone (a column or name ending in
 * closes_at as the end of something: midnight is 24:00), null is "".
 */

/* Loads and lexes every template of the folder `templates` named in conf, per
 * language; exits with the file's name when one is broken. */
void		 view_init(const struct conf *, const char *program);

struct view	*view_new(struct req *, const char *name);
void		 view_text(struct view *, const char *name, const char *value);
void		 view_int(struct view *, const char *name, long long value);
void		 view_raw_html(struct view *, const char *name,
		    const char *html);
/*
 * Finished HTML in pieces (pack.h) that need not be copied into the page: they
 * are put in when it is sent by view_send().  Once in a page.
 */
void		 view_pieces(struct view *, const char *name,
		    const struct piece *, size_t n);
/* A timestamptz or date in PostgreSQL's text form, shown for the reader. */
void		 view_when(struct view *, const char *name, const char *value);
void		 view_rows(struct view *, const char *name,
		    const struct db_rows *);
/* Long lists: each row through its own template, pushed as finished HTML.
 * The row template sees the columns as plain names and lang, csrf. */
void		 view_list(struct view *, const char *name, const char *row_tpl,
		    const struct db_rows *);
/* The same within the page: the row template also sees whatever the page has
 * been given before; a column hides a value of its name.  Wide rows cost much
 * less so than by {for}, which copies a row at each use. */
void		 view_each(struct view *, const char *name, const char *row_tpl,
		    const struct db_rows *);
/*
 * The same, each row apart: as many texts as rows, in the arena; without csrf,
 * so that they may be kept for others.  NULL on a fault.
 */
const char *const *view_rows_html(struct req *, const char *row_tpl,
		    const struct db_rows *);
/* Every column of one row as plain values named prefix_column (or column if
 * prefix is ""). */
void		 view_row(struct view *, const char *prefix,
		    const struct db_rows *, int row);
/* A list made in C: columns named once, then rows of strings. */
void		 view_table(struct view *, const char *name,
		    const char *const *columns, int ncols,
		    const char *const *cells, int nrows);
/*
 * Renders into shared/layout and makes the reply: status 200 for OUT_DONE,
 * 422 and so on by outcome_status() (303 outcomes count as 200 here).
 * The page's title is the value "title", which every page must set.
 */
enum outcome	 view_send(struct view *, enum outcome);
/* Renders without layout; the text lives in the arena.  NULL on a fault. */
const char	*view_render(struct view *);

/* 18 Aug 2025 09:00 in three languages, from PostgreSQL's text form. */
const char	*when_text(struct req *, const char *value);
/* The same for the end of something: midnight is 24:00 of the day before. */
const char	*when_end_text(struct req *, const char *value);
/* "Mon" of 1 to "Sun" of 7 in the reader's language; "" for another number. */
const char	*day_text(struct req *, int day);
/* HTML-escapes into the arena. */
const char	*html_escape(struct req *, const char *text);

#endif
