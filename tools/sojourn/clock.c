#include <string.h>

#include "sojourn.h"

static int	clock_run(struct cli *, int, char **);

const struct command cmd_clock = {
	.name = "clock",
	.summary = N_("show the time that rules see; move it in the demo"),
	.usage = "clock\n"
	    "clock set TIME\n"
	    "clock advance DURATION\n"
	    "clock real\n"
	    "clock accept",
	.help = N_("TIME is 2025-08-18, \"2025-08-18 09:00\" or "
	    "2025-08-18T09:00:00+09:00; without an offset it is meant in the "
	    "zone of the institution. DURATION is a number with w, d, h, m or "
	    "s: 2h, 1d12h. Going forward, every timed job in between runs at "
	    "its own time before the command returns. Where the machine's "
	    "clock has stepped back, windows and deadlines stand still; "
	    "accept says that the clock is right and lets time go back."),
	.run = clock_run,
};

static int
clock_show(struct cli *cli)
{
	struct db_rows *r;
	char length[64];
	long long ahead;

	r = db_do(cli_db(cli), SQL_CLOCK);
	if (db_count(r) == 0)
		return cli_no_answer(cli);
	ahead = db_int(r, 0, "ahead");
	printf("%s\n", db_get(r, 0, "told_at"));
	if (ahead < -60)
		cli_say(cli, N_("the demo's clock, %s behind the real time"),
		    when_length(cli, ahead, length, sizeof(length)));
	else if (ahead > 60)
		cli_say(cli, N_("the demo's clock, %s ahead of the real time"),
		    when_length(cli, ahead, length, sizeof(length)));
	db_rows_free(r);
	return END_DONE;
}

/* Moves, then shows; with the number of jobs that ran on the way. */
static int
clock_move(struct cli *cli, int stmt, const char *value)
{
	struct db_rows *r;
	long long jobs;
	int end;

	r = db_do(cli_db(cli), stmt, value);
	if (db_count(r) == 0) {
		db_rows_free(r);
		return cli_no_answer(cli);
	}
	jobs = db_int(r, 0, "jobs");
	db_rows_free(r);
	end = clock_show(cli);
	cli_say(cli, N_("timed jobs that ran on the way: %lld"), jobs);
	return end;
}

/* The machine's clock was later before and is right now (F9). */
static int
clock_accept(struct cli *cli)
{
	struct db_rows *r;
	char length[64];
	long long behind;

	r = db_do(cli_db(cli), SQL_CLOCK_ACCEPT);
	if (db_count(r) == 0)
		return cli_no_answer(cli);
	behind = db_int(r, 0, "behind");
	db_rows_free(r);
	if (behind == 0)
		cli_say(cli, N_("the clock has not stepped back"));
	else
		cli_say(cli, N_("time goes back by %s"),
		    when_length(cli, behind, length, sizeof(length)));
	return clock_show(cli);
}

/* 0 when this installation has a clock that moves; fills the zone. */
static int
clock_movable(struct cli *cli, char *zone, size_t size)
{
	struct db_rows *r;
	int movable;

	r = db_do(cli_db(cli), SQL_CLOCK);
	if (db_count(r) == 0)
		return cli_no_answer(cli);
	movable = db_bool(r, 0, "movable");
	snprintf(zone, size, "%s", db_get(r, 0, "zone"));
	db_rows_free(r);
	if (!movable)
		return cli_refuse(cli, N_("only the demo's clock can be moved; "
		    "this is not the demo"));
	return END_DONE;
}

static int
clock_run(struct cli *cli, int argc, char **argv)
{
	char zone[64], value[128];
	long long seconds = 0;
	int end;

	if (argc == 0)
		return clock_show(cli);
	if (strcmp(argv[0], "accept") == 0 && argc == 1)
		return clock_accept(cli);
	if (strcmp(argv[0], "real") == 0 && argc == 1) {
		end = clock_movable(cli, zone, sizeof(zone));
		return end != END_DONE ? end :
		    clock_move(cli, SQL_CLOCK_SET, NULL);
	}
	if (strcmp(argv[0], "set") == 0 && argc == 2) {
		if (when_time(argv[1], "UTC", value, sizeof(value)) == -1)
			return cli_usage(cli, &cmd_clock,
			    N_("%s is not a time"), argv[1]);
		end = clock_movable(cli, zone, sizeof(zone));
		if (end != END_DONE)
			return end;
		when_time(argv[1], zone, value, sizeof(value));
		return clock_move(cli, SQL_CLOCK_SET, value);
	}
	if (strcmp(argv[0], "advance") == 0 && argc == 2) {
		seconds = when_duration(argv[1]);
		if (seconds == -1)
			return cli_usage(cli, &cmd_clock,
			    N_("%s is not a duration"), argv[1]);
		end = clock_movable(cli, zone, sizeof(zone));
		snprintf(value, sizeof(value), "%lld", seconds);
		return end != END_DONE ? end :
		    clock_move(cli, SQL_CLOCK_ADVANCE, value);
	}
	return cli_usage(cli, &cmd_clock, NULL);
}
