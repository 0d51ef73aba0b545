#include <pthread.h>
#include <string.h>
#include <time.h>

#include "room.h"

/*
 * Who has a page of registration open while there is no waiting room: when it
 * opens, their acts go on (room_inside.sql).  A fixed table, so that a flood of
 * sessions costs no memory: a session has eight slots it may stand in, and the
 * oldest of them gives way.
 */

#define SLOTS	32768
#define TRIES	8
#define MINUTES	30

struct slot {
	unsigned char	 session[32];
	time_t		 at;
};

static struct slot slots[SLOTS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void
inside_note(const unsigned char session[32])
{
	time_t now = time(NULL);
	struct slot *s, *oldest = NULL;
	unsigned from;
	int i;

	memcpy(&from, session, sizeof(from));
	pthread_mutex_lock(&lock);
	for (i = 0; i < TRIES; i++) {
		s = &slots[(from + (unsigned)i) % SLOTS];
		if (memcmp(s->session, session, 32) == 0) {
			oldest = s;
			break;
		}
		if (oldest == NULL || s->at < oldest->at)
			oldest = s;
	}
	memcpy(oldest->session, session, 32);
	oldest->at = now;
	pthread_mutex_unlock(&lock);
}

size_t
inside_all(const unsigned char *sessions[], size_t max)
{
	time_t since = time(NULL) - MINUTES * 60;
	size_t i, n = 0;

	pthread_mutex_lock(&lock);
	for (i = 0; i < SLOTS && n < max; i++)
		if (slots[i].at >= since)
			sessions[n++] = slots[i].session;
	pthread_mutex_unlock(&lock);
	return n;
}
