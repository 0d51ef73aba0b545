#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sodium.h>

#include "tool.h"

/* The value of a word of a connection string, "" when it is not there. */
static void
conn_word(const char *info, const char *word, char *out, size_t size)
{
	size_t n = strlen(word);
	const char *p;

	*out = '\0';
	for (p = info; p != NULL && *p != '\0'; p = strchr(p, ' ')) {
		p += strspn(p, " ");
		if (strncmp(p, word, n) == 0 && p[n] == '=') {
			p += n + 1;
			snprintf(out, size, "%.*s", (int)strcspn(p, " '"), p);
			return;
		}
	}
}

/* The installed copies first, then those of the checkout it was built in: bin/
 * or, of a sanitized build, build-san/bin/. */
static void
find_scripts(struct cli *cli, struct tool *t)
{
	const struct {
		const char	*folder, *install, *restore;
	} places[] = {
		{ conf_get(cli->conf, "libexec", "/usr/lib/sojourn"),
		    "install-database", "restore-database" },
		{ cli->home, "tools/db/install.sh", "tools/db/restore.sh" },
		{ cli->home, "../tools/db/install.sh",
		    "../tools/db/restore.sh" },
	};
	size_t i;

	for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(t->installer, sizeof(t->installer), "%s/%s",
		    places[i].folder, places[i].install);
		snprintf(t->restorer, sizeof(t->restorer), "%s/%s",
		    places[i].folder, places[i].restore);
		if (access(t->installer, X_OK) == 0)
			return;
	}
}

void
tool_init(struct cli *cli, struct tool *t)
{
	const char *info;
	char templates[400];

	cli_conf(cli);
	info = conf_get(cli->conf, "database", "");
	conn_word(info, "host", t->host, sizeof(t->host));
	conn_word(info, "dbname", t->dbname, sizeof(t->dbname));
	if (*t->dbname == '\0')
		snprintf(t->dbname, sizeof(t->dbname), "sojourn");
	snprintf(t->admin, sizeof(t->admin), "%s",
	    conf_get(cli->conf, "admin", "postgres"));
	find_scripts(cli, t);
	snprintf(templates, sizeof(templates), "%s", conf_get(cli->conf,
	    "templates", "/usr/share/sojourn/templates"));
	snprintf(t->sql, sizeof(t->sql), "%s/sql", dirname(templates));
}

static void
set_environment(const struct tool *t)
{
	if (*t->host != '\0')
		setenv("PGHOST", t->host, 1);
	setenv("PGUSER", t->admin, 1);
	setenv("PGOPTIONS", "-c client_min_messages=warning", 1);
	unsetenv("PGPASSWORD");
}

/* out = -1: our own standard output. */
static pid_t
start(const struct tool *t, const char *const *argv, int out)
{
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid != 0)
		return pid;
	set_environment(t);
	if (out != -1)
		dup2(out, STDOUT_FILENO);
	execvp(argv[0], (char *const *)argv);
	fprintf(stderr, "sojourn: %s: %m\n", argv[0]);
	_exit(127);
}

static int
finish(pid_t pid)
{
	int status;

	if (pid == -1 || waitpid(pid, &status, 0) == -1 || !WIFEXITED(status))
		return 127;
	return WEXITSTATUS(status);
}

int
tool_run(const struct tool *t, const char *const *argv)
{
	return finish(start(t, argv, -1));
}

int
tool_read(const struct tool *t, const char *const *argv, char **text)
{
	char part[4096];
	size_t size;
	ssize_t n;
	FILE *keep;
	pid_t pid;
	int ends[2];

	keep = open_memstream(text, &size);
	if (keep == NULL || pipe2(ends, O_CLOEXEC) == -1)
		abort();
	pid = start(t, argv, ends[1]);
	close(ends[1]);
	while ((n = read(ends[0], part, sizeof(part))) > 0)
		fwrite(part, 1, (size_t)n, keep);
	close(ends[0]);
	if (fclose(keep) != 0)
		abort();
	return finish(pid);
}

static int
is_demo(struct cli *cli)
{
	return strcmp(conf_get(cli->conf, "demo", "no"), "yes") == 0;
}

int
tool_install(struct cli *cli, const struct tool *t, const char *dbname)
{
	const char *argv[] = { t->installer, t->sql, dbname, NULL, NULL };
	const char *demo[] = { t->installer, "--demo", t->sql, dbname, NULL };

	return tool_run(t, is_demo(cli) ? demo : argv);
}

int
tool_restore(struct cli *cli, const struct tool *t, const char *dump,
    char **text)
{
	const char *argv[] = { t->restorer, dump, t->sql, t->dbname, NULL };
	const char *demo[] = { t->restorer, "--demo", dump, t->sql, t->dbname,
	    NULL };

	return tool_read(t, is_demo(cli) ? demo : argv, text);
}

int
tool_sha256(const char *path, char hex[65])
{
	crypto_hash_sha256_state state;
	unsigned char part[65536], hash[crypto_hash_sha256_BYTES];
	size_t n;
	FILE *f;
	int bad;

	f = fopen(path, "re");
	if (f == NULL || sodium_init() == -1) {
		if (f != NULL)
			fclose(f);
		return -1;
	}
	crypto_hash_sha256_init(&state);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		crypto_hash_sha256_update(&state, part, n);
	bad = ferror(f);
	fclose(f);
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(hex, 65, hash, sizeof(hash));
	return bad ? -1 : 0;
}
