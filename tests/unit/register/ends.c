#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "db.h"
#include "req.h"
#include "../../../cgi-bin/register/queue.h"

/* What two who asked are told, by how their batch ended in the database. */

struct scene {
	enum db_end	 end;
	size_t		 rows;		/* how many of the batch get a row */
};

static struct decided row = { .outcome = OUT_DONE };

static enum db_end
play_decide(void *arg, struct batch *b)
{
	const struct scene *s = arg;
	size_t i;

	for (i = 0; i < b->n && i < s->rows; i++)
		*b->entries[i]->into = (struct decisions){ &row, 1 };
	return s->end;
}

static int
play_ready(void *arg)
{
	(void)arg;
	return 0;
}

static long
play_now(void *arg)
{
	(void)arg;
	return 1;
}

static int
play_gone(const struct entry *e)
{
	(void)e;
	return 0;
}

static void
play_pause(void *arg)
{
	(void)arg;
}

static void
serve(struct scene scene, enum outcome first, enum outcome second)
{
	struct world w = { play_ready, play_decide, play_now, play_gone,
	    play_pause, &scene };
	struct asked asked = { .n = 1 };
	struct decisions into[2];
	struct entry e[2];
	struct batch b = { .n = 2 };
	size_t i;
	int answers;

	memset(e, 0, sizeof(e));
	memset(into, 0, sizeof(into));
	for (i = 0; i < 2; i++) {
		e[i].asked = &asked;
		e[i].into = &into[i];
		e[i].until = 1000;
		sem_init(&e[i].done, 0, 0);
		b.entries[i] = &e[i];
	}
	batch_serve(&w, &b);
	assert_int_equal(e[0].outcome, first);
	assert_int_equal(e[1].outcome, second);
	for (i = 0; i < 2; i++) {
		sem_getvalue(&e[i].done, &answers);
		assert_int_equal(answers, 1);
		sem_destroy(&e[i].done);
	}
}

static void
test_no_row(void **state)
{
	(void)state;
	serve((struct scene){ DB_OK, 2 }, OUT_DONE, OUT_DONE);
	/* F1: without a row nobody is told that it was done. */
	serve((struct scene){ DB_OK, 1 }, OUT_DONE, OUT_FAULT);
	serve((struct scene){ DB_OK, 0 }, OUT_FAULT, OUT_FAULT);
}

static void
test_never_decided(void **state)
{
	(void)state;
	/* F13: what surely was not done may be pressed again. */
	serve((struct scene){ DB_REFUSED, 0 }, OUT_BUSY, OUT_BUSY);
	serve((struct scene){ DB_AGAIN, 0 }, OUT_BUSY, OUT_BUSY);
	/* F5: what breaks, or takes the server with it, is a fault. */
	serve((struct scene){ DB_BROKEN, 0 }, OUT_FAULT, OUT_FAULT);
	serve((struct scene){ DB_LOST, 0 }, OUT_FAULT, OUT_FAULT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_row),
		cmocka_unit_test(test_never_decided),
	};

	/* What the code under test logs of its faults is of no interest. */
	dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
	return cmocka_run_group_tests_name("ends", tests, NULL, NULL);
}
