#ifndef REGISTER_SHELF_H
#define REGISTER_SHELF_H

#include "app.h"
#include "pack.h"

/*
 * The list of sections as nobody in particular sees them, finished, for each
 * language and each thing that its boxes may be for.  While few people ask,
 * every page has a new one; in a rush one serves everybody for a second, and
 * what a student sees otherwise is put in its place (own.h).  Seats are decided
 * by the database alone, never by what stands here.
 */

/* When a section meets: a day (1 = Monday) and minutes of it. */
struct slot {
	int	 day, from, till;
};
struct slots {
	struct slot	*at;
	size_t		 n;
};

struct section {
	const char	*code, *name, *major, *instructor, *room, *times;
	const char	*credits, *capacity, *taken;
	const char	*why;		/* it cannot be taken by anybody */
	int		 tick, wait;	/* has a box, a link to its list */
	struct slots	 slots;
};

struct shelf {
	size_t		  n;
	struct section	 *sections;	/* in order of code */
	const char	 *kind;		/* of the boxes */
	const char	 *schools, *majors;	/* options of the filters */
};

/* A text for each section. */
enum sheet_kind {
	SHEET_ROW,	/* as nobody in particular sees it */
	SHEET_OVER,	/* as one whose credits it would exceed */
	SHEET_OPTION,	/* of the list for a swap */
	SHEETS
};
/* Rows that are packed together: all of them, fifty, ten. */
#define SHEET_SIZES	3
extern const size_t sheet_sizes[SHEET_SIZES];
struct sheet {
	const char		*text;	/* all of them, one after the other */
	size_t			*at;	/* where each begins; the end */
	/* Packed, once a second page needs it; NULL before. */
	const struct pack	*const *packs[SHEET_SIZES];
};

/* 1 once all of its packs are there, which may be any time. */
int		 sheet_packed(const struct sheet *);
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
/* Made once, when somebody needs it; NULL on a fault. */
const struct sheet *shelf_sheet(struct req *, const struct shelf *,
		    enum sheet_kind);

const struct section *shelf_find(const struct shelf *, const char *code);
/* The rows of these sections as the page after a refusal has them, in this
 * order, unknown ones left out.  NULL on a fault. */
const char	*shelf_chosen(struct req *, const struct shelf *,
		    const char *const *codes, size_t n);
/* The choices of one kind ("school", "major") as finished options. */
const char	*shelf_choices(struct req *, const struct db_rows *,
		    const char *kind);

/* The columns of a row of the list, and a row of them in a result made in C.
 * why and tick are those for whom the row is made. */
struct db_rows	*section_rows(struct arena *);
void		 section_put(struct db_rows *, int row, const struct section *,
		    const char *why, int tick);
enum { SEC_CODE, SEC_NAME, SEC_MAJOR, SEC_CREDITS, SEC_INSTRUCTOR, SEC_ROOM,
    SEC_TIMES, SEC_CAPACITY, SEC_TAKEN, SEC_WHY, SEC_OTHER, SEC_OTHER_WHEN,
    SEC_TICK, SEC_TICKED, SEC_AGREED, SEC_AGREED_TAKEN, SEC_WAIT, SEC__N };

/* "1 540 615;3 540 615": days and minutes of the day. */
void		 slots_read(struct arena *, const char *, struct slots *);
int		 slot_meets(const struct slot *, const struct slot *);

#endif
