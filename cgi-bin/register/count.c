#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "count.h"
#include "meter.h"

static const char *const acts[] = { "enrol", "cancel", "swap" };
#define ACTS	(sizeof(acts) / sizeof(acts[0]))

static struct meter *decided, *waiting, *oldest, *sizes, *waits;

void
count_start(void)
{
	static const char *labels[ACTS * OUT__MAX];
	size_t i, k;

	for (i = 0; i < ACTS; i++)
		for (k = 0; k < OUT__MAX; k++)
			labels[i * OUT__MAX + k] = g_strdup_printf(
			    "act=\"%s\",outcome=\"%s\"", acts[i],
			    outcome_word((enum outcome)k));
	decided = meter_new(METER_COUNTER, "acts_total",
	    "Sections asked for, left or exchanged, by what became of it.",
	    labels, ACTS * OUT__MAX);
	waiting = meter_new(METER_GAUGE, "queue_requests",
	    "Registrations that wait for their decision.", NULL, 1);
	oldest = meter_new(METER_AGE, "queue_oldest_seconds",
	    "How long the first of them has waited.", NULL, 1);
	sizes = meter_new(METER_SIZES, "batch_requests",
	    "Registrations decided in one transaction.", NULL, 1);
	waits = meter_new(METER_TIMES, "queue_wait_seconds",
	    "Wait of the first registration of each transaction.", NULL, 1);
}

void
count_waiting(int by)
{
	meter_move(waiting, by);
}

void
count_decided(const char *act, enum outcome o)
{
	size_t i;

	for (i = 0; i < ACTS; i++)
		if (strcmp(acts[i], act) == 0)
			meter_add(decided, i * OUT__MAX + (size_t)o, 1);
}

void
count_batch(size_t n, uint64_t since)
{
	uint64_t now = meter_now();

	meter_since(oldest, since);
	meter_note(sizes, 0, n);
	meter_note(waits, 0, now > since ? now - since : 0);
}

void
count_idle(void)
{
	meter_since(oldest, 0);
}
