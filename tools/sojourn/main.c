#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "log.h"
#include "sojourn.h"

/* Above the statement_timeout of the role, a minute. */
#define PATIENCE_MS	65000

/* Nothing is reachable that is not a row here; `help` lists them so. */
static const struct command *const commands[] = {
	&cmd_status,
	&cmd_clock,
	&cmd_jobs,
	&cmd_restart,
	&cmd_account,
	&cmd_import,
	&cmd_doctor,
	&cmd_erase,
	&cmd_verify,
	&cmd_audit,
	&cmd_migrate,
	&cmd_backup,
	&cmd_restore,
};
#define COMMANDS	(sizeof(commands) / sizeof(commands[0]))

/* LC_ALL, LC_MESSAGES, LANG as everywhere; English unless Korean, Japanese. */
static const char *
language(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value;
	size_t i;
	int k;

	for (i = 0; i < 3; i++) {
		value = getenv(names[i]);
		if (value == NULL || *value == '\0')
			continue;
		for (k = 0; k < I18N_LANGS; k++)
			if (strncmp(value, i18n_langs[k], 2) == 0)
				return i18n_langs[k];
		return "en";
	}
	return "en";
}

/* "/usr/local" for /usr/local/bin/sojourn; owned by the caller. */
static char *
home_folder(void)
{
	char path[4096], *slash;
	ssize_t n;
	int i;

	n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	if (n <= 0)
		return strdup("/usr");
	path[n] = '\0';
	for (i = 0; i < 2; i++)
		if ((slash = strrchr(path, '/')) != NULL)
			*slash = '\0';
	return strdup(path);
}

/* Sets SOJOURN_CONF to the first file that is there; 0 if one is. */
static int
find_conf(struct cli *cli)
{
	char path[4200];
	const char *var;

	if (getenv("SOJOURN_CONF") != NULL)
		return access(getenv("SOJOURN_CONF"), R_OK);
	var = getenv("VAR");
	if (var != NULL && *var != '\0') {
		snprintf(path, sizeof(path), "%s%s%s/etc/sojourn.conf",
		    *var == '/' ? "" : cli->home, *var == '/' ? "" : "/", var);
		if (access(path, R_OK) == 0)
			return setenv("SOJOURN_CONF", path, 1);
	}
	snprintf(path, sizeof(path), "%s/bin/sojourn.conf", cli->home);
	if (access(path, R_OK) == 0)
		return setenv("SOJOURN_CONF", path, 1);
	return access("/etc/sojourn/sojourn.conf", R_OK);
}

void
cli_conf(struct cli *cli)
{
	if (cli->conf != NULL)
		return;
	if (find_conf(cli) == -1) {
		fprintf(stderr, T(cli, "sojourn: no configuration can be read "
		    "(%s). Is there an instance, and may you read it?"),
		    strerror(errno));
		fputc('\n', stderr);
		exit(END_REFUSED);
	}
	cli->conf = conf_load("cli");
	i18n_init(cli->conf);
}

struct db_conn *
cli_db(struct cli *cli)
{
	cli_conf(cli);
	if (cli->db == NULL) {
		cli->db = db_connect(cli->conf, stmts, SQL__MAX);
		db_patience(cli->db, PATIENCE_MS);
	}
	return cli->db;
}

int
cli_no_answer(struct cli *cli)
{
	return cli_refuse(cli, N_("the database gave no answer"));
}

void
cli_say(struct cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vprintf(T(cli, fmt), ap);
	va_end(ap);
	putchar('\n');
}

int
cli_refuse(struct cli *cli, const char *fmt, ...)
{
	va_list ap;

	fputs("sojourn: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, T(cli, fmt), ap);
	va_end(ap);
	fputc('\n', stderr);
	return END_REFUSED;
}

/* The forms of a command, one a line; a line that begins with a space goes
 * on with the form before it. */
static void
print_usage(struct cli *cli, FILE *f, const struct command *c)
{
	const char *p, *end;

	for (p = c->usage; *p != '\0'; p = *end ? end + 1 : end) {
		end = p + strcspn(p, "\n");
		fprintf(f, "%s %s%.*s\n",
		    p == c->usage ? T(cli, "usage:") : "      ",
		    *p == ' ' ? "" : "sojourn ", (int)(end - p), p);
	}
}

int
cli_usage(struct cli *cli, const struct command *c, const char *fmt, ...)
{
	va_list ap;

	if (fmt != NULL) {
		fprintf(stderr, "sojourn %s: ", c->name);
		va_start(ap, fmt);
		vfprintf(stderr, T(cli, fmt), ap);
		va_end(ap);
		fputc('\n', stderr);
	}
	print_usage(cli, stderr, c);
	return END_USAGE;
}

const char *
cli_option(int argc, char **argv, int *i, const char *name)
{
	size_t n = strlen(name);

	if (strncmp(argv[*i], name, n) != 0)
		return NULL;
	if (argv[*i][n] == '=')
		return argv[*i] + n + 1;
	if (argv[*i][n] != '\0')
		return NULL;
	return *i + 1 < argc ? argv[++*i] : "";
}

static int
help(struct cli *cli, FILE *f)
{
	size_t i;

	fprintf(f, "%s sojourn %s\n\n", T(cli, "usage:"),
	    T(cli, "COMMAND [ARGUMENT...]"));
	for (i = 0; i < COMMANDS; i++)
		fprintf(f, "  %-10s %s\n", commands[i]->name,
		    T(cli, commands[i]->summary));
	fprintf(f, "\n%s\n", T(cli, "sojourn COMMAND --help says more; so does "
	    "the manual page sojourn(8)."));
	return f == stdout ? END_DONE : END_USAGE;
}

static const struct command *
find_command(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static int
asks_for_help(int argc, char **argv)
{
	int i;

	for (i = 0; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
			return 1;
	return 0;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const struct command *c;

	if (argc < 1)
		return help(cli, stderr);
	if (asks_for_help(1, argv) || strcmp(argv[0], "help") == 0)
		return help(cli, stdout);
	c = find_command(argv[0]);
	if (c == NULL) {
		cli_refuse(cli, N_("there is no command %s"), argv[0]);
		return help(cli, stderr);
	}
	if (asks_for_help(argc - 1, argv + 1)) {
		print_usage(cli, stdout, c);
		putchar('\n');
		text_print(T(cli, c->help));
		return END_DONE;
	}
	return c->run(cli, argc - 1, argv + 1);
}

int
main(int argc, char **argv)
{
	struct cli cli = { .lang = language() };
	char *home;
	int end;

	log_init("sojourn");
	cli.home = home = home_folder();
	/* Help is translated too, where an instance says where the texts are. */
	if (find_conf(&cli) == 0)
		cli_conf(&cli);
	end = run(&cli, argc - 1, argv + 1);
	db_close(cli.db);
	conf_free(cli.conf);
	free(home);
	if (fflush(stdout) != 0)
		end = END_REFUSED;
	return end;
}
