#include <string.h>

#include "sojourn.h"

static int	jobs_run(struct cli *, int, char **);

const struct command cmd_jobs = {
	.name = "jobs",
	.summary = N_("list the timed jobs, or run them now"),
	.usage = "jobs\n"
	    "jobs run [NAME]",
	.help = N_("Without a name, runs every job that is due, oldest first, "
	    "as clerk does. With one, runs the due jobs of that name, or one "
	    "at this moment if none is due. Each job is safe to repeat."),
	.run = jobs_run,
};

static int
jobs_list(struct cli *cli)
{
	static const char *const columns[] = { "job", "last_due", "next_due",
	    "overdue" };
	const char *head[] = { T(cli, "Job"), T(cli, "Last run"),
	    T(cli, "Next run"), T(cli, "Overdue") };
	struct db_rows *r;

	r = db_do(cli_db(cli), SQL_JOB_LIST);
	if (r == NULL)
		return cli_no_answer(cli);
	table_rows(head, columns, 4, r);
	db_rows_free(r);
	return END_DONE;
}

/* Prints one run; the number of rows, -1 without an answer. */
static int
jobs_one(struct cli *cli, int stmt, const char *name)
{
	struct db_rows *r;
	int n;

	r = db_do(cli_db(cli), stmt, name);
	if (r == NULL)
		return -1;
	n = db_count(r);
	if (n > 0)
		printf("%s %s %s\n", db_get(r, 0, "due_at"),
		    db_get(r, 0, "job"), db_get(r, 0, "result"));
	db_rows_free(r);
	return n;
}

static int
jobs_run(struct cli *cli, int argc, char **argv)
{
	const char *name = argc == 2 ? argv[1] : "";
	int n, total = 0;

	if (argc == 0)
		return jobs_list(cli);
	if (strcmp(argv[0], "run") != 0 || argc > 2)
		return cli_usage(cli, &cmd_jobs, NULL);
	while ((n = jobs_one(cli, SQL_JOB_STEP, name)) > 0)
		total++;
	if (n == 0 && total == 0 && *name != '\0') {
		n = jobs_one(cli, SQL_JOB_NOW, name);
		if (n == 0)
			return cli_refuse(cli, N_("there is no job %s"), name);
		total = 1;
	}
	if (n == -1)
		return cli_no_answer(cli);
	if (total == 0)
		cli_say(cli, N_("nothing is due"));
	return END_DONE;
}
