#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "count.h"
#include "pulse.h"
#include "statements.h"

#define EVERY_SECONDS	2

/* {"full": 12, "credits": 3}; the words need no escaping. */
static int
write_refused(const struct tally *t, char *out, size_t size)
{
	size_t o, used = 0;
	int any = 0;

	used += (size_t)snprintf(out, size, "{");
	for (o = 0; o < OUT__MAX && used < size; o++)
		if (t->refused[o] > 0)
			used += (size_t)snprintf(out + used, size - used,
			    "%s\"%s\": %lu", any++ ? ", " : "",
			    outcome_word((enum outcome)o), t->refused[o]);
	if (used < size)
		snprintf(out + used, size - used, "}");
	return any > 0;
}

static void
send_pulse(struct db_conn *db, const char *process, const struct tally *t,
    const char *refused)
{
	char done[32], cancelled[32], waiting[32], oldest[32];

	snprintf(done, sizeof(done), "%lu", t->done);
	snprintf(cancelled, sizeof(cancelled), "%lu", t->cancelled);
	snprintf(waiting, sizeof(waiting), "%ld", t->waiting > 0 ?
	    t->waiting : 0);
	snprintf(oldest, sizeof(oldest), "%ld", t->oldest_ms);
	db_rows_free(db_do(db, SQL_PULSE, process, done, cancelled, refused,
	    waiting, oldest));
}

/* A row that says "nothing any more" ends the line of the queue. */
static void *
pulse_loop(void *arg)
{
	char process[300], host[200] = "", refused[1500];
	struct db_conn *db = arg;
	struct tally t;
	int busy, was = 0;

	gethostname(host, sizeof(host) - 1);
	snprintf(process, sizeof(process), "%s:%d", host, (int)getpid());
	for (;;) {
		nanosleep(&(struct timespec){ EVERY_SECONDS, 0 }, NULL);
		count_take(&t);
		busy = write_refused(&t, refused, sizeof(refused)) ||
		    t.done > 0 || t.cancelled > 0 || t.waiting > 0;
		if (busy || was)
			send_pulse(db, process, &t, refused);
		was = busy;
	}
	return NULL;
}

int
pulse_start(struct app *app)
{
	struct db_conn *db;
	pthread_t t;

	db = db_connect(app->conf, app->program->stmts, app->program->nstmts);
	if (pthread_create(&t, NULL, pulse_loop, db) != 0)
		return -1;
	pthread_detach(t);
	return 0;
}
