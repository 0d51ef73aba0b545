#include <stdarg.h>
#include <string.h>

#include <glib.h>

#include "arena.h"
#include "health.h"

static void
help(GString *out, const char *name, const char *text)
{
	g_string_append_printf(out, "# HELP sojourn_%s %s\n"
	    "# TYPE sojourn_%s gauge\n", name, text, name);
}

static void
programs(struct req *req, GString *out)
{
	struct asked *asked;
	size_t i, n;

	n = ask_programs(req, &asked);
	help(out, "up", "1 while the program and its database answer.");
	for (i = 0; i < n; i++)
		g_string_append_printf(out, "sojourn_up{program=\"%s\"} %d\n",
		    asked[i].name, asked[i].alive);
	help(out, "ask_seconds", "Time of the program's answer to health.");
	for (i = 0; i < n; i++)
		g_string_append_printf(out,
		    "sojourn_ask_seconds{program=\"%s\"} %.6f\n",
		    asked[i].name, asked[i].seconds);
}

static const char *
meaning(const char *name)
{
	static const char *const texts[][2] = {
		{ "mails", "Mails in the outbox by state." },
		{ "mail_oldest_queued_seconds",
		    "How long the mail that waits longest is overdue." },
		{ "enrolments", "Enrolments by state." },
		{ "acts", "Acts of the last five minutes by outcome." },
		{ "sessions", "Sessions that have not ended." },
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

/* GET /metrics: Prometheus text.  Answers also while the database is away. */
enum outcome
health_metrics(struct req *req)
{
	struct db_batch *b;
	const char *text;
	GString *out;
	int call, good;

	b = db_open(req);
	call = db_call(b, SQL_FIGURES);
	good = db_run(b) == OUT_DONE;
	out = g_string_new(NULL);
	help(out, "database_up", "1 while the database answers.");
	g_string_append_printf(out, "sojourn_database_up %d\n", good);
	programs(req, out);
	if (good)
		figures(db_result(b, call), out);
	text = arena_strndup(req->arena, out->str, out->len);
	g_string_free(out, TRUE);
	return resp_bytes(req, 200, "text/plain; version=0.0.4; charset=utf-8",
	    text, strlen(text));
}
