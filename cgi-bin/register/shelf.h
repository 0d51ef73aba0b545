#ifndef REGISTER_SHELF_H
#define REGISTER_SHELF_H

#include "app.h"

/*
 * The list of sections as nobody in particular sees it, finished, for each
 * language and each thing that its boxes may be for.  While few people ask,
 * every page has a new one; in a rush one serves everybody for a second, and
 * what a student may see otherwise is put in its place.  Seats are decided by
 * the database alone, never by what stands here.
 */
struct shelf {
	size_t		  n;
	const char	**codes, **rows, **options;	/* HTML, by code */
	const char	**chosen;			/* after a refusal */
	const char	 *schools, *majors;		/* options of the filters */
};

/* 1 when this request should bring a new shelf (SQL_SHELF, SQL_CHOICES). */
int		 shelf_due(const struct req *);
/* Makes one of their results and keeps it for others; lives as long as the
 * request at least.  NULL on a fault. */
const struct shelf *shelf_put(struct req *, const char *kind,
		    const struct db_rows *rows, const struct db_rows *choices);
/* Asks for a new one and puts it; NULL with the outcome why not. */
const struct shelf *shelf_bring(struct req *, enum outcome *);
/* The one that is kept, or that somebody else is making; NULL when there is
 * none that is new enough: then it is for the caller to bring one. */
const struct shelf *shelf_get(struct req *, const char *kind);
/* The rows of the page: those of the shelf but for the student's own. */
const char	*shelf_join(struct req *, const struct shelf *,
		    const char *const *html, const char *row_tpl,
		    const struct db_rows *own);
/* The rows of these sections as the page after a refusal has them, in this
 * order, unknown ones left out. */
const char	*shelf_chosen(struct req *, const struct shelf *,
		    const char *const *codes, size_t n);
/* The choices of one kind ("school", "major") as finished options. */
const char	*shelf_choices(struct req *, const struct db_rows *,
		    const char *kind);

#endif
