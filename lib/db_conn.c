#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "db_conn.h"
#include "figures.h"
#include "log.h"
#include "meter.h"

/* Of many-call round trips one in so long is taken apart: it costs the server
 * a system call for each call of it. */
#define TIMED_EVERY_US	50000u

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

struct db_conn *
db_conn_new(const char *conninfo, const struct stmt *stmts, size_t nstmts)
{
	struct db_conn *c;

	c = calloc(1, sizeof(*c));
	if (c == NULL)
		log_die("out of memory");
	c->conninfo = conninfo;
	c->stmts = stmts;
	c->nstmts = nstmts;
	c->deadline_ms = DB_DEADLINE_MS;
	c->prepared = calloc(nstmts + 1, 1);
	if (c->prepared == NULL)
		log_die("out of memory");
	return c;
}

void
db_conn_free(struct db_conn *c)
{
	if (c == NULL)
		return;
	PQfinish(c->pg);
	free(c->prepared);
	free(c);
}

static void
drop(struct db_conn *c)
{
	PQfinish(c->pg);
	c->pg = NULL;
	c->stale = 0;
	memset(c->prepared, 0, c->nstmts);
}

/*
 * Notices of the server may quote data: they are not logged (S12).  A warning
 * at the commit says that the wait for the standby was cut short: what it
 * commits may be lost with this server (F2).
 */
static void
on_notice(void *arg, const PGresult *res)
{
	struct db_conn *c = arg;
	const char *kind;

	kind = PQresultErrorField(res, PG_DIAG_SEVERITY_NONLOCALIZED);
	if (kind != NULL && strcmp(kind, "WARNING") == 0)
		c->warned = 1;
}

/* An idle connection has nothing to say; if it does, the server has gone. */
static int
idle_alive(struct db_conn *c)
{
	struct pollfd p = { .fd = PQsocket(c->pg), .events = POLLIN };

	if (PQstatus(c->pg) != CONNECTION_OK)
		return 0;
	if (poll(&p, 1, 0) == 0)
		return 1;
	return PQconsumeInput(c->pg) == 1 && PQstatus(c->pg) == CONNECTION_OK &&
	    (p.revents & (POLLHUP | POLLERR)) == 0;
}

/* "select * from call($1,$2)" from the name alone. */
static void
stmt_text(const struct stmt *s, char *text, size_t size)
{
	int i, n, total;

	total = s->nparams + (s->session ? 2 : 0);
	n = snprintf(text, size, "select * from %s(", s->call);
	for (i = 1; i <= total; i++)
		n += snprintf(text + n, size - (size_t)n, "%s$%d",
		    i == 1 ? "" : ",", i);
	snprintf(text + n, size - (size_t)n, ")");
}

static int
send_call(struct db_conn *c, struct db_sent *s)
{
	char name[16], text[512];

	snprintf(name, sizeof(name), "s%d", s->stmt);
	if (!c->prepared[s->stmt]) {
		stmt_text(&c->stmts[s->stmt], text, sizeof(text));
		if (PQsendPrepare(c->pg, name, text, 0, NULL) != 1)
			return -1;
	}
	return PQsendQueryPrepared(c->pg, name, s->nvalues, s->values,
	    s->lengths, s->formats, 0) == 1 ? 0 : -1;
}

/* Waits until a result is complete.  -1 on the deadline or a lost connection. */
static int
wait_result(struct db_conn *c, long until)
{
	struct pollfd p = { .fd = PQsocket(c->pg) };
	long left;
	int flush;

	for (;;) {
		flush = PQflush(c->pg);
		if (flush == -1)
			return -1;
		if (!PQisBusy(c->pg))
			return 0;
		p.events = (short)(POLLIN | (flush == 1 ? POLLOUT : 0));
		left = until - now_ms();
		if (left <= 0)
			return -1;
		if (poll(&p, 1, (int)left) == -1 && errno != EINTR)
			return -1;
		if ((p.revents & (POLLIN | POLLERR | POLLHUP)) != 0 &&
		    PQconsumeInput(c->pg) != 1)
			return -1;
	}
}

static PGresult *
next_result(struct db_conn *c, long until, int *lost)
{
	if (wait_result(c, until) == -1) {
		*lost = 1;
		return NULL;
	}
	return PQgetResult(c->pg);
}

/* Which kind of failure an SQLSTATE is. */
static enum db_end
sort_error(const char *state)
{
	static const char *const again[] = { "40001", "40P01", "0A000",
	    "26000", NULL };
	static const char *const refused[] = { "55P03", "57014", "53300",
	    "53200", "53100", NULL };
	int i;

	for (i = 0; again[i] != NULL; i++)
		if (strcmp(state, again[i]) == 0)
			return DB_AGAIN;
	for (i = 0; refused[i] != NULL; i++)
		if (strcmp(state, refused[i]) == 0)
			return DB_REFUSED;
	if (strncmp(state, "57P", 3) == 0 || strncmp(state, "08", 2) == 0)
		return DB_LOST;
	return DB_BROKEN;
}

/*
 * Says once what failed: the statement's name and the server's first line, but
 * for what may quote a value that a person typed (class 22, S12).
 */
static enum db_end
note_error(struct db_conn *c, const struct db_sent *s, const PGresult *res)
{
	const char *state, *text;
	enum db_end end;

	state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
	if (state == NULL)
		return DB_LOST;
	end = sort_error(state);
	if (text == NULL || strncmp(state, "22", 2) == 0)
		text = "";
	log_line(end == DB_BROKEN ? LOG_FAULT : LOG_WARN, "%s: %s: %s",
	    c->stmts[s->stmt].call, state, text);
	if (strcmp(state, "0A000") == 0 || strcmp(state, "26000") == 0)
		c->stale = 1;	/* a function changed: prepare all anew */
	return end;
}

/* Takes the results of one queued command; keeps its rows in *keep. */
static enum db_end
take_results(struct db_conn *c, struct db_sent *s, long until, PGresult **keep)
{
	enum db_end end = DB_OK;
	ExecStatusType status;
	PGresult *res;
	int lost = 0;

	while ((res = next_result(c, until, &lost)) != NULL) {
		status = PQresultStatus(res);
		if (status == PGRES_TUPLES_OK && keep != NULL &&
		    *keep == NULL) {
			*keep = res;
			continue;
		}
		if (status == PGRES_FATAL_ERROR && end == DB_OK)
			end = note_error(c, s, res);
		else if (status == PGRES_PIPELINE_ABORTED && end == DB_OK)
			end = DB_BROKEN;
		else if (status == PGRES_COMMAND_OK && keep == NULL)
			c->prepared[s->stmt] = 1;
		PQclear(res);
	}
	return lost ? DB_LOST : end;
}

/* Nothing is acknowledged before the sync has come back (F1). */
static enum db_end
take_sync(struct db_conn *c, long until)
{
	PGresult *res;
	int lost = 0, synced = 0;

	res = next_result(c, until, &lost);
	if (res != NULL) {
		synced = PQresultStatus(res) == PGRES_PIPELINE_SYNC;
		PQclear(res);
	}
	return synced && !lost ? DB_OK : DB_LOST;
}

/*
 * Sends all calls and one sync.  A batch that is taken apart asks the server
 * to send each call's rows when it is done with it, not all at the end.
 */
static int
send_all(struct db_conn *c, struct db_sent *sent, size_t n, int timed)
{
	size_t i;

	for (i = 0; i < n; i++) {
		sent[i].fresh = !c->prepared[sent[i].stmt];
		if (send_call(c, &sent[i]) == -1)
			return -1;
		c->prepared[sent[i].stmt] = 1;	/* once per batch */
		if (timed && PQsendFlushRequest(c->pg) != 1)
			return -1;
	}
	for (i = 0; i < n; i++)
		if (sent[i].fresh)
			c->prepared[sent[i].stmt] = 0;
	return PQpipelineSync(c->pg) == 1 ? 0 : -1;
}

/* The results of all calls in order; the first end that is not DB_OK. */
static enum db_end
take_all(struct db_conn *c, struct db_sent *sent, size_t n, long until)
{
	enum db_end first = DB_OK, end;
	uint64_t now, last = meter_now();
	size_t i;

	for (i = 0; i < n; i++) {
		end = DB_OK;
		if (sent[i].fresh)
			end = take_results(c, &sent[i], until, NULL);
		if (first == DB_OK)
			first = end;
		if (end == DB_LOST)
			return end;
		end = take_results(c, &sent[i], until, &sent[i].result);
		if (first == DB_OK)
			first = end;
		if (end == DB_LOST)
			return end;
		now = meter_now();
		sent[i].us = now - last;
		last = now;
	}
	if (take_sync(c, until) == DB_LOST || c->warned)
		return DB_LOST;
	return first;
}

/*
 * A slow round trip in one line: how long, how it ended, which functions, and
 * how long each took where that was measured.  Names and numbers only (S12).
 */
static void
log_slow(struct db_conn *c, const struct db_sent *sent, size_t n,
    enum db_end end, uint64_t us, int timed)
{
	char line[1500] = "";
	size_t i, used = 0;
	int k;

	for (i = 0; i < n && used < sizeof(line) - 1; i++) {
		k = snprintf(line + used, sizeof(line) - used, timed ?
		    " %s=%llu" : " %s", c->stmts[sent[i].stmt].call,
		    (unsigned long long)(sent[i].us / 1000u));
		used += k > 0 ? (size_t)k : 0;
	}
	log_line(LOG_WARN, "slow: %llu ms, %s:%s",
	    (unsigned long long)(us / 1000u), figures_end(end), line);
}

/* Counts the trip; single calls are measured without asking for it. */
static void
note_trip(struct db_conn *c, const struct db_sent *sent, size_t n,
    enum db_end end, uint64_t us, int timed)
{
	size_t i;

	figures_trip(end, us);
	for (i = 0; i < n; i++) {
		figures_call(&c->stmts[sent[i].stmt]);
		if (end == DB_OK && timed)
			figures_call_time(&c->stmts[sent[i].stmt], n == 1 ?
			    us : sent[i].us);
	}
	if (c->slow_us > 0 && us >= c->slow_us)
		log_slow(c, sent, n, end, us, timed && n > 1 && end == DB_OK);
}

/* The server whose word counts, for all connections of the process. */
static struct {
	pthread_mutex_t	 lock;
	char		 system[32];
	long long	 timeline;
} known = { PTHREAD_MUTEX_INITIALIZER, "", 0 };

/*
 * After a failover the old server may still be there, or come back, and take
 * writes that nobody will keep: who has seen a later timeline of the same
 * cluster has nothing more to do with it (F7).
 */
static int
server_counts(const char *system, long long timeline)
{
	int ok;

	pthread_mutex_lock(&known.lock);
	if (strcmp(known.system, system) != 0) {
		snprintf(known.system, sizeof(known.system), "%s", system);
		known.timeline = 0;
	}
	ok = timeline > 0 && timeline >= known.timeline;
	if (ok)
		known.timeline = timeline;
	pthread_mutex_unlock(&known.lock);
	if (!ok)
		log_line(LOG_FAULT, "database: a server that %s is not used",
		    timeline == 0 ? "only reads" : "was left behind");
	return ok;
}

/* Asks a new connection which server it leads to. */
static int
check_server(struct db_conn *c)
{
	long until = now_ms() + c->deadline_ms;
	PGresult *res;
	int lost = 0, ok = 0;

	if (PQsendQueryParams(c->pg, "select * from shared_api.server()", 0,
	    NULL, NULL, NULL, NULL, 0) != 1 || PQpipelineSync(c->pg) != 1)
		return -1;
	while ((res = next_result(c, until, &lost)) != NULL) {
		if (PQresultStatus(res) == PGRES_TUPLES_OK &&
		    PQntuples(res) == 1)
			ok = server_counts(PQgetvalue(res, 0, 0),
			    atoll(PQgetvalue(res, 0, 1)));
		else
			log_line(LOG_FAULT, "database: shared_api.server: %s",
			    PQresultErrorField(res, PG_DIAG_SQLSTATE));
		PQclear(res);
	}
	if (lost || take_sync(c, until) == DB_LOST)
		return -1;
	return ok ? 0 : -1;
}

int
db_conn_ready(struct db_conn *c)
{
	if (c->pg != NULL && !c->stale && idle_alive(c))
		return 0;
	drop(c);
	c->pg = PQconnectdb(c->conninfo);
	if (PQstatus(c->pg) != CONNECTION_OK) {
		log_line(LOG_WARN, "database: %s", PQerrorMessage(c->pg));
		drop(c);
		return -1;
	}
	PQsetNoticeReceiver(c->pg, on_notice, c);
	if (PQsetnonblocking(c->pg, 1) != 0 || PQenterPipelineMode(c->pg) != 1) {
		log_line(LOG_FAULT, "database: %s", PQerrorMessage(c->pg));
		drop(c);
		return -1;
	}
	if (check_server(c) == -1) {
		drop(c);
		return -1;
	}
	return 0;
}

enum db_end
db_conn_run(struct db_conn *c, struct db_sent *sent, size_t n)
{
	uint64_t began = meter_now();
	enum db_end end = DB_LOST;
	int timed;

	c->warned = 0;
	timed = n == 1 || began - c->timed_at > TIMED_EVERY_US;
	if (timed && n > 1)
		c->timed_at = began;
	if (send_all(c, sent, n, timed && n > 1) == 0)
		end = take_all(c, sent, n, now_ms() + c->deadline_ms);
	if (end == DB_LOST) {
		log_line(LOG_WARN, "database: connection lost or too slow");
		drop(c);
	}
	note_trip(c, sent, n, end, meter_now() - began, timed);
	return end;
}
