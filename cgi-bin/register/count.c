#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "count.h"
#include "meter.h"

static const char *const acts[] = { "enrol", "cancel", "swap" };
#define ACTS	(sizeof(acts) / sizeof(acts[0]))

static struct meter *decided, *waiting, *oldest, *sizes, *waits;

/* This process alone, while the figures above are of all that share a file. */
static struct {
	_Atomic unsigned long	 acts[ACTS][OUT__MAX];
	_Atomic long		 waiting;
	_Atomic uint64_t	 since;		/* 0 = nothing is being decided */
} mine;

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
	atomic_fetch_add(&mine.waiting, by);
}

void
count_decided(const char *act, enum outcome o)
{
	size_t i;

	for (i = 0; i < ACTS; i++)
		if (strcmp(acts[i], act) == 0) {
			meter_add(decided, i * OUT__MAX + (size_t)o, 1);
			atomic_fetch_add(&mine.acts[i][o], 1);
		}
}

void
count_batch(size_t n, uint64_t since)
{
	uint64_t now = meter_now();

	meter_since(oldest, since);
	atomic_store(&mine.since, since);
	meter_note(sizes, 0, n);
	meter_note(waits, 0, now > since ? now - since : 0);
}

void
count_idle(void)
{
	meter_since(oldest, 0);
	atomic_store(&mine.since, 0);
}

void
count_take(struct tally *t)
{
	uint64_t now = meter_now(), since = atomic_load(&mine.since);
	unsigned long n;
	size_t i, o;

	memset(t, 0, sizeof(*t));
	for (i = 0; i < ACTS; i++)
		for (o = 0; o < OUT__MAX; o++) {
			n = atomic_exchange(&mine.acts[i][o], 0);
			if (o == OUT_DONE && i == 1)
				t->cancelled += n;
			else if (o == OUT_DONE)
				t->done += n;
			else if (o != OUT_ALREADY && o != OUT_PENDING)
				t->refused[o] += n;
		}
	t->waiting = atomic_load(&mine.waiting);
	t->oldest_ms = since == 0 || now < since ? 0 :
	    (long)((now - since) / 1000u);
}
