#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tool.h"

static int	backup_run(struct cli *, int, char **);

const struct command cmd_backup = {
	.name = "backup",
	.summary = N_("write a consistent copy of the database"),
	.usage = "backup DIR",
	.help = N_("Writes DIR/sojourn-TIME.dump, a consistent copy while "
	    "everything runs, and its SHA-256 beside it, readable by their "
	    "owner alone. The copy is read again before it gets its name. The "
	    "keys in the folder of the secrets are not in it. Needs the "
	    "administrator of the database (root or postgres)."),
	.run = backup_run,
};

/* "hash  name", as sha256sum(1) reads it; 0 or -1. */
static int
write_sum(const char *path)
{
	const char *name = strrchr(path, '/') + 1;
	char hex[65], sum[700];
	FILE *f;
	int bad;

	snprintf(sum, sizeof(sum), "%s.sha256", path);
	if (tool_sha256(path, hex) == -1 || (f = fopen(sum, "we")) == NULL)
		return -1;
	fprintf(f, "%s  %s\n", hex, name);
	bad = fflush(f) != 0 || fsync(fileno(f)) == -1;
	return fclose(f) != 0 || bad ? -1 : 0;
}

/* The copy under a name of its own, until it is whole and read again. */
static int
dump(const struct tool *t, const char *part)
{
	const char *make[] = { "pg_dump", "-w", "-Fc", "-f", part, "-d",
	    t->dbname, NULL };
	const char *look[] = { "pg_restore", "-l", part, NULL };
	char *list;
	int end;

	if (tool_run(t, make) != 0)
		return -1;
	end = tool_read(t, look, &list);
	free(list);
	return end == 0 ? 0 : -1;
}

static int
backup_run(struct cli *cli, int argc, char **argv)
{
	char path[600], part[620], stamp[32];
	struct tool t;
	struct stat st;
	time_t now = time(NULL);

	if (argc != 1 || argv[0][0] == '-')
		return cli_usage(cli, &cmd_backup, NULL);
	tool_init(cli, &t);
	umask(077);
	if (stat(argv[0], &st) == -1 || !S_ISDIR(st.st_mode))
		return cli_refuse(cli, N_("%s is not a folder"), argv[0]);
	strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", gmtime(&now));
	snprintf(path, sizeof(path), "%s/sojourn-%s.dump", argv[0], stamp);
	snprintf(part, sizeof(part), "%s.part", path);
	if (dump(&t, part) == -1 || rename(part, path) == -1 ||
	    write_sum(path) == -1) {
		unlink(part);
		return cli_refuse(cli, N_("no copy was written to %s"),
		    argv[0]);
	}
	stat(path, &st);
	cli_say(cli, N_("%s, %lld bytes"), path, (long long)st.st_size);
	return END_DONE;
}
