#ifndef REGISTER_QUEUE_H
#define REGISTER_QUEUE_H

#include <pthread.h>
#include <semaphore.h>

#include "combiner.h"

#define BATCH_REQUESTS	64
#define BATCH_SECTIONS	256

/*
 * Requests in order of arrival and the batches that are made of them.  Knows
 * neither the database nor the clock: a test plays both (tests/unit/register).
 */

/*
 * A request in the queue; it lives on the stack of the thread that waits, or in
 * the arena of a request that was put aside.
 */
struct entry {
	struct entry		*next;
	struct req		*req;
	const struct asked	*asked;
	struct decisions	*into;
	enum outcome		 outcome;
	long			 until;	/* not decided after this, ms */
	sem_t			 done;
	/* Told in place of it where nobody waits. */
	void			(*told)(struct entry *);
};

/* The queue is bounded by sections, not by requests (F13). */
struct queue {
	pthread_mutex_t	 lock;
	pthread_cond_t	 more;
	struct entry	*first, **last;
	size_t		 sections, most;
};

/* A batch on its way; only the thread that serves it touches it. */
struct batch {
	struct entry	*entries[BATCH_REQUESTS];
	size_t		 n;
	int		 again;	/* was sent before, its end is not known */
	struct arena	*arena;
};

/* What serving a batch needs of the world outside. */
struct world {
	/* 0 when there is a living connection, else -1. */
	int		(*ready)(void *);
	/* One attempt at all of a batch; after DB_OK each entry has its
	 * rows, or none where the database gave none.  After any other end
	 * some may have theirs: those are decided. */
	enum db_end	(*decide)(void *, struct batch *);
	long		(*now)(void *);		/* ms, never backwards */
	/* Whether nobody waits for the answer any more. */
	int		(*gone)(const struct entry *);
	void		(*pause)(void *);	/* before ready is asked again */
	void		*arg;
};

void	 queue_init(struct queue *, size_t most_sections);
/* 0 when there is no room: the entry is not kept. */
int	 queue_push(struct queue *, struct entry *);
/* Waits for the next requests in order; at least one, however large. */
void	 queue_take(struct queue *, struct batch *);
/* Answers every entry of the batch, exactly once. */
void	 batch_serve(const struct world *, struct batch *);

#endif
