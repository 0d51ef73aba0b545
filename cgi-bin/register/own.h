#ifndef REGISTER_OWN_H
#define REGISTER_OWN_H

#include "app.h"
#include "shelf.h"

/*
 * What a student sees otherwise than everybody, from the one row of
 * register_api.index and the shelf: his courses, his week, and in the list the
 * rows that are registered, put aside, overlap, pass his credits, or have seats
 * agreed for his university.  The reasons and their order are those of
 * sojourn.take_reasons; tests/http/register/shelf.test.mjs holds the two
 * together.  Nothing is decided here.
 */
struct own_section {
	const char	*code, *state, *room;	/* state "": in the cart */
	int		 credits, holds;	/* holds a seat */
	struct slots	 slots;
};

struct own {
	struct own_section	*sections;	/* registered ones, then cart */
	size_t			 n, ncart;
	const char		*agreed;	/* "code seats taken" lines */
	int			 have, max;	/* credits; max -1 = no limit */
	const char		*kind;		/* of the boxes: add, cart, "" */
	int			 can_add, can_cancel;
};

struct own	*own_read(struct req *, const struct db_rows *state);
/* The week grid: week_frame (its class: days and first hour), week_edges and
 * week (HTML of its edges and of the meetings; a meeting of a section that is
 * only in the cart is marked, and one that overlaps). */
void		 own_week(struct view *, struct req *, const struct own *);
/* The registered courses as register_api.mine has them; NULL when the shelf
 * does not know enough: one was closed by the host, or is not on it. */
struct db_rows	*own_mine(struct req *, const struct own *,
		    const struct shelf *);
/* The list of sections, and the options of a swap, "" unless asked for. */
struct list {
	struct piece	*pieces;
	size_t		 n;
	const char	*options;
};
/* -1 on a fault. */
int		 own_list(struct req *, const struct own *,
		    const struct shelf *, struct list *, int swap);

#endif
