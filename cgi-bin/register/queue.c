#include <string.h>

#include "db.h"
#include "log.h"
#include "queue.h"

#define TRIES_ALONE	2	/* of a request whose end is not known (F5) */

void
queue_init(struct queue *q, size_t most)
{
	pthread_mutex_init(&q->lock, NULL);
	pthread_cond_init(&q->more, NULL);
	q->first = NULL;
	q->last = &q->first;
	q->sections = 0;
	q->most = most;
}

/* Room for another request, so that the queue never grows without end. */
int
queue_push(struct queue *q, struct entry *e)
{
	int ok;

	e->next = NULL;
	pthread_mutex_lock(&q->lock);
	ok = q->sections + e->asked->n <= q->most;
	if (ok) {
		*q->last = e;
		q->last = &e->next;
		q->sections += e->asked->n;
		pthread_cond_signal(&q->more);
	}
	pthread_mutex_unlock(&q->lock);
	return ok;
}

void
queue_take(struct queue *q, struct batch *b)
{
	size_t sections = 0;
	struct entry *e;

	b->n = 0;
	b->again = 0;
	pthread_mutex_lock(&q->lock);
	while (q->first == NULL)
		pthread_cond_wait(&q->more, &q->lock);
	while ((e = q->first) != NULL && b->n < BATCH_REQUESTS &&
	    (b->n == 0 || sections + e->asked->n <= BATCH_SECTIONS)) {
		sections += e->asked->n;
		q->sections -= e->asked->n;
		q->first = e->next;
		if (q->first == NULL)
			q->last = &q->first;
		b->entries[b->n++] = e;
	}
	pthread_mutex_unlock(&q->lock);
}

static void
answer(struct entry *e, enum outcome o)
{
	e->outcome = o;
	if (e->told != NULL)
		e->told(e);
	else
		sem_post(&e->done);	/* e is gone from here on */
}

/*
 * Who has waited for too long, or has gone away, is told to try again before
 * anything is decided, and nobody after it (F6).
 */
static void
drop_late(const struct world *w, struct batch *b)
{
	size_t i, kept = 0;
	long now = w->now(w->arg);

	for (i = 0; i < b->n; i++)
		if (b->entries[i]->until < now || w->gone(b->entries[i]))
			answer(b->entries[i], OUT_BUSY);
		else
			b->entries[kept++] = b->entries[i];
	b->n = kept;
}

/*
 * Waits until there is a connection, and drops who has waited for too long by
 * then: before every attempt, so that also the last one ends before nginx gives
 * up (F6).  They are told to try again; that is safe also where the end of a
 * first try is not known, because a request id has one effect (F3).  0 when
 * somebody is left.
 */
static int
wait_ready(const struct world *w, struct batch *b)
{
	int ready;

	for (;;) {
		drop_late(w, b);
		if (b->n == 0)
			return -1;
		ready = w->ready(w->arg) == 0;
		drop_late(w, b);	/* connecting takes its time, too */
		if (ready || b->n == 0)
			return b->n == 0 ? -1 : 0;
		w->pause(w->arg);
	}
}

/* Who has his rows is answered, whatever became of the others. */
static void
answer_decided(struct batch *b)
{
	size_t i, kept = 0;

	for (i = 0; i < b->n; i++)
		if (b->entries[i]->into->n > 0)
			answer(b->entries[i], OUT_DONE);
		else
			b->entries[kept++] = b->entries[i];
	b->n = kept;
}

/*
 * One batch to its end.  A lost connection leaves open whether it was
 * committed: it is sent again with the mark that it was, and what was decided
 * comes back as it was (F4).  Returns DB_OK when all have been answered; else
 * how the last attempt ended, and nobody of those left has been answered.
 */
static enum db_end
run_batch(const struct world *w, struct batch *b, int tries)
{
	enum db_end end = DB_OK;
	size_t i;

	while (tries-- > 0) {
		if (wait_ready(w, b) == -1)
			return DB_OK;
		end = w->decide(w->arg, b);
		answer_decided(b);
		if (end == DB_OK || b->n == 0) {
			for (i = 0; i < b->n; i++)
				answer(b->entries[i], OUT_FAULT);
			return DB_OK;
		}
		if (end == DB_LOST)
			b->again = 1;
		else if (end != DB_AGAIN)
			return end;
	}
	return end;
}

/*
 * A batch that failed is decided again one by one, in order: its neighbours
 * get what single calls would give, and what fails alone is refused alone; a
 * request that takes a server process with it twice is set aside (F5).
 */
static void
run_singly(const struct world *w, struct batch *b)
{
	struct batch one = { .arena = b->arena };
	enum db_end end;

	while (b->n > 0) {
		one.entries[0] = b->entries[0];
		one.n = 1;
		one.again = b->again;
		memmove(b->entries, b->entries + 1,
		    --b->n * sizeof(b->entries[0]));
		end = run_batch(w, &one, TRIES_ALONE);
		if (end == DB_BROKEN || end == DB_LOST)
			log_line(LOG_FAULT, "a request could not be decided");
		if (end != DB_OK)
			answer(one.entries[0], end == DB_REFUSED ||
			    end == DB_AGAIN ? OUT_BUSY : OUT_FAULT);
	}
}

void
batch_serve(const struct world *w, struct batch *b)
{
	if (run_batch(w, b, 1) != DB_OK)
		run_singly(w, b);
}
