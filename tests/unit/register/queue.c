#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db.h"
#include "req.h"
#include "../../../cgi-bin/register/queue.h"

/*
 * T4: the queue and its batches under a scheduler that plays database, clock
 * and the crowd, all from one number.  What goes wrong prints that number:
 * SEED=n runs it alone, SEEDS=n runs that many.
 */

#define CROWD		400
#define MOST		300	/* sections in the queue */
#define WAIT		9000	/* ms in the queue, as the combiner has it */
#define ATTEMPT		10000	/* ms an attempt may take before it is lost */
#define CONNECT		5000	/* ms a connection may take */
#define NGINX		20000	/* ms until nginx gives up (F6) */
#define SEATS		120

enum poison { HEALTHY, BREAKS, KILLS };

struct asker {
	struct entry	 e;
	struct asked	 asked;
	struct decisions into;
	struct decided	 row;
	enum poison	 poison;
	long		 came, told;
	int		 left;	/* does not wait for the answer */
	int		 pushed, lost, effect, got_seat, alone;
	int		 only;	/* was a batch of its own to begin with */
};

static struct asker crowd[CROWD];
static struct queue queue;
static struct batch served;	/* as it was taken */
static uint64_t seed, dice;
static long now;
static size_t arrived, in_queue, seats, n_effects;
static int last_effect, kills;
static enum { CALM, POISONED, STORM } weather;

static uint64_t
roll(uint64_t sides)
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return dice % sides;
}

/* The one line of a failure. */
static void
hold(int true_, const char *what, const struct asker *a)
{
	if (true_)
		return;
	printf("# SEED=%llu: %s (request %td at %ld ms)\n",
	    (unsigned long long)seed, what, a == NULL ? -1 : a - crowd, now);
	fail();
}

static struct asker *
asker_of(struct entry *e)
{
	return (struct asker *)((char *)e - offsetof(struct asker, e));
}

static int
answers(struct asker *a)
{
	int n;

	sem_getvalue(&a->e.done, &n);
	return n;
}

/* Who has been answered by now; called before the clock moves. */
static void
look(void)
{
	struct asker *a;
	size_t i;

	for (i = 0; i < served.n; i++) {
		a = asker_of(served.entries[i]);
		if (a->told == 0 && answers(a) > 0)
			a->told = now;
	}
}

/* Some of the crowd press now. */
static void
some_arrive(uint64_t most)
{
	uint64_t n = roll(most + 1);
	struct asker *a;
	int kept;

	if (weather == STORM && arrived > 0 && roll(4) == 0)
		crowd[roll(arrived)].left = 1;
	for (; n > 0 && arrived < CROWD; n--) {
		a = &crowd[arrived++];
		a->came = now;
		a->e.until = now + WAIT;
		kept = queue_push(&queue, &a->e);
		hold(kept == (in_queue + a->asked.n <= MOST),
		    "F13: bounded by sections", a);
		a->pushed = kept;
		in_queue += kept ? a->asked.n : 0;
	}
}

static void
populate(void)
{
	static const size_t sizes[] = { 1, 1, 1, 1, 2, 3, 4, 10, 20, 280 };
	struct asker *a;
	size_t i;

	memset(crowd, 0, sizeof(crowd));
	for (i = 0; i < CROWD; i++) {
		a = &crowd[i];
		sem_init(&a->e.done, 0, 0);
		a->e.asked = &a->asked;
		a->e.into = &a->into;
		a->asked.n = sizes[roll(sizeof(sizes) / sizeof(sizes[0]) -
		    (roll(8) != 0))];
		if (weather != CALM && roll(60) == 0)
			a->poison = roll(2) == 0 ? BREAKS : KILLS;
	}
	queue_init(&queue, MOST);
	now = 1;
	arrived = in_queue = n_effects = 0;
	served.n = 0;
	seats = SEATS;
	last_effect = -1;
	kills = 0;
}

/* What is committed: in order of arrival, once, a seat while there is one. */
static void
commit(struct batch *b)
{
	struct asker *a;
	size_t i;

	for (i = 0; i < b->n; i++) {
		a = asker_of(b->entries[i]);
		hold(!a->effect || b->again, "F4: sent twice without a mark",
		    a);
		if (a->effect)
			continue;
		a->effect = 1;
		n_effects++;
		hold(a - crowd > last_effect, "F10: order of arrival", a);
		last_effect = (int)(a - crowd);
		a->got_seat = seats > 0;
		seats -= seats > 0;
	}
}

static void
check_batch(struct batch *b)
{
	struct asker *a, *before = NULL;
	size_t i, sections = 0;

	hold(b->n >= 1 && b->n <= BATCH_REQUESTS, "64 requests at most", NULL);
	for (i = 0; i < b->n; i++) {
		a = asker_of(b->entries[i]);
		sections += a->asked.n;
		hold(before == NULL || before < a, "F10: order in a batch", a);
		hold(answers(a) == 0, "F6: decided after its answer", a);
		hold(a->into.n == 0, "F8: decided twice", a);
		hold(a->e.until >= now, "F6: decided after its time", a);
		hold(!a->left, "F6: decided after it was abandoned", a);
		hold(!a->lost || b->again, "F4: sent again without the mark",
		    a);
		a->alone += b->n == 1;
		before = a;
	}
	hold(sections <= BATCH_SECTIONS || b->n == 1, "256 sections", NULL);
}

/* How an attempt ends: what is in it decides, else the dice. */
static enum db_end
end_of(struct batch *b)
{
	enum poison worst = HEALTHY;
	size_t i;

	for (i = 0; i < b->n; i++)
		if (asker_of(b->entries[i])->poison > worst)
			worst = asker_of(b->entries[i])->poison;
	if (worst == BREAKS)
		return DB_BROKEN;
	if (worst == KILLS) {
		kills++;
		return DB_LOST;
	}
	if (weather != STORM || roll(12) != 0)
		return DB_OK;
	return (enum db_end)(DB_AGAIN + roll(4));
}

static void
give_row(struct asker *a)
{
	a->row.outcome = a->got_seat ? OUT_DONE : OUT_FULL;
	a->into = (struct decisions){ &a->row, 1 };
}

/* In a storm the first of a batch may be decided before the rest. */
static void
decide_first(struct batch *b, struct batch *rest)
{
	struct batch first = { .again = b->again };
	size_t i, n;

	*rest = *b;
	if (weather != STORM || roll(3) != 0)
		return;
	n = roll(b->n + 1);
	for (i = 0; i < n && asker_of(b->entries[i])->poison == HEALTHY; i++)
		first.entries[first.n++] = b->entries[i];
	commit(&first);
	for (i = 0; i < first.n; i++)
		give_row(asker_of(first.entries[i]));
	rest->n = b->n - first.n;
	memmove(rest->entries, b->entries + first.n,
	    rest->n * sizeof(rest->entries[0]));
}

static enum db_end
play_decide(void *arg, struct batch *whole)
{
	struct batch rest, *b = &rest;
	enum db_end end;
	struct asker *a;
	size_t i;
	int committed;

	(void)arg;
	look();
	check_batch(whole);
	decide_first(whole, b);
	end = end_of(b);
	committed = end == DB_OK || (end == DB_LOST && kills == 0 &&
	    roll(2) == 0);
	kills = 0;
	if (committed)
		commit(b);
	now += (long)roll(weather == STORM && end == DB_LOST && roll(4) == 0 ?
	    ATTEMPT : 30);
	some_arrive(6);
	for (i = 0; i < b->n; i++) {
		a = asker_of(b->entries[i]);
		if (end == DB_LOST)
			a->lost = 1;
		if (end == DB_OK)
			give_row(a);
	}
	return end;
}

static int
play_ready(void *arg)
{
	(void)arg;
	look();
	if (weather != STORM || roll(10) != 0)
		return 0;
	now += (long)roll(roll(4) == 0 ? CONNECT : 50);
	some_arrive(3);
	return roll(2) == 0 ? 0 : -1;
}

static long
play_now(void *arg)
{
	(void)arg;
	return now;
}

static int
play_gone(const struct entry *e)
{
	return asker_of((struct entry *)(uintptr_t)e)->left;
}

static void
play_pause(void *arg)
{
	(void)arg;
	look();
	now += 100;
}

/* After a batch each of its requests has one answer, and a true one. */
static void
check_answers(void)
{
	struct asker *a;
	size_t i;

	look();
	for (i = 0; i < served.n; i++) {
		a = asker_of(served.entries[i]);
		hold(answers(a) == 1, "answered once", a);
		hold(a->told - a->came <= NGINX, "F6: before nginx gives up",
		    a);
		hold(weather == STORM || a->e.outcome ==
		    (a->poison == HEALTHY ? OUT_DONE : OUT_FAULT),
		    "F5: what single calls would give", a);
		switch (a->e.outcome) {
		case OUT_DONE:
			hold(a->effect && a->into.n == 1, "F1: committed", a);
			break;
		case OUT_BUSY:
			hold(!a->effect || a->lost,
			    "F6: nothing known is called busy", a);
			break;
		default:
			hold(a->e.outcome == OUT_FAULT, "a known outcome", a);
			hold(a->alone > 0, "F5: set aside only when alone", a);
			hold(a->poison != HEALTHY || weather == STORM,
			    "F5: neighbours are not set aside", a);
			hold(!a->effect || a->lost, "F1: a fault was done", a);
		}
		hold(weather == STORM || a->poison == HEALTHY ||
		    a->alone == (a->poison == KILLS ? 2 : 1) + a->only,
		    "F5: how often it was tried", a);
		hold(a->poison == HEALTHY || !a->effect, "F5: poison", a);
	}
}

static void
play(void)
{
	struct world w = { play_ready, play_decide, play_now, play_gone,
	    play_pause, NULL };
	struct batch b = { 0 };
	size_t i, next = 0;

	populate();
	while (arrived < CROWD || queue.first != NULL) {
		some_arrive(roll(10) == 0 ? 200 : 20);
		if (queue.first == NULL) {
			now += (long)roll(4000);
			continue;
		}
		queue_take(&queue, &b);
		served = b;
		for (i = 0; i < b.n; i++) {
			while (!crowd[next].pushed)
				next++;
			hold(b.entries[i] == &crowd[next++].e,
			    "first come, first out", NULL);
			in_queue -= b.entries[i]->asked->n;
		}
		asker_of(b.entries[0])->only = b.n == 1;
		hold(queue.sections == in_queue, "sections counted", NULL);
		batch_serve(&w, &b);
		check_answers();
	}
	for (i = 0; i < CROWD; i++)
		sem_destroy(&crowd[i].e.done);
}

static uint64_t
number(const char *name, uint64_t otherwise)
{
	const char *s = getenv(name);

	return s == NULL ? otherwise : strtoull(s, NULL, 10);
}

static void
seeds(int with)
{
	uint64_t first = number("SEED", 1), n = number("SEEDS", 400);

	weather = with;
	if (getenv("SEED") != NULL)
		n = 1;
	for (seed = first; seed < first + n; seed++) {
		dice = seed * 0x9e3779b97f4a7c15u;
		play();
		if (weather != STORM)
			hold(seats == (n_effects < SEATS ? SEATS - n_effects :
			    0), "seats and effects", NULL);
	}
}

static void
test_calm(void **state)
{
	(void)state;
	seeds(CALM);
}

static void
test_poison(void **state)
{
	(void)state;
	seeds(POISONED);
}

static void
test_storm(void **state)
{
	(void)state;
	seeds(STORM);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_calm),
		cmocka_unit_test(test_poison),
		cmocka_unit_test(test_storm),
	};

	/* What the code under test logs of its faults is of no interest. */
	dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
	return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
