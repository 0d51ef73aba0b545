#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "combiner.h"
#include "conf.h"
#include "count.h"
#include "db_wire.h"
#include "log.h"
#include "loop.h"
#include "queue.h"
#include "statements.h"

#define CONNECT_MS	6000	/* above every connect_timeout in use */
#define GONE_AFTER_MS	50
#define PLAIN_MIN	12	/* of a mixed batch; measured */

static struct queue queue;
/*
 * How long an attempt may take, and how long one may be in the queue before
 * one begins: above the statement timeout, together below nginx's
 * fastcgi_read_timeout (F6).
 */
static long patience_ms, wait_ms;
/* When the database thread last began a step; 0 while nobody waits. */
static atomic_long step_began;

static long
now_ms(void *arg)
{
	struct timespec t;

	(void)arg;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

/* A request that was put aside, in its arena, until it is decided. */
struct waiting {
	struct entry	 e;
	struct asked	 asked;
	struct decisions into;
};

/* Only what is answered without asking the database goes on at once. */
static int
is_light(const struct entry *e)
{
	size_t i;

	if (e->outcome != OUT_DONE)
		return 0;
	for (i = 0; i < e->into->n; i++)
		if (outcome_good(e->into->rows[i].outcome))
			return 1;
	return 0;
}

static void
went(const struct entry *e)
{
	count_waiting(-1);
	if (e->outcome == OUT_BUSY)
		count_decided(e->asked->act, OUT_BUSY);
}

static void
told(struct entry *e)
{
	went(e);
	req_back(e->req, is_light(e));
}

/*
 * Puts the request aside; -1 where its thread may wait.  From the push on the
 * database thread writes into its arena, so nothing is made in it any more.
 */
static int
put_aside(struct req *req, const struct asked *asked)
{
	struct waiting *w;

	w = arena_alloc(req->arena, sizeof(*w));
	if (!req_aside(req, w))
		return -1;
	w->asked = *asked;
	w->e = (struct entry){ .req = req, .asked = &w->asked,
	    .into = &w->into, .until = now_ms(NULL) + wait_ms, .told = told };
	count_waiting(1);
	if (!queue_push(&queue, &w->e)) {
		w->e.outcome = OUT_BUSY;
		told(&w->e);
	}
	return 0;
}

enum outcome
combiner_decide(struct req *req, const struct asked *asked,
    struct decisions *into)
{
	struct entry e = { .req = req, .asked = asked, .into = into };
	struct waiting *w = req->kept;

	if (w != NULL) {
		*into = w->into;
		return w->e.outcome;
	}
	if (put_aside(req, asked) == 0)
		return OUT_BUSY;
	e.until = now_ms(NULL) + wait_ms;
	sem_init(&e.done, 0, 0);
	count_waiting(1);
	if (!queue_push(&queue, &e))
		e.outcome = OUT_BUSY;
	else
		while (sem_wait(&e.done) == -1 && errno == EINTR)
			continue;
	went(&e);
	sem_destroy(&e.done);
	return e.outcome;
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
	count_decided(r->act, r->outcome);
}

static void
keep_rows(struct batch *b, const struct db_rows *rows)
{
	int i, n = db_count(rows);
	long long no;

	for (i = 0; i < n; i++) {
		no = db_int(rows, i, "no");
		if (no >= 1 && (size_t)no <= b->n)
			keep_row(b->entries[no - 1], rows, i);
	}
}

static int
ready(void *conn)
{
	atomic_store(&step_began, now_ms(NULL));
	return db_ready(conn);
}

/* One section to enrol in, and nothing else of the same student beside it. */
static int
is_plain(const struct batch *b, size_t which)
{
	const struct entry *e = b->entries[which];
	size_t i;

	if (e->asked->n != 1 || strcmp(e->asked->act, "enrol") != 0)
		return 0;
	for (i = 0; i < b->n; i++)
		if (i != which && memcmp(b->entries[i]->req->session,
		    e->req->session, sizeof(e->req->session)) == 0)
			return 0;
	return 1;
}

/* How many of the batch want what this one wants. */
static size_t
rivals(const struct batch *b, const char *take)
{
	const struct asked *asked;
	size_t i, k, n = 0;

	for (i = 0; i < b->n; i++) {
		asked = b->entries[i]->asked;
		for (k = 0; k < asked->n && asked->take != NULL; k++)
			n += strcmp(asked->take[k], take) == 0;
	}
	return n;
}

/* The values of decide_done: arrays by request. */
static void
bind_done(struct batch *b, const struct batch *whole, struct db_wire values[6])
{
	static const enum db_wire_type type[6] = { [1] = DB_WIRE_BYTES,
	    [2] = DB_WIRE_TEXT, [3] = DB_WIRE_TIME, [4] = DB_WIRE_TEXT,
	    [5] = DB_WIRE_INT };
	const struct req *req;
	const char *take;
	size_t i;

	db_wire_text(&values[0], b->arena, b->entries[0]->req->page->right);
	for (i = 1; i < 6; i++)
		db_wire_array(&values[i], b->arena, type[i], b->n);
	for (i = 0; i < b->n; i++) {
		req = b->entries[i]->req;
		take = b->entries[i]->asked->take[0];
		db_wire_add(&values[1], req->session, 32);
		db_wire_add_text(&values[2], req->request);
		db_wire_add_time(&values[3], &req->arrived);
		db_wire_add_text(&values[4], take);
		db_wire_add_int(&values[5], (int32_t)rivals(whole, take));
	}
}

/* A seat was taken; nobody reads more of it than that. */
static void
keep_done(struct entry *e)
{
	struct decisions *d = e->into;

	d->rows = arena_alloc(e->req->arena, sizeof(*d->rows));
	d->rows[0] = (struct decided){ .outcome = OUT_DONE, .act = "enrol",
	    .section = e->asked->take[0], .rule = "", .detail = "{}" };
	d->n = 1;
	count_decided("enrol", OUT_DONE);
}

/* What of the whole can be done outright; the others keep no rows. */
static enum db_end
decide_done(struct db_conn *conn, struct batch *b, const struct batch *whole)
{
	struct db_wire values[6];
	struct db_rows *rows;
	const char *list;
	enum db_end end;
	char *rest;
	long no;

	bind_done(b, whole, values);
	end = db_try_wire(conn, SQL_DECIDE_DONE, values, &rows);
	if (end != DB_OK)
		return end;
	/* An array as the database writes it: {1,2,5}. */
	list = db_count(rows) > 0 ? db_get(rows, 0, "decide_done") : "";
	while (*list != '\0') {
		no = strtol(list + 1, &rest, 10);
		if (no >= 1 && (size_t)no <= b->n)
			keep_done(b->entries[no - 1]);
		list = rest > list + 1 ? rest : "";
	}
	db_rows_free(rows);
	return DB_OK;
}

/*
 * The plain ones first, where that is worth a statement of its own.  Nobody
 * notices their being before others of the batch: they are done only where
 * there are seats for all of it, and their students ask for nothing else in it.
 */
static enum db_end
decide_plain(struct db_conn *conn, struct batch *b)
{
	struct batch plain = { .arena = b->arena };
	size_t i;

	for (i = 0; i < b->n && !b->again; i++)
		if (is_plain(b, i))
			plain.entries[plain.n++] = b->entries[i];
	if (plain.n == 0 || (plain.n < b->n && plain.n < PLAIN_MIN))
		return DB_OK;
	return decide_done(conn, &plain, b);
}

/*
 * The rows of a batch are kept after its commit has come back (F1).  What
 * cannot be done outright, also because somebody changed a section meanwhile,
 * is decided with all its reasons.
 */
static enum db_end
decide(void *conn, struct batch *b)
{
	struct batch rest = { .arena = b->arena, .again = b->again };
	const char *values[9];
	struct db_rows *rows;
	enum db_end end;
	size_t i;

	atomic_store(&step_began, now_ms(NULL));
	if ((end = decide_plain(conn, b)) == DB_LOST)
		return end;
	for (i = 0; i < b->n; i++)
		if (b->entries[i]->into->n == 0)
			rest.entries[rest.n++] = b->entries[i];
	if (rest.n == 0)
		return DB_OK;
	bind_batch(&rest, values);
	end = db_try(conn, SQL_DECIDE_BATCH, values, &rows);
	if (end == DB_OK) {
		keep_rows(&rest, rows);
		db_rows_free(rows);
	}
	return end;
}

/*
 * nginx closes the connection of a request whose visitor has gone; that is
 * asked only where somebody has had the time to go.
 */
static int
gone(const struct entry *e)
{
	struct pollfd p = { .fd = e->req->connection };

	if (now_ms(NULL) < e->until - wait_ms + GONE_AFTER_MS)
		return 0;
	return poll(&p, 1, 0) == 1 && (p.revents & (POLLHUP | POLLERR)) != 0;
}

static void
pause_a_little(void *conn)
{
	(void)conn;
	nanosleep(&(struct timespec){ 0, 100000000 }, NULL);
}

/* The database thread.  It never ends. */
static void *
combiner_loop(void *conn)
{
	struct world w = { ready, decide, now_ms, gone, pause_a_little,
	    conn };
	struct batch b = { .arena = arena_new() };

	for (;;) {
		queue_take(&queue, &b);
		count_batch(b.n, (uint64_t)(b.entries[0]->until - wait_ms) *
		    1000u);
		batch_serve(&w, &b);
		count_idle();
		atomic_store(&step_began, 0);
		arena_reset(b.arena);
	}
	return NULL;
}

/*
 * Every step of the database thread has a deadline.  If it stays in one for
 * longer than a connection and an attempt may take, it is dead, and nothing
 * would be decided any more: the process ends and is started anew (F13).
 */
static void *
watch_loop(void *arg)
{
	long began;

	(void)arg;
	for (;;) {
		nanosleep(&(struct timespec){ 1, 0 }, NULL);
		began = atomic_load(&step_began);
		if (began != 0 && now_ms(NULL) - began > 2 * patience_ms +
		    CONNECT_MS)
			log_die("the database thread is stuck");
	}
	return NULL;
}

int
combiner_start(struct app *app)
{
	struct db_conn *conn;
	pthread_t t;

	count_start();
	queue_init(&queue, (size_t)conf_int(app->conf, "queue", 4096));
	patience_ms = conf_int(app->conf, "patience", 10) * 1000L;
	wait_ms = patience_ms - 1000;
	conn = db_connect(app->conf, app->program->stmts,
	    app->program->nstmts);
	db_patience(conn, patience_ms);
	if (pthread_create(&t, NULL, combiner_loop, conn) != 0)
		return -1;
	pthread_detach(t);
	if (pthread_create(&t, NULL, watch_loop, NULL) != 0)
		return -1;
	pthread_detach(t);
	return 0;
}
