#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

#include "arena.h"
#include "health.h"
#include "meter.h"

#define KEEP_US	2000000u	/* the database's figures, between two askers */

/* The figures of the database as they were read last; one asks, all wait. */
static struct {
	pthread_mutex_t	 lock;
	uint64_t	 at;		/* 0 = never */
	char		*text;
	int		 up;
} kept = { PTHREAD_MUTEX_INITIALIZER, 0, NULL, 0 };

static void
help(GString *out, const char *name, const char *text)
{
	g_string_append_printf(out, "# HELP sojourn_%s %s\n"
	    "# TYPE sojourn_%s gauge\n", name, text, name);
}

static const char *
meaning(const char *name)
{
	static const char *const texts[][2] = {
		{ "mails", "Mails in the outbox that are not sent, by state." },
		{ "mail_oldest_queued_seconds",
		    "How long the mail that waits longest is overdue." },
		{ "seats", "Seats of the current term's open sections." },
		{ "sections", "Sections of the current term by state." },
		{ "sessions", "Sessions that have not ended." },
		{ "room_open", "1 while the waiting room is open." },
		{ "room_waiting", "Students who wait in the waiting room." },
		{ "room_admitted_per_second", "How many it lets in, lately." },
		{ "audit_head", "The last signed head of the audit." },
		{ "audit_sealed", "Rows of the audit under signed heads." },
		{ "audit_unsealed",
		    "Rows of the audit that are not sealed yet." },
		{ "audit_oldest_unsealed_seconds",
		    "How long the oldest of them waits." },
		{ "jobs_due", "Timed jobs that are due and have not run." },
		{ "job_overdue_seconds",
		    "How long the oldest of them is overdue." },
		{ "job_last_run_seconds", "Time since a job last ran." },
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(name, texts[i][0]) == 0)
			return texts[i][1];
	return "A figure of the database.";
}

/* Rows of one name come together, as the text format asks. */
static void
figures(const struct db_rows *rows, GString *out)
{
	const char *last = "", *labels, *name;
	int i;

	for (i = 0; i < db_count(rows); i++) {
		name = db_get(rows, i, "name");
		labels = db_get(rows, i, "labels");
		if (strcmp(name, last) != 0)
			help(out, name, meaning(name));
		last = name;
		g_string_append_printf(out, "sojourn_%s%s%s%s %s\n", name,
		    *labels == '\0' ? "" : "{", labels,
		    *labels == '\0' ? "" : "}", db_get(rows, i, "figure"));
	}
}

/* Asks the database, at most once in two seconds however many want to know. */
static const char *
database(struct req *req)
{
	struct db_batch *b;
	const char *text;
	GString *out;
	int call;

	pthread_mutex_lock(&kept.lock);
	if (kept.at == 0 || !kept.up || meter_now() - kept.at > KEEP_US) {
		b = db_open(req);
		call = db_call(b, SQL_FIGURES);
		kept.up = db_run(b) == OUT_DONE;
		out = g_string_new(NULL);
		help(out, "database_up", "1 while the database answers.");
		g_string_append_printf(out, "sojourn_database_up %d\n",
		    kept.up);
		if (kept.up)
			figures(db_result(b, call), out);
		g_free(kept.text);
		kept.text = g_string_free(out, FALSE);
		kept.at = meter_now();
	}
	text = arena_strdup(req->arena, kept.text);
	pthread_mutex_unlock(&kept.lock);
	return text;
}

/* Who is up, and what each program has counted about itself. */
static void
programs(struct req *req, struct families *f)
{
	struct asked *asked;
	GString *out;
	size_t i, n;

	n = ask_programs(req, "/-/figures", &asked);
	out = g_string_new(NULL);
	help(out, "up", "1 while the program answers.");
	for (i = 0; i < n; i++)
		g_string_append_printf(out, "sojourn_up{program=\"%s\"} %d\n",
		    asked[i].name, asked[i].alive);
	help(out, "ask_seconds", "Time of the program's answer to health.");
	for (i = 0; i < n; i++)
		g_string_append_printf(out,
		    "sojourn_ask_seconds{program=\"%s\"} %.6f\n",
		    asked[i].name, asked[i].seconds);
	families_add(f, out->str);
	g_string_free(out, TRUE);
	for (i = 0; i < n; i++)
		if (asked[i].alive)
			families_add(f, asked[i].text);
}

/* GET /metrics: Prometheus text.  Answers also while the database is away. */
enum outcome
health_metrics(struct req *req)
{
	struct families *f = families_new();
	const char *text;

	families_add(f, database(req));
	programs(req, f);
	families_add(f, meter_text(req->arena));
	text = families_end(f, req);
	return resp_bytes(req, 200, "text/plain; version=0.0.4; charset=utf-8",
	    text, strlen(text));
}
