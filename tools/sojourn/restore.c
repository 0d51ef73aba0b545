#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

/*
 * signer goes on with an older copy only where somebody says that it was meant
 * so: the heads of the audit that the copy lacks are then declared lost.
 */
static void
tell_signer(struct cli *cli)
{
	const char *keys = conf_get(cli->conf, "keys",
	    "/var/lib/sojourn/signer/keys.json");
	const char *slash = strrchr(keys, '/');
	char path[600];
	FILE *f;

	snprintf(path, sizeof(path), "%.*srestored", slash == NULL ? 0 :
	    (int)(slash + 1 - keys), keys);
	f = fopen(path, "we");
	if (f == NULL) {
		cli_say(cli, N_("make the file %s, or the audit is not sealed "
		    "from here on"), path);
		return;
	}
	fclose(f);
}

static int
restore_run(struct cli *cli, int argc, char **argv)
{
	char path[600], *text, *forgotten, *kept;
	struct tool t;
	int end;

	if (argc != 1 || argv[0][0] == '-')
		return cli_usage(cli, &cmd_restore, NULL);
	tool_init(cli, &t);
	if (choose(argv[0], path, sizeof(path)) == -1)
		return cli_refuse(cli, N_("there is no copy in %s"), argv[0]);
	if (!sum_fits(path))
		return cli_refuse(cli, N_("%s is not what its SHA-256 says; "
		    "nothing was changed"), path);
	end = tool_restore(cli, &t, path, &text);
	forgotten = strtok(text, "\n");
	kept = strtok(NULL, "\n");
	if (end == 0) {
		cli_say(cli, N_("in place: %s"), path);
		cli_say(cli, N_("not brought back: %s"), forgotten);
		if (kept != NULL)
			cli_say(cli, N_("the database of before is kept as "
			    "%s"), kept);
		tell_signer(cli);
	}
	free(text);
	if (end == 0)
		return cmd_doctor.run(cli, 0, NULL);
	return end == 3 ? cli_refuse(cli, N_("the copy is unpacked and could "
	    "not be put in place")) : cli_refuse(cli, N_("the copy could not "
	    "be unpacked; nothing was changed"));
}
