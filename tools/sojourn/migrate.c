#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

static int	migrate_run(struct cli *, int, char **);

const struct command cmd_migrate = {
	.name = "migrate",
	.summary = N_("version of the schema and changes that wait"),
	.usage = "migrate\n"
	    "migrate --apply",
	.help = N_("Shows the version of the database and the migrations of "
	    "this release that it lacks. --apply runs them, makes every "
	    "function anew and sets the rights, in one transaction; it needs "
	    "the administrator of the database (root or postgres)."),
	.run = migrate_run,
};

/* NNNN-what.sql */
static int
is_migration(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return strspn(e->d_name, "0123456789") == 4 && e->d_name[4] == '-' &&
	    n > 9 && strcmp(e->d_name + n - 4, ".sql") == 0;
}

/* Prints the migrations above version; their number. */
static int
list_pending(struct cli *cli, const struct tool *t, long long version)
{
	struct dirent **list = NULL;
	char path[600];
	int i, n, pending = 0;

	snprintf(path, sizeof(path), "%s/migrations", t->sql);
	n = scandir(path, &list, is_migration, alphasort);
	for (i = 0; i < n; i++) {
		if (atoll(list[i]->d_name) > version) {
			cli_say(cli, N_("waits: %s"), list[i]->d_name);
			pending++;
		}
		free(list[i]);
	}
	free(list);
	return pending;
}

static int
migrate_run(struct cli *cli, int argc, char **argv)
{
	struct db_rows *r;
	struct tool t;

	if (argc > 1 || (argc == 1 && strcmp(argv[0], "--apply") != 0))
		return cli_usage(cli, &cmd_migrate, NULL);
	tool_init(cli, &t);
	if (argc == 1 && tool_install(cli, &t, t.dbname) != 0)
		return cli_refuse(cli, N_("the database could not be brought "
		    "to this release; it is as it was"));
	r = db_do(cli_db(cli), SQL_SCHEMA_VERSION);
	if (db_count(r) == 0)
		return cli_no_answer(cli);
	cli_say(cli, N_("Schema: version %lld %s"), db_int(r, 0, "version"),
	    db_get(r, 0, "name"));
	if (list_pending(cli, &t, db_int(r, 0, "version")) == 0)
		cli_say(cli, N_("nothing waits"));
	db_rows_free(r);
	return END_DONE;
}
