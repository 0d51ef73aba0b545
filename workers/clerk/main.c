#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sodium.h>

#include "clerk.h"
#include "log.h"

/*
 * Runs the timed jobs: asks the database once a second for the oldest job that
 * is due on the clock of the rules, and has it done there, in one transaction,
 * until nothing is due.  Which jobs there are and when is sojourn.job_due().
 * The audit is sealed beside it (seal.c): no long job holds that up.
 */
const struct stmt clerk_stmts[SQL__MAX] = {
	[SQL_CLOCK] = { "clerk_api.clock", 0, 0 },
	[SQL_STEP] = { "clerk_api.step", 0, 0 },
	[SQL_WAITLIST] = { "clerk_api.waitlist", 0, 0 },
	[SQL_AUDIT_SETTLE] = { "clerk_api.audit_settle", 2, 0 },
	[SQL_SEAL_STATE] = { "clerk_api.seal_state", 0, 0 },
	[SQL_SEAL_ROWS] = { "clerk_api.seal_rows", 1, 0 },
	[SQL_SEAL_STORE] = { "clerk_api.seal_store", 7, 0 },
};

static volatile sig_atomic_t stop;

static void
on_term(int sig)
{
	(void)sig;
	stop = 1;
}

/*
 * Notes how late it is.  The clock of the machine may step back, time does
 * not: somebody has to look, and is told once a minute (F9).
 */
static void
look_at_clock(struct db_conn *db)
{
	static unsigned calls;
	struct db_rows *r = db_do(db, SQL_CLOCK);
	long long behind = db_count(r) == 0 ? 0 : db_int(r, 0, "behind");

	db_rows_free(r);
	if (behind == 0)
		calls = 0;
	else if (calls++ % 60 == 0)
		log_line(LOG_FAULT, "the clock stepped back by %lld s: "
		    "windows and deadlines stand still; see sojourn clock "
		    "accept", behind);
}

/* Runs what is due.  -1 when the database could not be asked. */
static int
run_due(struct db_conn *db)
{
	struct db_rows *r;
	int n = 1;

	while (n > 0 && !stop) {
		r = db_do(db, SQL_STEP);
		if (r == NULL)
			return -1;
		n = db_count(r);
		if (n > 0)
			log_line(LOG_NOTE, "%s of %s: %s",
			    db_get(r, 0, "job"), db_get(r, 0, "due_at"),
			    db_get(r, 0, "result"));
		db_rows_free(r);
	}
	return 0;
}

/* Seats that came free are offered to who waits for them.  -1 as run_due. */
static int
serve_waiting(struct db_conn *db)
{
	struct db_rows *r = db_do(db, SQL_WAITLIST);
	long long offered, expired;

	if (r == NULL)
		return -1;
	offered = db_int(r, 0, "offered");
	expired = db_int(r, 0, "expired");
	if (offered + expired > 0)
		log_line(LOG_NOTE, "waiting lists: %lld offered, %lld ran out",
		    offered, expired);
	db_rows_free(r);
	return 0;
}

int
main(int argc, char **argv)
{
	struct sigaction sa = { .sa_handler = on_term };
	struct conf *conf;
	struct db_conn *db;
	int c, check = 0, once = 0, rc = 0;

	while ((c = getopt(argc, argv, "1n")) != -1) {
		if (c == '1')
			once = 1;
		else if (c == 'n')
			check = 1;
		else {
			fprintf(stderr, "usage: clerk [-1n]\n");
			return 2;
		}
	}
	log_init("clerk");
	conf = conf_load("clerk");
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);
	db = db_connect(conf, clerk_stmts, SQL__MAX);
	if (sodium_init() == -1)
		log_die("libsodium cannot be started");
	if (!check && !once) {
		if (seal_start(conf) != 0)
			log_die("no thread for the sealing");
		log_line(LOG_NOTE, "started");
	}
	while (!check && !stop) {
		look_at_clock(db);
		rc = run_due(db);
		if (rc == 0)
			rc = serve_waiting(db);
		if (once)
			break;
		nanosleep(&(struct timespec){ 1, 0 }, NULL);
	}
	if (!check && !once)
		seal_stop();
	db_close(db);
	conf_free(conf);
	return once && rc != 0;
}
