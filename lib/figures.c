#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "figures.h"
#include "log.h"
#include "meter.h"

static const int statuses[] = { 200, 303, 400, 403, 404, 405, 413, 422, 429,
    500, 503 };
#define STATUSES	(sizeof(statuses) / sizeof(statuses[0]))

static const char *const status_labels[STATUSES] = { "status=\"200\"",
    "status=\"303\"", "status=\"400\"", "status=\"403\"", "status=\"404\"",
    "status=\"405\"", "status=\"413\"", "status=\"422\"", "status=\"429\"",
    "status=\"500\"", "status=\"503\"" };
static const char *const method_labels[] = { "method=\"GET\"",
    "method=\"POST\"" };

static const char *const ends[] = { [DB_OK] = "done", [DB_AGAIN] = "again",
    [DB_LOST] = "lost", [DB_REFUSED] = "refused", [DB_BROKEN] = "fault" };
static const char *const end_labels[] = { [DB_OK] = "end=\"done\"",
    [DB_AGAIN] = "end=\"again\"", [DB_LOST] = "end=\"lost\"",
    [DB_REFUSED] = "end=\"refused\"", [DB_BROKEN] = "end=\"fault\"" };
#define ENDS	(sizeof(end_labels) / sizeof(end_labels[0]))

static struct {
	struct meter	*requests, *seconds, *active;
	struct meter	*trips, *trip_seconds, *calls, *call_seconds;
	GHashTable	*series;	/* call -> its number + 1 */
} f;

/* Two rows of a table may name the same function: they are one series. */
static void
database_families(const struct stmt *stmts, size_t n)
{
	const char **labels;
	size_t i, series = 0;

	labels = calloc(n + 1, sizeof(*labels));
	if (labels == NULL)
		log_die("out of memory");
	f.series = g_hash_table_new(g_str_hash, g_str_equal);
	for (i = 0; i < n; i++) {
		if (stmts[i].call == NULL ||
		    g_hash_table_contains(f.series, stmts[i].call))
			continue;
		labels[series] = g_strdup_printf("statement=\"%s\"",
		    stmts[i].call);
		g_hash_table_insert(f.series, (char *)stmts[i].call,
		    GSIZE_TO_POINTER(++series));
	}
	f.calls = meter_new(METER_COUNTER, "database_calls_total",
	    "Calls of functions of the database.", labels, series);
	f.call_seconds = meter_new(METER_TIMES, "database_call_seconds",
	    "Time of a function in the database; of each connection at most "
	    "twenty round trips a second are taken apart.", labels, series);
}

void
figures_init(const struct stmt *stmts, size_t nstmts)
{
	f.requests = meter_new(METER_COUNTER, "requests_total",
	    "Requests answered by status.", status_labels, STATUSES);
	f.seconds = meter_new(METER_TIMES, "request_seconds",
	    "Time from the whole request to the last byte of its answer.",
	    method_labels, 2);
	f.active = meter_new(METER_GAUGE, "requests_active",
	    "Requests being served.", NULL, 1);
	f.trips = meter_new(METER_COUNTER, "database_trips_total",
	    "Round trips to the database by how they ended.", end_labels, ENDS);
	f.trip_seconds = meter_new(METER_TIMES, "database_trip_seconds",
	    "Time of a round trip, commit included.", NULL, 1);
	database_families(stmts, nstmts);
}

void
figures_request(int status, int is_post, uint64_t us)
{
	size_t i;

	for (i = 0; i < STATUSES - 1; i++)
		if (statuses[i] == status)
			break;
	if (statuses[i] != status)
		i = STATUSES - 2;	/* what has no line is sent as 500 */
	meter_add(f.requests, i, 1);
	meter_note(f.seconds, (size_t)is_post, us);
}

void
figures_active(int by)
{
	meter_move(f.active, by);
}

void
figures_trip(enum db_end end, uint64_t us)
{
	meter_add(f.trips, (size_t)end, 1);
	meter_note(f.trip_seconds, 0, us);
}

/* The series of a statement; of an unknown one a number that is none. */
static size_t
series_of(const struct stmt *s)
{
	if (f.series == NULL)
		return (size_t)-1;
	return GPOINTER_TO_SIZE(g_hash_table_lookup(f.series, s->call)) - 1;
}

void
figures_call(const struct stmt *s)
{
	meter_add(f.calls, series_of(s), 1);
}

void
figures_call_time(const struct stmt *s, uint64_t us)
{
	meter_note(f.call_seconds, series_of(s), us);
}

const char *
figures_end(enum db_end end)
{
	return ends[end];
}
