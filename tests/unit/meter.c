#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "conf.h"
#include "meter.h"

/*
 * Each case is a process of its own: a program opens its figures once.  The
 * child's exit status is the number of the line that did not hold.
 */
#define HOLDS(x)	do { if (!(x)) _exit(__LINE__ & 0x7f); } while (0)

static char folder[] = "/tmp/sojourn-meter-XXXXXX";
static const char *const two[] = { "kind=\"a\"", "kind=\"b\"" };

struct book {
	struct meter	*counter, *times, *gauge, *age;
};

static struct book
open_book(const char *program, const char *counter)
{
	struct book b;
	struct conf *conf;

	b.counter = meter_new(METER_COUNTER, counter, "Things.", two, 2);
	b.times = meter_new(METER_TIMES, "t_seconds", "Times.", NULL, 1);
	b.gauge = meter_new(METER_GAUGE, "g", "Now.", NULL, 1);
	b.age = meter_new(METER_AGE, "age_seconds", "Age.", NULL, 1);
	meter_add(b.counter, 0, 5);	/* too early: does not count */
	conf = conf_load(program);
	meter_open(conf, program);
	conf_free(conf);
	return b;
}

static int
in_child(void (*run)(void))
{
	int status;
	pid_t pid;

	pid = fork();
	if (pid == 0) {
		run();
		_exit(0);
	}
	assert_true(pid > 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void
count_much(void)
{
	struct book b = open_book("one", "things_total");
	pid_t pid[4];
	int i, k, status;

	for (i = 0; i < 4; i++) {
		pid[i] = fork();
		if (pid[i] != 0)
			continue;
		for (k = 0; k < 100000; k++) {
			meter_add(b.counter, 1, 1);
			meter_note(b.times, 0, 3000);
		}
		_exit(0);
	}
	for (i = 0; i < 4; i++)
		HOLDS(waitpid(pid[i], &status, 0) == pid[i] && status == 0);
	HOLDS(meter_read(b.counter, 1) == 400000);
	HOLDS(meter_read(b.counter, 0) == 0);
	HOLDS(meter_read(b.times, 0) == 400000);
	meter_move(b.gauge, 3);
}

static void
read_on(void)
{
	struct book b = open_book("one", "things_total");
	struct arena *a = arena_new();
	const char *text;

	HOLDS(meter_read(b.counter, 1) == 400000);
	meter_move(b.gauge, 2);
	meter_since(b.age, meter_now() - 5000000);
	text = meter_text(a);
	HOLDS(strstr(text, "# TYPE sojourn_things_total counter\n"
	    "sojourn_things_total{program=\"one\",kind=\"b\"} 400000\n"));
	HOLDS(strstr(text, "kind=\"a\"") == NULL);
	HOLDS(strstr(text, "sojourn_t_seconds_bucket{program=\"one\","
	    "le=\"0.0025\"} 0\nsojourn_t_seconds_bucket{program=\"one\","
	    "le=\"0.005\"} 400000\n"));
	HOLDS(strstr(text, "sojourn_t_seconds_sum{program=\"one\"} "
	    "1200.000000\nsojourn_t_seconds_count{program=\"one\"} 400000\n"));
	/* What the process that has died left behind is not counted. */
	HOLDS(strstr(text, "sojourn_g{program=\"one\"} 2\n"));
	HOLDS(strstr(text, "sojourn_age_seconds{program=\"one\"} 5.0"));
	arena_free(a);
}

/* A second process opens while the first still counts: nobody waits. */
static void
count_beside(void)
{
	struct book b;
	int ends[2], status;
	char c;
	pid_t pid;

	HOLDS(pipe(ends) == 0);
	pid = fork();
	if (pid == 0) {
		b = open_book("one", "things_total");
		meter_move(b.gauge, 4);
		HOLDS(write(ends[1], "x", 1) == 1);
		pause();
	}
	HOLDS(read(ends[0], &c, 1) == 1);
	alarm(10);
	b = open_book("one", "things_total");
	meter_move(b.gauge, 1);
	HOLDS(strstr(meter_text(arena_new()), "sojourn_g{program=\"one\"} 5\n"));
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	HOLDS(strstr(meter_text(arena_new()), "sojourn_g{program=\"one\"} 1\n"));
}

static void
other_layout(void)
{
	struct book b = open_book("one", "other_total");

	HOLDS(meter_read(b.counter, 1) == 0);
	meter_add(b.counter, 1, 7);
	HOLDS(meter_read(b.counter, 1) == 7);
}

static void
no_folder(void)
{
	struct book b = open_book("nowhere", "things_total");

	meter_add(b.counter, 1, 1);
	HOLDS(meter_read(b.counter, 1) == 1);
}

static void
nobody_counts(void)
{
	meter_add(NULL, 0, 1);
	meter_note(NULL, 0, 1);
	meter_move(NULL, 1);
	HOLDS(meter_read(NULL, 0) == 0);
	HOLDS(*meter_text(arena_new()) == '\0');
}

static void
test_exact(void **state)
{
	(void)state;
	assert_int_equal(in_child(count_much), 0);
	assert_int_equal(in_child(read_on), 0);
	assert_int_equal(in_child(count_beside), 0);
}

static void
test_layout(void **state)
{
	(void)state;
	assert_int_equal(in_child(other_layout), 0);
	assert_int_equal(in_child(no_folder), 0);
	assert_int_equal(in_child(nobody_counts), 0);
}

static int
set_up(void **state)
{
	char path[64];
	FILE *f;

	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/conf", folder);
	f = fopen(path, "w");
	if (f == NULL)
		return -1;
	fprintf(f, "spool = %s\nspool.nowhere = %s/none\n", folder, folder);
	fclose(f);
	return setenv("SOJOURN_CONF", path, 1);
}

static int
tear_down(void **state)
{
	char path[64];

	(void)state;
	snprintf(path, sizeof(path), "%s/conf", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/one.figures", folder);
	unlink(path);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_layout),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
