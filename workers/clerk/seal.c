#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>
#include <sodium.h>

#include "clerk.h"
#include "local.h"
#include "log.h"
#include "seal.h"

/*
 * The sealing of the audit (S13): every few seconds the rows that no seal
 * covers are hashed into a tree, its root is stored, and signer is asked for
 * the head.  The audit itself is only read.  A rush is sealed a little behind:
 * at most so many rows each time, so that it costs a few hundredths of a
 * processor.
 */

#define EVERY_MS	2000	/* seal_ms says otherwise */
#define LEAST_MS	100
#define PATIENCE	"10 seconds"	/* a rush is left alone */
#define SETTLE		"50000"	/* rows of a rush in one transaction */
#define SETTLE_N	50000
#define ROWS		"10000"
#define ROWS_N		10000
#define SIGN_MS		5000

static pthread_t thread;
static struct db_conn *connection;
static char signer_path[200];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static int stopping;
static long every_ms;

/* The ids as a multirange: "{[1,4),[6,7)}". */
static GString *
ranges(const struct db_rows *r, int n)
{
	GString *out = g_string_new("{");
	long long first = db_int(r, 0, "id"), last = first, id;
	int i;

	for (i = 1; i <= n; i++) {
		id = i < n ? db_int(r, i, "id") : 0;
		if (i < n && id == last + 1) {
			last = id;
			continue;
		}
		g_string_append_printf(out, "%s[%lld,%lld)",
		    out->len > 1 ? "," : "", first, last + 1);
		first = last = id;
	}
	g_string_append_c(out, '}');
	return out;
}

static char *
hex_of(const void *bytes, size_t n)
{
	char *text = g_malloc(2 * n + 3);

	memcpy(text, "\\x", 2);
	sodium_bin2hex(text + 2, 2 * n + 1, bytes, n);
	return text;
}

/* Hashes the rows and stores the seal; 0 or -1. */
static int
store(struct db_conn *db, const struct db_rows *state, const struct db_rows *r)
{
	int i, n = db_count(r);
	tree_hash *leaves = g_new(tree_hash, n), root;
	long long closed = db_int(state, 0, "closed");
	char bound[24], *leaf_hex, *root_hex;
	struct db_rows *done;
	GString *ids = ranges(r, n);

	for (i = 0; i < n; i++)
		seal_leaf(r, i, leaves[i]);
	tree_root(leaves, (uint64_t)n, root);
	/* Rows behind the limit are still to come. */
	if (n == ROWS_N && closed > db_int(r, n - 1, "id"))
		closed = db_int(r, n - 1, "id");
	snprintf(bound, sizeof(bound), "%lld", closed);
	leaf_hex = hex_of(leaves, sizeof(tree_hash) * (size_t)n);
	root_hex = hex_of(root, sizeof(root));
	done = db_do(db, SQL_SEAL_STORE, db_get(state, 0, "next"), ids->str,
	    leaf_hex, root_hex, bound, db_get(state, 0, "seen_id"),
	    db_get(state, 0, "seen_tx"));
	g_string_free(ids, TRUE);
	g_free(leaf_hex);
	g_free(root_hex);
	g_free(leaves);
	db_rows_free(done);
	return done == NULL ? -1 : 0;
}

/* signer's word for the seal that waits; said when it changes. */
static int
ask_signer(const char *path)
{
	static char last[LOCAL_LINE + 1] = "done";
	char answer[LOCAL_LINE + 1];

	if (local_ask(path, "audit", answer, SIGN_MS) != 0)
		snprintf(answer, sizeof(answer), "no answer");
	if (strcmp(answer, last) != 0)
		log_line(strcmp(answer, "done") == 0 ? LOG_NOTE : LOG_WARN,
		    "heads of the audit: signer says %s", answer);
	snprintf(last, sizeof(last), "%s", answer);
	return strcmp(answer, "done") == 0 ? 0 : -1;
}

static int
stopped(void)
{
	int stop;

	pthread_mutex_lock(&lock);
	stop = stopping;
	pthread_mutex_unlock(&lock);
	return stop;
}

/*
 * What the rush has written batch by batch becomes rows of the audit, some of
 * it at a time; once begun it is done to the end, however many there are.
 * 1, or 0 when it is left for later, -1 for a fault.
 */
static int
settle(struct db_conn *db)
{
	const char *patience = PATIENCE;
	struct db_rows *r;
	long long made;
	int later;

	do {
		if ((r = db_do(db, SQL_AUDIT_SETTLE, patience, SETTLE)) == NULL)
			return -1;
		later = db_null(r, 0, "audit_settle");
		made = db_int(r, 0, "audit_settle");
		db_rows_free(r);
		patience = NULL;
	} while (!later && made >= SETTLE_N && !stopped());
	return !later;
}

int
seal_once(struct db_conn *db, const char *signer)
{
	struct db_rows *state, *r = NULL;
	int rc;

	if ((rc = settle(db)) <= 0)
		return rc;
	rc = -1;
	if ((state = db_do(db, SQL_SEAL_STATE)) == NULL)
		return -1;
	if (db_bool(state, 0, "waiting"))
		rc = ask_signer(signer) == 0 ? 1 : -1;
	else {
		r = db_do(db, SQL_SEAL_ROWS, ROWS);
		if (r != NULL && db_count(r) == 0)
			rc = 0;
		else if (r != NULL && store(db, state, r) == 0)
			rc = ask_signer(signer) == 0 ? 1 : -1;
	}
	db_rows_free(r);
	db_rows_free(state);
	return rc;
}

/* 1 when it is time to stop. */
static int
rest(void)
{
	struct timespec till;
	int stop;

	clock_gettime(CLOCK_REALTIME, &till);
	till.tv_nsec += every_ms % 1000 * 1000000;
	till.tv_sec += every_ms / 1000 + till.tv_nsec / 1000000000;
	till.tv_nsec %= 1000000000;
	pthread_mutex_lock(&lock);
	if (!stopping)
		pthread_cond_timedwait(&wake, &lock, &till);
	stop = stopping;
	pthread_mutex_unlock(&lock);
	return stop;
}

static void *
work(void *arg)
{
	(void)arg;
	while (!rest())
		seal_once(connection, signer_path);
	return NULL;
}

int
seal_start(const struct conf *conf)
{
	every_ms = MAX(conf_int(conf, "seal_ms", EVERY_MS), LEAST_MS);
	local_path(conf, "signer", signer_path, sizeof(signer_path));
	connection = db_connect(conf, clerk_stmts, SQL__MAX);
	return pthread_create(&thread, NULL, work, NULL) == 0 ? 0 : -1;
}

void
seal_stop(void)
{
	pthread_mutex_lock(&lock);
	stopping = 1;
	pthread_cond_signal(&wake);
	pthread_mutex_unlock(&lock);
	pthread_join(thread, NULL);
	db_close(connection);
}
