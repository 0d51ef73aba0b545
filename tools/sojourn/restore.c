#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "tool.h"

static int	restore_run(struct cli *, int, char **);

const struct command cmd_restore = {
	.name = "restore",
	.summary = N_("put a copy in place of the database"),
	.usage = "restore DIR|FILE",
	.help = N_("Takes FILE, or the newest copy in DIR, checks its SHA-256, "
	    "brings it to this release and puts it in place; the database of "
	    "before is kept under another name. Sessions, links and mail that "
	    "waited do not come back, and no temporary ID is issued twice: "
	    "people log in again, staff decide which mails to send. Ends with "
	    "doctor. Needs the administrator of the database (root or "
	    "postgres)."),
	.run = restore_run,
};

static int
is_dump(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return strncmp(e->d_name, "sojourn-", 8) == 0 && n > 13 &&
	    strcmp(e->d_name + n - 5, ".dump") == 0;
}

/* The file itself, or the newest copy of a folder; 0 or -1. */
static int
choose(const char *arg, char *path, size_t size)
{
	struct dirent **list = NULL;
	struct stat st;
	int i, n;

	if (stat(arg, &st) == -1)
		return -1;
	snprintf(path, size, "%s", arg);
	if (!S_ISDIR(st.st_mode))
		return 0;
	n = scandir(arg, &list, is_dump, alphasort);
	if (n > 0)
		snprintf(path, size, "%s/%s", arg, list[n - 1]->d_name);
	for (i = 0; i < n; i++)
		free(list[i]);
	free(list);
	return n > 0 ? 0 : -1;
}

/* Whether the file is what its .sha256 says. */
static int
sum_fits(const char *path)
{
	char name[700], hex[65], said[65] = "";
	FILE *f;
	int fits;

	snprintf(name, sizeof(name), "%s.sha256", path);
	f = fopen(name, "re");
	if (f == NULL)
		return 0;
	fits = fscanf(f, "%64s", said) == 1 && tool_sha256(path, hex) == 0 &&
	    strcmp(said, hex) == 0;
	fclose(f);
	return fits;
}

/* One statement that must succeed; 0 or -1. */
static int
must(const struct tool *t, const char *dbname, const char *statement)
{
	char *answer = tool_query(t, dbname, statement);

	free(answer);
	return answer == NULL ? -1 : 0;
}

/* The copy in a database of its own, at this release; 0 or -1. */
static int
unpack(struct cli *cli, const struct tool *t, const char *path,
    const char *new)
{
	char roles[600], make[200];
	const char *load[] = { "pg_restore", "-w", "--exit-on-error", "-d",
	    new, path, NULL };
	const char *run_roles[] = { "psql", "-X", "-q", "-w", "-v",
	    "ON_ERROR_STOP=1", "-d", "postgres", "-f", roles, NULL };

	snprintf(roles, sizeof(roles), "%s/roles.sql", t->sql);
	snprintf(make, sizeof(make), "drop database if exists %s", new);
	if (must(t, "postgres", make) == -1 || tool_run(t, run_roles) != 0)
		return -1;
	snprintf(make, sizeof(make), "create database %s template template0",
	    new);
	if (must(t, "postgres", make) == -1 || tool_run(t, load) != 0)
		return -1;
	return tool_install(cli, t, new) == 0 ? 0 : -1;
}

/* S14: what must not come back, with the serials of the database of now. */
static int
forget(struct cli *cli, const struct tool *t, const char *new)
{
	char *serials, *answer, *statement;

	serials = tool_query(t, t->dbname, "select coalesce("
	    "json_object_agg(t.code, s.last), '{}') from sojourn.id_serial s "
	    "join sojourn.term t on t.id = s.term_id");
	if (serials == NULL)
		cli_say(cli, N_("the database of now cannot be read: every "
		    "counter of IDs goes up by a thousand"));
	if (asprintf(&statement, "select 'sessions ' || sessions || ', links "
	    "' || links || ', mails ' || mails || ', counters ' || serials "
	    "from sojourn.after_restore(%s%s%s)", serials == NULL ? "null" :
	    "'", serials == NULL ? "" : serials, serials == NULL ? "" : "'")
	    == -1)
		abort();
	answer = tool_query(t, new, statement);
	if (answer != NULL)
		cli_say(cli, N_("not brought back: %s"), answer);
	free(answer);
	free(statement);
	free(serials);
	return answer == NULL ? -1 : 0;
}

/* Ends every connection of a database and gives it another name. */
static int
rename_database(const struct tool *t, const char *from, const char *to)
{
	char statement[400];

	snprintf(statement, sizeof(statement), "alter database %s "
	    "with allow_connections false", from);
	if (must(t, "postgres", statement) == -1)
		return -1;
	snprintf(statement, sizeof(statement), "select count("
	    "pg_terminate_backend(pid, 5000)) from pg_stat_activity "
	    "where datname = '%s'", from);
	if (must(t, "postgres", statement) == -1)
		return -1;
	snprintf(statement, sizeof(statement), "alter database %s rename to %s",
	    from, to);
	return must(t, "postgres", statement);
}

static int
put_in_place(struct cli *cli, const struct tool *t, const char *new,
    const char *kept)
{
	char statement[200], *there;

	snprintf(statement, sizeof(statement),
	    "select 1 from pg_database where datname = '%s'", t->dbname);
	there = tool_query(t, "postgres", statement);
	if (there == NULL)
		return -1;
	if (*there != '\0') {
		if (rename_database(t, t->dbname, kept) == -1) {
			free(there);
			return -1;
		}
		cli_say(cli, N_("the database of before is kept as %s"), kept);
	}
	free(there);
	if (rename_database(t, new, t->dbname) == -1)
		return -1;
	snprintf(statement, sizeof(statement),
	    "alter database %s with allow_connections true", t->dbname);
	return must(t, "postgres", statement);
}

static int
restore_run(struct cli *cli, int argc, char **argv)
{
	char path[600], new[80], kept[120], stamp[32];
	time_t now = time(NULL);
	struct tool t;

	if (argc != 1 || argv[0][0] == '-')
		return cli_usage(cli, &cmd_restore, NULL);
	tool_init(cli, &t);
	if (choose(argv[0], path, sizeof(path)) == -1)
		return cli_refuse(cli, N_("there is no copy in %s"), argv[0]);
	if (!sum_fits(path))
		return cli_refuse(cli, N_("%s is not what its SHA-256 says; "
		    "nothing was changed"), path);
	strftime(stamp, sizeof(stamp), "%Y%m%dt%H%M%Sz", gmtime(&now));
	snprintf(new, sizeof(new), "%s_new", t.dbname);
	snprintf(kept, sizeof(kept), "%s_before_%s", t.dbname, stamp);
	if (unpack(cli, &t, path, new) == -1 || forget(cli, &t, new) == -1)
		return cli_refuse(cli, N_("the copy could not be unpacked; "
		    "nothing was changed"));
	if (put_in_place(cli, &t, new, kept) == -1)
		return cli_refuse(cli, N_("the copy is unpacked as %s and "
		    "could not be put in place"), new);
	cli_say(cli, N_("in place: %s"), path);
	return cmd_doctor.run(cli, 0, NULL);
}
