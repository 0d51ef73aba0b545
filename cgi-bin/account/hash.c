#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "account.h"
#include "conf.h"
#include "log.h"

/*
 * Argon2id with 19 MiB and 2 passes costs 17 ms of a core.  A few slots and a
 * short queue keep a storm of logins from taking the machine; who comes with a
 * known device or a valid link goes first, and strangers find the queue full
 * when half of its places are taken.
 */
#define MEMORY		((size_t)19 * 1024 * 1024)
#define PASSES		2
#define WAIT_SECONDS	8

enum rank { KNOWN, STRANGER, RANKS };

static struct {
	pthread_mutex_t	lock;
	pthread_cond_t	turn[RANKS];
	int		free;		/* slots */
	int		waiting[RANKS];
	int		places;		/* of the queue */
	char		nobody[crypto_pwhash_STRBYTES];
} slots = { .lock = PTHREAD_MUTEX_INITIALIZER };

void
hash_start(const struct conf *conf)
{
	pthread_condattr_t attr;
	int i;

	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	for (i = 0; i < RANKS; i++)
		pthread_cond_init(&slots.turn[i], &attr);
	pthread_condattr_destroy(&attr);
	slots.free = conf_int(conf, "hash_slots", 2);
	slots.places = conf_int(conf, "hash_queue", 48);
	if (slots.free < 1)
		log_die("setting hash_slots must be at least 1");
	/* What logins without an account are compared with. */
	if (crypto_pwhash_str(slots.nobody, "nobody", 6, PASSES, MEMORY) != 0)
		log_die("out of memory for password hashes");
}

static int
places_for(enum rank rank)
{
	return rank == KNOWN ? slots.places : slots.places / 2;
}

/* Waits for a slot.  0 when it is ours, -1 when there is no place or time. */
static int
slot_take(enum rank rank)
{
	struct timespec until;
	int rc = 0;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += WAIT_SECONDS;
	pthread_mutex_lock(&slots.lock);
	if (slots.free == 0 && slots.waiting[KNOWN] + slots.waiting[STRANGER]
	    >= places_for(rank)) {
		pthread_mutex_unlock(&slots.lock);
		return -1;
	}
	slots.waiting[rank]++;
	while (rc == 0 && (slots.free == 0 ||
	    (rank == STRANGER && slots.waiting[KNOWN] > 0)))
		rc = pthread_cond_timedwait(&slots.turn[rank], &slots.lock,
		    &until);
	slots.waiting[rank]--;
	if (rc == 0)
		slots.free--;
	else if (slots.free > 0)	/* the call that came too late here */
		pthread_cond_signal(&slots.turn[STRANGER]);
	pthread_mutex_unlock(&slots.lock);
	return rc == 0 ? 0 : -1;
}

static void
slot_give(void)
{
	pthread_mutex_lock(&slots.lock);
	slots.free++;
	pthread_cond_signal(&slots.turn[slots.waiting[KNOWN] > 0 ? KNOWN :
	    STRANGER]);
	pthread_mutex_unlock(&slots.lock);
}

enum hash_result
hash_check(const char *stored, const char *password, int known)
{
	int wrong;

	if (slot_take(known ? KNOWN : STRANGER) == -1)
		return HASH_BUSY;
	wrong = crypto_pwhash_str_verify(stored == NULL ? slots.nobody :
	    stored, password, strlen(password));
	slot_give();
	return wrong || stored == NULL ? HASH_WRONG : HASH_GOOD;
}

const char *
hash_make(struct arena *arena, const char *password, int known)
{
	char *out;
	int failed;

	if (slot_take(known ? KNOWN : STRANGER) == -1)
		return NULL;
	out = arena_alloc(arena, crypto_pwhash_STRBYTES);
	failed = crypto_pwhash_str(out, password, strlen(password), PASSES,
	    MEMORY);
	slot_give();
	return failed ? NULL : out;
}

int
hash_is_old(const char *stored)
{
	return crypto_pwhash_str_needs_rehash(stored, PASSES, MEMORY) == 1;
}
