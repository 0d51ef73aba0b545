#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "combiner.h"
#include "conf.h"
#include "log.h"
#include "statements.h"

#define BATCH_REQUESTS	64
#define BATCH_SECTIONS	256
#define TRIES		2	/* of a batch whose end is not known (F5) */
#define WAIT_MS		9000	/* in the queue: above the statement timeout;
				 * with the database's ten seconds below nginx's
				 * fastcgi_read_timeout of twenty (F6) */

/* A request in the queue; it lives on the stack of the thread that waits. */
struct entry {
	struct entry		*next;
	struct req		*req;
	const struct asked	*asked;
	struct decisions	*into;
	enum outcome		 outcome;
	long			 until;	/* not decided after this, ms */
	sem_t			 done;
};

/* The queue is bounded by sections, not by requests (F13). */
static struct {
	pthread_mutex_t	 lock;
	pthread_cond_t	 more;
	struct entry	*first, **last;
	size_t		 sections, most;
} queue = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, NULL,
    &queue.first, 0, 4096 };

/* A batch on its way; only the database thread touches it. */
struct batch {
	struct entry	*entries[BATCH_REQUESTS];
	size_t		 n;
	int		 again;	/* was sent before, its end is not known */
	struct arena	*arena;
};

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

/* Room for another request, so that the queue never grows without end. */
static int
push(struct entry *e)
{
	int ok;

	pthread_mutex_lock(&queue.lock);
	ok = queue.sections + e->asked->n <= queue.most;
	if (ok) {
		*queue.last = e;
		queue.last = &e->next;
		queue.sections += e->asked->n;
		pthread_cond_signal(&queue.more);
	}
	pthread_mutex_unlock(&queue.lock);
	return ok;
}

enum outcome
combiner_decide(struct req *req, const struct asked *asked,
    struct decisions *into)
{
	struct entry e = { .req = req, .asked = asked, .into = into };

	e.until = now_ms() + WAIT_MS;
	sem_init(&e.done, 0, 0);
	if (!push(&e))
		e.outcome = OUT_BUSY;
	else
		while (sem_wait(&e.done) == -1 && errno == EINTR)
			continue;
	sem_destroy(&e.done);
	return e.outcome;
}

static void
answer(struct entry *e, enum outcome o)
{
	e->outcome = o;
	sem_post(&e->done);	/* e is gone from here on */
}

/* The next requests in order of arrival; at least one, however large. */
static void
take_batch(struct batch *b)
{
	size_t sections = 0;
	struct entry *e;

	b->n = 0;
	pthread_mutex_lock(&queue.lock);
	while (queue.first == NULL)
		pthread_cond_wait(&queue.more, &queue.lock);
	while ((e = queue.first) != NULL && b->n < BATCH_REQUESTS &&
	    (b->n == 0 || sections + e->asked->n <= BATCH_SECTIONS)) {
		sections += e->asked->n;
		queue.sections -= e->asked->n;
		queue.first = e->next;
		if (queue.first == NULL)
			queue.last = &queue.first;
		b->entries[b->n++] = e;
	}
	pthread_mutex_unlock(&queue.lock);
}

/* Who has waited for too long is told so before anything is decided (F6). */
static void
drop_late(struct batch *b)
{
	size_t i, kept = 0;
	long now = now_ms();

	for (i = 0; i < b->n; i++)
		if (b->entries[i]->until < now)
			answer(b->entries[i], OUT_BUSY);
		else
			b->entries[kept++] = b->entries[i];
	b->n = kept;
}

/* Time of arrival in the program, for the windows (F9). */
static const char *
arrival(struct arena *a, const struct req *req)
{
	struct tm tm;
	char day[32];

	gmtime_r(&req->arrived.tv_sec, &tm);
	strftime(day, sizeof(day), "%Y-%m-%d %H:%M:%S", &tm);
	return arena_printf(a, "%s.%06ld+00", day,
	    req->arrived.tv_nsec / 1000L);
}

/* The values of decide_batch: arrays by request, then arrays by section. */
static void
bind_batch(struct batch *b, const char *values[9])
{
	const char *session[BATCH_REQUESTS], *act[BATCH_REQUESTS];
	const char *request[BATCH_REQUESTS], *arrived[BATCH_REQUESTS];
	const char **no, **take, **give;
	const struct asked *asked;
	size_t i, k, total = 0, n = 0;

	for (i = 0; i < b->n; i++)
		total += b->entries[i]->asked->n;
	no = arena_alloc(b->arena, total * 3 * sizeof(*no));
	take = no + total;
	give = take + total;
	for (i = 0; i < b->n; i++) {
		asked = b->entries[i]->asked;
		session[i] = db_bytes(b->arena, b->entries[i]->req->session,
		    32);
		act[i] = asked->act;
		request[i] = b->entries[i]->req->request;
		arrived[i] = arrival(b->arena, b->entries[i]->req);
		for (k = 0; k < asked->n; k++, n++) {
			no[n] = arena_printf(b->arena, "%zu", i + 1);
			take[n] = asked->take == NULL ? "" : asked->take[k];
			give[n] = asked->give == NULL ? "" : asked->give[k];
		}
	}
	values[0] = b->entries[0]->req->page->right;
	values[1] = db_array(b->arena, session, b->n);
	values[2] = db_array(b->arena, act, b->n);
	values[3] = db_array(b->arena, request, b->n);
	values[4] = db_array(b->arena, arrived, b->n);
	values[5] = db_array(b->arena, no, total);
	values[6] = db_array(b->arena, take, total);
	values[7] = db_array(b->arena, give, total);
	values[8] = b->again ? "t" : "f";
}

/* Copies one row into its request, whose thread waits meanwhile. */
static void
keep_row(struct entry *e, const struct db_rows *rows, int i)
{
	struct arena *a = e->req->arena;
	struct decisions *d = e->into;
	struct decided *r;

	if (d->rows == NULL)
		d->rows = arena_alloc(a, (e->asked->n + 1) * sizeof(*d->rows));
	if (d->n > e->asked->n)
		return;
	r = &d->rows[d->n++];
	r->outcome = outcome_of(db_get(rows, i, "outcome"));
	r->act = arena_strdup(a, db_get(rows, i, "act"));
	r->section = arena_strdup(a, db_get(rows, i, "section"));
	r->rule = arena_strdup(a, db_get(rows, i, "rule"));
	r->detail = arena_strdup(a, db_get(rows, i, "detail"));
}

/* Every request gets its rows; the commit has come back already. */
static void
answer_rows(struct batch *b, const struct db_rows *rows)
{
	int i, n = db_count(rows);
	long long no;
	size_t k;

	for (i = 0; i < n; i++) {
		no = db_int(rows, i, "no");
		if (no >= 1 && (size_t)no <= b->n)
			keep_row(b->entries[no - 1], rows, i);
	}
	for (k = 0; k < b->n; k++)
		answer(b->entries[k], b->entries[k]->into->n > 0 ? OUT_DONE :
		    OUT_FAULT);
}

/*
 * Waits until there is a connection.  Who waits for too long meanwhile is told
 * to try again; that is safe also where the end of a first try is not known,
 * because a request id has one effect (F3).  0 when somebody is left.
 */
static int
wait_ready(struct db_conn *conn, struct batch *b)
{
	while (db_ready(conn) == -1) {
		nanosleep(&(struct timespec){ 0, 100000000 }, NULL);
		drop_late(b);
		if (b->n == 0)
			return -1;
	}
	return 0;
}

/*
 * One batch to its end.  A lost connection leaves open whether it was
 * committed: it is sent again with the mark that it was, and what was decided
 * comes back as it was (F4).  Returns DB_OK when all have been answered; else
 * how the last attempt ended, and nobody of those left has been answered.
 */
static enum db_end
run_batch(struct db_conn *conn, struct batch *b)
{
	enum db_end end = DB_OK;
	struct db_rows *rows;
	const char *values[9];
	int tries;

	for (tries = 0; tries < TRIES; tries++) {
		if (wait_ready(conn, b) == -1)
			return DB_OK;
		bind_batch(b, values);
		end = db_try(conn, SQL_DECIDE_BATCH, values, &rows);
		if (end == DB_OK) {
			answer_rows(b, rows);
			db_rows_free(rows);
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
 * request that takes a server process with it each time is set aside (F5).
 */
static void
run_singly(struct db_conn *conn, struct batch *b)
{
	struct batch one = { .arena = b->arena };
	enum db_end end;
	size_t i;

	for (i = 0; i < b->n; i++) {
		one.entries[0] = b->entries[i];
		one.n = 1;
		one.again = b->again;
		drop_late(&one);
		if (one.n == 0)
			continue;
		end = run_batch(conn, &one);
		if (end == DB_BROKEN || end == DB_LOST)
			log_line(LOG_FAULT, "a request could not be decided");
		if (end != DB_OK)
			answer(b->entries[i], end == DB_REFUSED ||
			    end == DB_AGAIN ? OUT_BUSY : OUT_FAULT);
	}
}

/* The database thread.  It never ends; without it nothing could be decided,
 * so that the process ends with it (F13). */
static void *
combiner_loop(void *arg)
{
	struct db_conn *conn = arg;
	struct batch b = { .arena = arena_new() };

	for (;;) {
		take_batch(&b);
		b.again = 0;
		drop_late(&b);
		if (b.n > 0 && run_batch(conn, &b) != DB_OK)
			run_singly(conn, &b);
		arena_reset(b.arena);
	}
	return NULL;
}

int
combiner_start(struct app *app)
{
	struct db_conn *conn;
	pthread_t t;

	queue.most = (size_t)conf_int(app->conf, "queue", 4096);
	conn = db_connect(app->conf, app->program->stmts,
	    app->program->nstmts);
	if (pthread_create(&t, NULL, combiner_loop, conn) != 0)
		return -1;
	pthread_detach(t);
	return 0;
}
