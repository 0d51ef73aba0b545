#ifndef REGISTER_TICKET_H
#define REGISTER_TICKET_H

#include <stdint.h>
#include <time.h>

struct arena;

/*
 * A place in the waiting room, as the student's browser keeps it: signed with
 * the key and the session, so that it cannot be made, changed or lent, and can
 * be checked on every host without the database (S21).
 */
struct ticket {
	uint32_t	 round;
	uint64_t	 place;
	uint64_t	 arrived_ms;	/* since 1970 */
	uint32_t	 issued;	/* s since 1970; good for TICKET_SECONDS */
};

#define TICKET_SECONDS	600

struct ticket_key {
	unsigned char	 key[32];
	unsigned char	 id;	/* tickets of another key are none of ours */
};

void		 ticket_key_set(struct ticket_key *,
		    const unsigned char key[32]);
/* The ticket as a cookie's value, in the arena. */
const char	*ticket_write(struct arena *, const struct ticket_key *,
		    const unsigned char session[32], const struct ticket *);
/*
 * 0 and the ticket; -1 when the text is none of ours, of another session or
 * key, altered, or older than TICKET_SECONDS.
 */
int		 ticket_read(const struct ticket_key *,
		    const unsigned char session[32], const char *text,
		    time_t now, struct ticket *);

#endif
