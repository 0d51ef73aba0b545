#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sodium.h>

#include "arena.h"
#include "conf.h"
#include "log.h"
#include "room.h"
#include "statements.h"

#define ARRIVALS	256	/* given places in one call */
#define TICK_OPEN	500	/* ms between two looks at the mark */
#define TICK_CLOSED	1000
#define TICK_SOONEST	50	/* … however loudly it is called for */
#define INSIDE		20000
#define LATE		1024
#define SEEN_SLOTS	262144	/* places that are told apart */
#define SEEN_SECONDS	15	/* a sign of life is written this often */
#define SEEN_MOST	8192	/* … and so many at a time */

/* Somebody who waits for a place; on the stack of his thread. */
struct arrival {
	struct arrival	*next;
	struct req	*req;
	struct ticket	*ticket;
	enum outcome	 outcome;
	sem_t		 done;
};

/* Places to be told to the database. */
struct places {
	uint64_t	 of[SEEN_MOST];
	size_t		 n;
};

static struct {
	pthread_mutex_t	 lock;
	pthread_cond_t	 call;
	struct arrival	*first, **last;
	int		 called;	/* look at the mark now */
	struct room_state state;
	struct places	 seen, entered;
	unsigned char	 late[LATE][32];	/* sessions let in at the last moment */
	size_t		 nlate;
} room = { .lock = PTHREAD_MUTEX_INITIALIZER, .last = &room.first };

static atomic_int pages;
static atomic_uint written[SEEN_SLOTS];	/* s, when seen was last kept */
static char name[24];

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

void
room_now(struct room_state *s)
{
	pthread_mutex_lock(&room.lock);
	*s = room.state;
	pthread_mutex_unlock(&room.lock);
}

int
room_pages(int by)
{
	int n = atomic_fetch_add(&pages, by) + by;

	if (by < 0)
		return n;
	pthread_mutex_lock(&room.lock);
	if (room.state.round == 0 && n >= room.state.open_at) {
		room.called = 1;
		pthread_cond_signal(&room.call);
	}
	pthread_mutex_unlock(&room.lock);
	return n;
}

/*
 * Two places that share a slot, with more than SEEN_SLOTS people waiting, keep
 * each other from being written for 15 s; the patience with who is not seen is
 * several times that.
 */
void
room_seen(uint64_t place)
{
	unsigned now = (unsigned)(now_ms() / 1000) + SEEN_SECONDS;
	atomic_uint *slot = &written[place % SEEN_SLOTS];

	if (atomic_load(slot) == UINT_MAX ||
	    now - atomic_load(slot) < SEEN_SECONDS)
		return;
	pthread_mutex_lock(&room.lock);
	if (room.seen.n < SEEN_MOST) {
		room.seen.of[room.seen.n++] = place;
		atomic_store(slot, now);
	}
	pthread_mutex_unlock(&room.lock);
}

void
room_entered(uint64_t place)
{
	atomic_uint *slot = &written[place % SEEN_SLOTS];

	if (atomic_load(slot) == UINT_MAX)
		return;
	pthread_mutex_lock(&room.lock);
	if (room.entered.n < SEEN_MOST) {
		room.entered.of[room.entered.n++] = place;
		atomic_store(slot, UINT_MAX);
	}
	pthread_mutex_unlock(&room.lock);
}

void
room_let_in(const unsigned char session[32])
{
	pthread_mutex_lock(&room.lock);
	if (room.nlate < LATE)
		memcpy(room.late[room.nlate++], session, 32);
	pthread_mutex_unlock(&room.lock);
}

enum outcome
room_enter(struct req *req, struct ticket *t)
{
	struct arrival me = { .req = req, .ticket = t };

	sem_init(&me.done, 0, 0);
	pthread_mutex_lock(&room.lock);
	*room.last = &me;
	room.last = &me.next;
	pthread_cond_signal(&room.call);
	pthread_mutex_unlock(&room.lock);
	while (sem_wait(&me.done) == -1 && errno == EINTR)
		continue;
	sem_destroy(&me.done);
	return me.outcome;
}

static void
answer(struct arrival *who, enum outcome o)
{
	who->outcome = o;
	sem_post(&who->done);	/* who is gone from here on */
}

/* Time of arrival in the program; only its order counts. */
static const char *
stamp(struct arena *a, const struct req *req)
{
	struct tm tm;
	char day[32];

	gmtime_r(&req->arrived.tv_sec, &tm);
	strftime(day, sizeof(day), "%Y-%m-%d %H:%M:%S", &tm);
	return arena_printf(a, "%s.%06ld+00", day,
	    req->arrived.tv_nsec / 1000L);
}

/* What the database said to one of them. */
static void
take_place(struct arrival *who, const struct db_rows *r, int row)
{
	if (strcmp(db_get(r, row, "outcome"), "done") != 0) {
		answer(who, OUT_GONE);
		return;
	}
	*who->ticket = (struct ticket){
		.round = (uint32_t)db_int(r, row, "round"),
		.place = (uint64_t)db_int(r, row, "place"),
		.arrived_ms = (uint64_t)who->req->arrived.tv_sec * 1000 +
		    (uint64_t)who->req->arrived.tv_nsec / 1000000,
		.issued = (uint32_t)time(NULL),
	};
	answer(who, OUT_DONE);
}

static void
give_places(struct db_conn *conn, struct arena *a, struct arrival **who,
    size_t n)
{
	const char *sessions[ARRIVALS], *arrived[ARRIVALS], *values[3];
	struct db_rows *rows = NULL;
	enum db_end end = DB_LOST;
	size_t i;
	int row;

	for (i = 0; i < n; i++) {
		sessions[i] = db_bytes(a, who[i]->req->session, 32);
		arrived[i] = stamp(a, who[i]->req);
	}
	values[0] = "student";
	values[1] = db_array(a, sessions, n);
	values[2] = db_array(a, arrived, n);
	if (db_ready(conn) == 0)
		end = db_try(conn, SQL_ROOM_ENTER, values, &rows);
	for (row = 0; end == DB_OK && row < db_count(rows); row++) {
		i = (size_t)db_int(rows, row, "n") - 1;
		if (i < n && who[i] != NULL) {
			take_place(who[i], rows, row);
			who[i] = NULL;
		}
	}
	for (i = 0; i < n; i++)
		if (who[i] != NULL)
			answer(who[i], OUT_BUSY);
	if (end == DB_OK)
		db_rows_free(rows);
}

static void
tell_inside(struct db_conn *conn, struct arena *a, uint32_t round,
    const unsigned char *raw[], size_t n)
{
	const char **sessions, *values[2];
	struct db_rows *rows;
	size_t i;

	sessions = arena_alloc(a, (n + 1) * sizeof(*sessions));
	for (i = 0; i < n; i++)
		sessions[i] = db_bytes(a, raw[i], 32);
	values[0] = arena_printf(a, "%u", round);
	values[1] = db_array(a, sessions, n);
	if (n > 0 && db_try(conn, SQL_ROOM_INSIDE, values, &rows) == DB_OK)
		db_rows_free(rows);
}

/* A new round: whoever has the page open goes on in it. */
static void
begin_round(struct db_conn *conn, struct arena *a, uint32_t round)
{
	const unsigned char **raw;
	size_t i, n;

	raw = arena_alloc(a, INSIDE * sizeof(*raw));
	n = inside_all(raw, INSIDE);
	tell_inside(conn, a, round, raw, n);
	for (i = 0; i < SEEN_SLOTS; i++)
		atomic_store(&written[i], 0);
}

/* Who was getting the page while the room opened has it before he acts. */
static void
tell_late(struct db_conn *conn, struct arena *a)
{
	const unsigned char **raw;
	size_t i, n;

	pthread_mutex_lock(&room.lock);
	n = room.nlate;
	raw = arena_alloc(a, (n + 1) * sizeof(*raw));
	for (i = 0; i < n; i++)
		raw[i] = memcpy(arena_alloc(a, 32), room.late[i], 32);
	room.nlate = 0;
	pthread_mutex_unlock(&room.lock);
	tell_inside(conn, a, room.state.round, raw, n);
}

static void
read_state(const struct db_rows *r, struct room_state *s)
{
	s->round = (uint32_t)db_int(r, 0, "round");
	s->mark = (uint64_t)db_int(r, 0, "mark");
	s->last = (uint64_t)db_int(r, 0, "last_place");
	s->waiting = (int)db_int(r, 0, "waiting");
	s->open_at = (int)db_int(r, 0, "open_at");
	s->rate = (int)db_int(r, 0, "rate");
	s->pace = atof(db_get(r, 0, "pace"));
}

/* The places noted since the last look, as an array for the database. */
static const char *
take_places(struct arena *a, struct places *p)
{
	const char **places;
	size_t i, n;

	pthread_mutex_lock(&room.lock);
	n = p->n;
	places = arena_alloc(a, (n + 1) * sizeof(*places));
	for (i = 0; i < n; i++)
		places[i] = arena_printf(a, "%llu",
		    (unsigned long long)p->of[i]);
	p->n = 0;
	pthread_mutex_unlock(&room.lock);
	return db_array(a, places, n);
}

/* How the room stands.  Without a database it stands as it stood. */
static void
look(struct db_conn *conn, struct arena *a)
{
	struct room_state s;
	struct db_rows *rows;
	const char *values[5];

	values[0] = name;
	values[1] = arena_printf(a, "%d", atomic_load(&pages));
	values[2] = arena_printf(a, "%u", room.state.round);
	values[3] = take_places(a, &room.seen);
	values[4] = take_places(a, &room.entered);
	if (db_ready(conn) == -1 ||
	    db_try(conn, SQL_ROOM_TICK, values, &rows) != DB_OK)
		return;
	read_state(rows, &s);
	db_rows_free(rows);
	if (s.round != 0 && s.round != room.state.round)
		begin_round(conn, a, s.round);
	pthread_mutex_lock(&room.lock);
	room.state = s;
	pthread_mutex_unlock(&room.lock);
}

/* Sleeps until somebody arrives, calls, or it is time; takes who arrived. */
static size_t
wait_for_work(struct arrival **who, long next, int *called)
{
	struct timespec until = { next / 1000, next % 1000 * 1000000 };
	size_t n = 0;

	pthread_mutex_lock(&room.lock);
	while (room.first == NULL && !room.called && now_ms() < next)
		if (pthread_cond_timedwait(&room.call, &room.lock, &until) ==
		    ETIMEDOUT)
			break;
	while (room.first != NULL && n < ARRIVALS) {
		who[n++] = room.first;
		room.first = room.first->next;
	}
	if (room.first == NULL)
		room.last = &room.first;
	*called = room.called;
	room.called = 0;
	pthread_mutex_unlock(&room.lock);
	return n;
}

static void *
room_loop(void *arg)
{
	struct db_conn *conn = arg;
	struct arrival *who[ARRIVALS];
	struct arena *a = arena_new();
	long last = 0;
	size_t n;
	int called, pause;

	for (;;) {
		arena_reset(a);
		pause = room.state.round != 0 ? TICK_OPEN : TICK_CLOSED;
		n = wait_for_work(who, last + pause, &called);
		/* Whoever arrives at a closed door has called: it opens first. */
		if (now_ms() - last >= (called ? TICK_SOONEST : pause) ||
		    (n > 0 && room.state.round == 0)) {
			look(conn, a);
			last = now_ms();
		}
		tell_late(conn, a);
		if (n > 0)
			give_places(conn, a, who, n);
	}
	return NULL;
}

int
room_start(struct app *app)
{
	pthread_condattr_t attr;
	unsigned char id[8];
	struct arena *a;
	struct db_conn *conn;
	pthread_t t;

	randombytes_buf(id, sizeof(id));
	sodium_bin2hex(name, sizeof(name), id, sizeof(id));
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&room.call, &attr);
	pthread_condattr_destroy(&attr);
	room.state.open_at = INT_MAX;
	if (strcmp(conf_get(app->conf, "room", "yes"), "no") == 0)
		return 0;
	conn = db_connect(app->conf, app->program->stmts,
	    app->program->nstmts);
	a = arena_new();
	look(conn, a);
	arena_free(a);
	if (pthread_create(&t, NULL, room_loop, conn) != 0)
		return -1;
	pthread_detach(t);
	return 0;
}
