#ifndef STAFF_WATCH_H
#define STAFF_WATCH_H

#include "app.h"

/*
 * The live board, read once for all who watch it.  The first who asks after
 * three seconds has the database asked, in one call that also checks the
 * sessions of everybody who watches; all others are answered from memory.
 */

#define BOARD_RATES	180	/* parts of the line */
#define BOARD_BARS	30	/* bars of refusals */
#define BOARD_KINDS	4	/* full, conflict, credits, everything else */
#define BOARD_REASONS	16
#define BOARD_SCHOOLS	40

struct board {
	long	 span;			/* seconds shown */
	long	 rate[BOARD_RATES];	/* sections registered */
	long	 bars[BOARD_BARS][BOARD_KINDS];
	struct {
		char	 word[24];
		long	 n;
	}	 reasons[BOARD_REASONS];	/* ended by n = 0 */
	struct {
		char	 name[3][80];	/* ko, en, ja */
		long	 taken, total;
	}	 schools[BOARD_SCHOOLS];
	int	 nschools;
	long	 now;			/* registered in the last ten seconds */
	long	 waiting, oldest_ms;	/* in front of the decision */
	int	 room;			/* the waiting room is open */
	long	 room_waiting, room_in;	/* in it; let in so far */
};

/* Whether this session was found to have the right a few seconds ago. */
int			 watch_known(struct req *);
/* Takes in a reader whose right has just been checked. */
void			 watch_add(struct req *);
/* At most three seconds old, memory of the request; NULL while the database is
 * away and nothing was read before. */
const struct board	*watch_board(struct req *);

#endif
