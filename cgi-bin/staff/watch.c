#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "meter.h"
#include "staff.h"
#include "watch.h"

#define FRESH_US	3000000u	/* one question in so long */
#define CHECKED_US	10000000u	/* a session is believed for so long */
#define GONE_US		20000000u	/* who has not asked for so long has left */
#define WATCHERS	512

static struct {
	pthread_mutex_t	 lock;
	struct {
		unsigned char	 session[32];
		uint64_t	 asked, checked;	/* 0 = nobody here */
	}		 who[WATCHERS];
	struct board	 board;
	uint64_t	 at;		/* when the board was read, 0 = never */
	int		 asking;	/* somebody is at the database */
} all = { .lock = PTHREAD_MUTEX_INITIALIZER };

/* With the lock held: the place of a session, or -1. */
static int
find(const unsigned char *session)
{
	int i;

	for (i = 0; i < WATCHERS; i++)
		if (all.who[i].checked != 0 &&
		    memcmp(all.who[i].session, session, 32) == 0)
			return i;
	return -1;
}

int
watch_known(struct req *req)
{
	uint64_t now;
	int i, known = 0;

	pthread_mutex_lock(&all.lock);
	now = meter_now();	/* never before what others have noted */
	i = find(req->session);
	if (i != -1) {
		all.who[i].asked = now;
		known = now - all.who[i].checked < CHECKED_US;
	}
	pthread_mutex_unlock(&all.lock);
	return known;
}

/* Where all places are taken a reader is served, but asks for himself. */
void
watch_add(struct req *req)
{
	uint64_t now;
	int i;

	pthread_mutex_lock(&all.lock);
	now = meter_now();
	i = find(req->session);
	if (i == -1)
		for (i = 0; i < WATCHERS && all.who[i].checked != 0 &&
		    now - all.who[i].asked < GONE_US; i++)
			continue;
	if (i < WATCHERS) {
		memcpy(all.who[i].session, req->session, 32);
		all.who[i].asked = all.who[i].checked = now;
	}
	pthread_mutex_unlock(&all.lock);
}

/* With the lock held: the sessions of those who still watch. */
static size_t
watchers(struct req *req, unsigned char (*sessions)[32], const char **literals)
{
	uint64_t now = meter_now();
	size_t n = 0;
	int i;

	for (i = 0; i < WATCHERS; i++) {
		if (all.who[i].checked == 0)
			continue;
		if (now - all.who[i].asked > GONE_US) {
			all.who[i].checked = 0;
			continue;
		}
		memcpy(sessions[n], all.who[i].session, 32);
		literals[n] = db_bytes(req->arena, sessions[n], 32);
		n++;
	}
	return n;
}

static int
kind_of(const char *outcome)
{
	if (strcmp(outcome, "full") == 0)
		return 0;
	if (strcmp(outcome, "conflict") == 0)
		return 1;
	return strcmp(outcome, "credits") == 0 ? 2 : 3;
}

static void
read_school(struct board *b, const struct db_rows *r, int row)
{
	static const char *const names[] = { "name_ko", "name_en", "name_ja" };
	int k;

	if (b->nschools == BOARD_SCHOOLS)
		return;
	for (k = 0; k < 3; k++)
		snprintf(b->schools[b->nschools].name[k],
		    sizeof(b->schools[0].name[k]), "%s",
		    db_get(r, row, names[k]));
	b->schools[b->nschools].taken = (long)db_int(r, row, "n");
	b->schools[b->nschools++].total = (long)db_int(r, row, "total");
}

static void
read_row(struct board *b, const struct db_rows *r, int row)
{
	const char *kind = db_get(r, row, "kind");
	long n = (long)db_int(r, row, "n"), at = (long)db_int(r, row, "at");
	int i;

	if (strcmp(kind, "span") == 0)
		b->span = n;
	else if (strcmp(kind, "rate") == 0 && at >= 0 && at < BOARD_RATES)
		b->rate[at] = n;
	else if (strcmp(kind, "bar") == 0 && at >= 0 && at < BOARD_BARS)
		b->bars[at][kind_of(db_get(r, row, "label"))] += n;
	else if (strcmp(kind, "now") == 0)
		b->now = n;
	else if (strcmp(kind, "queue") == 0) {
		b->waiting = n;
		b->oldest_ms = (long)db_int(r, row, "total");
	} else if (strcmp(kind, "room") == 0) {
		b->room = at == 1;
		b->room_waiting = n;
		b->room_in = (long)db_int(r, row, "total");
	} else if (strcmp(kind, "school") == 0)
		read_school(b, r, row);
	else if (strcmp(kind, "refused") == 0) {
		for (i = 0; i < BOARD_REASONS - 1 && b->reasons[i].n > 0; i++)
			continue;
		snprintf(b->reasons[i].word, sizeof(b->reasons[i].word), "%s",
		    db_get(r, row, "label"));
		b->reasons[i].n += n;
	}
}

/* With the lock held: sessions that live go on, the others are forgotten. */
static void
keep_living(const struct db_rows *r, unsigned char (*sessions)[32], size_t n)
{
	uint64_t now = meter_now();
	unsigned char *lives;
	long long at;
	size_t k;
	int i;

	lives = calloc(n + 1, 1);
	if (lives == NULL)
		abort();
	for (i = 0; i < db_count(r); i++) {
		at = db_int(r, i, "at");
		if (strcmp(db_get(r, i, "kind"), "session") == 0 && at >= 1 &&
		    (size_t)at <= n)
			lives[at - 1] = 1;
	}
	for (k = 0; k < n; k++)
		if ((i = find(sessions[k])) != -1)
			all.who[i].checked = lives[k] ? now : 0;
	free(lives);
}

/* Asks the database, without the lock; takes it again to keep the answer. */
static void
ask(struct req *req)
{
	const char *literals[WATCHERS], *rights = "staff";
	unsigned char (*sessions)[32];
	struct board *fresh;
	struct db_batch *b;
	size_t n;
	int call, i;

	sessions = arena_alloc(req->arena, WATCHERS * sizeof(*sessions));
	fresh = arena_alloc(req->arena, sizeof(*fresh));
	n = watchers(req, sessions, literals);
	pthread_mutex_unlock(&all.lock);
	b = db_open(req);
	call = db_call(b, SQL_BOARD, rights, db_array(req->arena, literals, n));
	if (db_run(b) == OUT_DONE) {
		for (i = 0; i < db_count(db_result(b, call)); i++)
			read_row(fresh, db_result(b, call), i);
		pthread_mutex_lock(&all.lock);
		keep_living(db_result(b, call), sessions, n);
		all.board = *fresh;
		all.at = meter_now();
	} else
		pthread_mutex_lock(&all.lock);
}

const struct board *
watch_board(struct req *req)
{
	struct board *mine = NULL;

	pthread_mutex_lock(&all.lock);
	if (!all.asking && (all.at == 0 || meter_now() - all.at > FRESH_US)) {
		all.asking = 1;
		ask(req);
		all.asking = 0;
	}
	if (all.at != 0) {
		mine = arena_alloc(req->arena, sizeof(*mine));
		*mine = all.board;
	}
	pthread_mutex_unlock(&all.lock);
	return mine;
}
