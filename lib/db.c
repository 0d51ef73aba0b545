#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "arena.h"
#include "conf.h"
#include "db_conn.h"
#include "figures.h"
#include "log.h"
#include "meter.h"

#define CALLS_MAX	24
#define WAIT_SECONDS	5	/* for a free connection, then busy */

/* Statements of the library, in front of the program's. */
enum { SQL_HELLO, SQL_RESULTS, SQL__LIB };
static const struct stmt lib_stmts[SQL__LIB] = {
	[SQL_HELLO] = { "shared_api.hello", 1, 1 },
	[SQL_RESULTS] = { "shared_api.results", 1, 1 },
};

struct db_pool {
	pthread_mutex_t	  lock;
	pthread_cond_t	  free_one;
	struct db_conn	**idle;
	struct stmt	 *stmts;
	long		  patience_ms;	/* of one attempt */
	int		  n, nidle;
};

struct db_batch {
	struct req	*req;
	size_t		 n;
	int		 with_results, more;
	struct db_sent	 sent[CALLS_MAX];
};

/* From how many µs on a round trip is worth a line in the log. */
static uint64_t
slow_us(const struct conf *conf)
{
	return (uint64_t)conf_int(conf, "slow_ms", 500) * 1000u;
}

struct db_pool *
db_pool_new(const struct conf *conf, const struct stmt *stmts, size_t nstmts,
    int n)
{
	const char *info;
	struct db_pool *p;
	struct db_conn *c;
	int i;

	info = conf_get(conf, "database", NULL);
	if (info == NULL)
		log_die("setting database is missing");
	p = calloc(1, sizeof(*p));
	if (p == NULL || (p->idle = calloc((size_t)n, sizeof(*p->idle))) ==
	    NULL || (p->stmts = calloc(nstmts + SQL__LIB,
	    sizeof(*p->stmts))) == NULL)
		log_die("out of memory");
	memcpy(p->stmts, lib_stmts, sizeof(lib_stmts));
	if (nstmts > 0)
		memcpy(p->stmts + SQL__LIB, stmts, nstmts * sizeof(*stmts));
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->free_one, NULL);
	p->n = n;
	p->patience_ms = conf_int(conf, "patience", 10) * 1000L;
	for (i = 0; i < n; i++) {
		c = db_conn_new(info, p->stmts, nstmts + SQL__LIB);
		c->deadline_ms = p->patience_ms;
		c->slow_us = slow_us(conf);
		p->idle[p->nidle++] = c;
	}
	figures_init(p->stmts, nstmts + SQL__LIB);
	return p;
}

void
db_pool_free(struct db_pool *p)
{
	if (p == NULL)
		return;
	while (p->nidle > 0)
		db_conn_free(p->idle[--p->nidle]);
	free(p->idle);
	free(p->stmts);
	free(p);
}

/* A connection of one's own for a moment; NULL when none came free in time. */
static struct db_conn *
pool_take(struct db_pool *p)
{
	struct db_conn *c = NULL;
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += WAIT_SECONDS;
	pthread_mutex_lock(&p->lock);
	while (p->nidle == 0)
		if (pthread_cond_timedwait(&p->free_one, &p->lock, &until) ==
		    ETIMEDOUT)
			break;
	if (p->nidle > 0)
		c = p->idle[--p->nidle];
	pthread_mutex_unlock(&p->lock);
	return c;
}

static void
pool_give(struct db_pool *p, struct db_conn *c)
{
	pthread_mutex_lock(&p->lock);
	p->idle[p->nidle++] = c;
	pthread_cond_signal(&p->free_one);
	pthread_mutex_unlock(&p->lock);
}

static void
batch_release(void *arg)
{
	struct db_batch *b = arg;
	size_t i;

	for (i = 0; i < b->n; i++)
		PQclear(b->sent[i].result);
}

/* Binds values behind the session and the right, if the statement has them. */
static int
bind(struct db_batch *b, int stmt, const char *const *values)
{
	const struct stmt *s = &b->req->app->pool->stmts[stmt];
	struct req *req = b->req;
	const char **bound;
	struct db_sent *sent;
	int i, n = 0;

	if (b->n == CALLS_MAX || s->nparams + 2 > DB_PARAMS_MAX)
		log_die("%s: too many calls or values", s->call);
	sent = &b->sent[b->n];
	sent->stmt = stmt;
	bound = arena_alloc(req->arena, (size_t)(s->nparams + 2) *
	    sizeof(*bound));
	if (s->session) {
		bound[n++] = req->token == NULL ? NULL :
		    db_bytes(req->arena, req->session, 32);
		bound[n++] = req->page == NULL ? NULL : req->page->right;
	}
	for (i = 0; i < s->nparams; i++)
		bound[n++] = values[i];
	sent->values = bound;
	sent->nvalues = n;
	return (int)b->n++;
}

/* The results of a request before a redirect are asked for once, by ?r=. */
static const char *
wanted_results(const struct req *req)
{
	size_t i;

	for (i = 0; i < req->npairs; i++)
		if (strcmp(req->pairs[i].name, "r") == 0 &&
		    strcmp(req->method, "POST") != 0 &&
		    req->pairs[i].len >= 8 && req->pairs[i].len <= 64)
			return req->pairs[i].value;
	return NULL;
}

static struct db_batch *
batch_new(struct req *req)
{
	struct db_batch *b;

	b = arena_alloc(req->arena, sizeof(*b));
	b->req = req;
	arena_defer(req->arena, batch_release, b);
	return b;
}

/* Begins with the call that says who asks. */
static struct db_batch *
open_with(struct req *req, int stmt, const char *const *values)
{
	struct db_batch *b = batch_new(req);
	const char *r;

	bind(b, stmt, values);
	r = wanted_results(req);
	if (r != NULL && req->nmessages == 0) {
		bind(b, SQL_RESULTS, &r);
		b->with_results = 1;
	}
	return b;
}

struct db_batch *
db_open(struct req *req)
{
	const char *lang = req->lang;

	return open_with(req, SQL_HELLO, &lang);
}

struct db_batch *
db_open_as(struct req *req, int stmt)
{
	return open_with(req, stmt + SQL__LIB, NULL);
}

struct db_batch *
db_more(struct req *req)
{
	struct db_batch *b = batch_new(req);

	b->more = 1;
	return b;
}

int
db_call_v(struct db_batch *b, int stmt, const char *const *values)
{
	return bind(b, stmt + SQL__LIB, values);
}

int
db_call(struct db_batch *b, int stmt, ...)
{
	const char *values[DB_PARAMS_MAX];
	va_list ap;
	int i;

	va_start(ap, stmt);
	for (i = 0; i < b->req->app->pool->stmts[stmt + SQL__LIB].nparams; i++)
		values[i] = va_arg(ap, const char *);
	va_end(ap);
	return db_call_v(b, stmt, values);
}

struct db_rows *
db_result(struct db_batch *b, int call)
{
	return db_rows_wrap(b->sent[call].result);
}

static const char *
keep(struct req *req, const struct db_rows *r, const char *col)
{
	return arena_strdup(req->arena, db_get(r, 0, col));
}

/* What hello() says of the one who asks. */
static enum outcome
read_hello(struct db_batch *b)
{
	struct req *req = b->req;
	struct db_rows *r = db_rows_wrap(b->sent[0].result);

	if (db_count(r) != 1)
		return OUT_FAULT;
	req->hello = r;
	req->actor.known = db_bool(r, 0, "known");
	req->actor.account_id = db_int(r, 0, "account_id");
	req->actor.kind = keep(req, r, "kind");
	req->actor.name = keep(req, r, "name");
	req->actor.university = keep(req, r, "university");
	req->actor.rights = keep(req, r, "rights");
	return outcome_of(db_get(r, 0, "outcome"));
}

static void
batch_clear(struct db_batch *b)
{
	size_t i;

	for (i = 0; i < b->n; i++) {
		PQclear(b->sent[i].result);
		b->sent[i].result = NULL;
	}
}

/*
 * Runs the batch, once more where that is safe: rolled back for sure, or a
 * page that only reads.  A write whose commit is unknown is not repeated
 * here; the form's request id lets the person press again (F3).  All of it
 * ends within 1.4 times the patience and one connection, before nginx gives
 * up (F6).
 */
static enum db_end
batch_send(struct db_batch *b)
{
	struct db_pool *p = b->req->app->pool;
	long left, until = (long)(meter_now() / 1000u) +
	    p->patience_ms / 10 * 14;
	enum db_end end = DB_LOST;
	struct db_conn *c;
	int tries, reads;

	reads = strcmp(b->req->method, "POST") != 0;
	c = pool_take(p);
	if (c == NULL)
		return DB_REFUSED;
	for (tries = 0; tries < 3; tries++) {
		batch_clear(b);
		if (db_conn_ready(c) == -1) {
			nanosleep(&(struct timespec){ 0, 300000000 }, NULL);
			if ((long)(meter_now() / 1000u) >= until)
				break;
			continue;
		}
		left = until - (long)(meter_now() / 1000u);
		if (left <= 0)
			break;
		c->deadline_ms = left < p->patience_ms ? left : p->patience_ms;
		end = db_conn_run(c, b->sent, b->n);
		if (end != DB_AGAIN && !(end == DB_LOST && reads))
			break;
	}
	pool_give(p, c);
	return end;
}

enum outcome
db_run(struct db_batch *b)
{
	enum outcome o;

	switch (batch_send(b)) {
	case DB_OK:
		break;
	case DB_BROKEN:
		return OUT_FAULT;
	default:
		return OUT_BUSY;
	}
	if (b->more)
		return OUT_DONE;
	o = read_hello(b);
	if (o == OUT_DONE && b->with_results) {
		say_rows(b->req, db_rows_wrap(b->sent[1].result));
		say_again(b->req);
	}
	return o;
}

struct db_conn *
db_connect(const struct conf *conf, const struct stmt *stmts, size_t nstmts)
{
	const char *info;
	struct db_conn *c;

	info = conf_get(conf, "database", NULL);
	if (info == NULL)
		log_die("setting database is missing");
	c = db_conn_new(info, stmts, nstmts);
	c->slow_us = slow_us(conf);
	return c;
}

void
db_close(struct db_conn *c)
{
	db_conn_free(c);
}

void
db_patience(struct db_conn *c, long ms)
{
	c->deadline_ms = ms;
}

int
db_ready(struct db_conn *c)
{
	return db_conn_ready(c);
}

enum db_end
db_conn_one(struct db_conn *c, struct db_sent *sent, struct db_rows **rows)
{
	enum db_end end;

	end = db_conn_run(c, sent, 1);
	if (end == DB_OK)
		*rows = db_rows_wrap(sent->result);
	else
		PQclear(sent->result);
	return end;
}

enum db_end
db_try(struct db_conn *c, int stmt, const char *const *values,
    struct db_rows **rows)
{
	struct db_sent sent = { .stmt = stmt, .values = values,
	    .nvalues = c->stmts[stmt].nparams };

	return db_conn_one(c, &sent, rows);
}

struct db_rows *
db_do_v(struct db_conn *c, int stmt, const char *const *values)
{
	struct db_rows *rows;
	enum db_end end;
	int tries;

	for (tries = 0; tries < 2; tries++) {
		if (db_conn_ready(c) == -1)
			return NULL;
		end = db_try(c, stmt, values, &rows);
		if (end == DB_OK)
			return rows;
		if (end != DB_AGAIN)
			break;
	}
	return NULL;
}

struct db_rows *
db_do(struct db_conn *c, int stmt, ...)
{
	const char *values[DB_PARAMS_MAX];
	va_list ap;
	int i;

	va_start(ap, stmt);
	for (i = 0; i < c->stmts[stmt].nparams; i++)
		values[i] = va_arg(ap, const char *);
	va_end(ap);
	return db_do_v(c, stmt, values);
}
