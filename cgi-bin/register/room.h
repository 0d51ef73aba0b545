#ifndef REGISTER_ROOM_H
#define REGISTER_ROOM_H

#include "app.h"
#include "ticket.h"

/*
 * The waiting room in front of registration.  Who waits costs no call of the
 * database: the ticket says the place, a thread fetches the mark once or twice
 * a second, places up to the mark go in.  Places are given by the database, a
 * batch of arrivals at a time, so that they are good on every host and after a
 * restart.
 */

/* How the room stands; round 0 while it is closed. */
struct room_state {
	uint32_t	 round;
	uint64_t	 mark, last;	/* places let in; the last one given */
	int		 waiting, open_at;
	int		 rate;		/* let in a second at most */
	double		 pace;		/* gone in a second, lately */
};

/* Starts the thread; the state is known when it returns, or the database is
 * away and the room is taken for closed.  0, or -1 without a thread. */
int		 room_start(struct app *);
void		 room_now(struct room_state *);
/* Every page of the program goes through here (struct program.around). */
enum outcome	 room_around(struct req *, enum outcome (*)(struct req *));
/* Whether a request can be begun without waiting (loop.h). */
int		 room_prompt(const struct req *);

/* room.c, for the gate. */
/*
 * Waits for a place of the student who asks.  OUT_DONE: the ticket says it;
 * OUT_GONE: the room has closed, or who asks is no student; OUT_BUSY: no
 * database.
 */
enum outcome	 room_enter(struct req *, struct ticket *);
/* Somebody who waits has given a sign of life. */
void		 room_seen(uint64_t place);
/* Somebody came before the room opened and got his page after. */
void		 room_let_in(const unsigned char session[32]);
/* Somebody who had waited has his first page. */
void		 room_entered(uint64_t place);
/* One page more (1) or less (-1) is being made; opens the room when many are.
 * Returns how many. */
int		 room_pages(int by);

/* room_inside.c: who has the page open while there is no room. */
void		 inside_note(const unsigned char session[32]);
/* Calls back for everyone noted in the last half hour. */
size_t		 inside_all(const unsigned char *sessions[], size_t max);

/* room_page.c: the page of who waits, 429. */
enum outcome	 room_wait(struct req *, const struct ticket *,
		    const struct room_state *);

/* GET /register/room: waits on, or goes back to /register. */
enum outcome	 register_room(struct req *);
/* GET /register/room.json: the state, the same for everybody. */
enum outcome	 register_room_json(struct req *);

#endif
