#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "sojourn.h"

static int	status_run(struct cli *, int, char **);

const struct command cmd_status = {
	.name = "status",
	.summary = N_("what runs, the state of the windows, what waits"),
	.usage = "status [TERM]",
	.help = N_("Shows the time, the schema's version, the programs, the "
	    "windows of a term (the current one without TERM), the queues "
	    "and the timed jobs. Ends with 1 when a program does not answer "
	    "or the database cannot be reached."),
	.run = status_run,
};

/* 1 when something listens on the socket. */
static int
answers(const char *path)
{
	struct sockaddr_un sun = { .sun_family = AF_UNIX };
	int fd, ok;

	if (strlen(path) >= sizeof(sun.sun_path))
		return 0;
	memcpy(sun.sun_path, path, strlen(path) + 1);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd == -1)
		return 0;
	ok = connect(fd, (struct sockaddr *)&sun, sizeof(sun)) == 0;
	close(fd);
	return ok;
}

static int
is_socket(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return n > 5 && strcmp(e->d_name + n - 5, ".sock") == 0;
}

/* Connections a program holds to the database, -1 = not known. */
static long long
connections(const struct db_rows *r, const char *program)
{
	int i;

	for (i = 0; i < db_count(r); i++)
		if (strcmp(db_get(r, i, "program"), program) == 0)
			return db_int(r, i, "connections");
	return -1;
}

/* Every program with a socket, then those that only have connections. */
static int
show_programs(struct cli *cli)
{
	struct dirent **list = NULL;
	struct db_rows *r;
	const char *run = conf_get(cli->conf, "sockets", "/run/sojourn");
	char path[600], *name;
	int i, n, down = 0;

	r = db_do(cli_db(cli), SQL_PROGRAMS);
	if (r == NULL)
		return -1;
	n = scandir(run, &list, is_socket, alphasort);
	cli_say(cli, N_("Programs"));
	for (i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s", run, list[i]->d_name);
		name = list[i]->d_name;
		name[strlen(name) - 5] = '\0';
		printf("  %-14s %s, ", name, answers(path) ?
		    T(cli, "it answers") : T(cli, "it does not answer"));
		cli_say(cli, N_("connections to the database: %lld"),
		    connections(r, name));
		down += !answers(path);
		free(list[i]);
	}
	free(list);
	for (i = 0; i < db_count(r); i++) {
		name = (char *)db_get(r, i, "program");
		if (strcmp(name, "mailer") == 0 || strcmp(name, "clerk") == 0 ||
		    strcmp(name, "press") == 0 || strcmp(name, "signer") == 0) {
			printf("  %-14s ", name);
			cli_say(cli, N_("connections to the database: %lld"),
			    db_int(r, i, "connections"));
			down += db_int(r, i, "connections") == 0;
		}
	}
	db_rows_free(r);
	return down;
}

/* "open, 8 hours left" */
static char *
window_words(struct cli *cli, const struct db_rows *r, int row)
{
	const char *state = db_get(r, row, "state");
	char length[64], *out;

	when_length(cli, db_int(r, row, "seconds"), length, sizeof(length));
	if (asprintf(&out, strcmp(state, "open") == 0 ? T(cli, "open, %s left")
	    : strcmp(state, "before") == 0 ? T(cli, "opens in %s")
	    : T(cli, "closed %s ago"), length) == -1)
		abort();
	return out;
}

static int
show_windows(struct cli *cli, const char *term)
{
	const char *head[] = { T(cli, "Window"), T(cli, "University"),
	    T(cli, "Opens"), T(cli, "Closes"), T(cli, "State") };
	const char **cells;
	struct db_rows *r;
	int i, n;

	r = db_do(cli_db(cli), SQL_TERM_WINDOWS, term);
	if (r == NULL)
		return -1;
	n = db_count(r);
	cells = calloc((size_t)n * 5 + 1, sizeof(*cells));
	if (cells == NULL)
		abort();
	for (i = 0; i < n; i++) {
		cells[i * 5] = db_get(r, i, "kind");
		cells[i * 5 + 1] = db_get(r, i, "university");
		cells[i * 5 + 2] = db_get(r, i, "opens_at");
		cells[i * 5 + 3] = db_get(r, i, "closes_at");
		cells[i * 5 + 4] = window_words(cli, r, i);
	}
	if (n > 0) {
		putchar('\n');
		cli_say(cli, N_("Windows of %s"), db_get(r, 0, "term"));
		table_print(head, 5, cells, (size_t)n);
	}
	for (i = 0; i < n; i++)
		free((char *)cells[i * 5 + 4]);
	free(cells);
	db_rows_free(r);
	return n;
}

static int
show_queues(struct cli *cli)
{
	static const char *const columns[] = { "queue", "waiting", "oldest" };
	const char *head[] = { T(cli, "Queue"), T(cli, "Waiting"),
	    T(cli, "Oldest") };
	struct db_rows *r;

	r = db_do(cli_db(cli), SQL_QUEUES);
	if (r == NULL)
		return -1;
	putchar('\n');
	table_rows(head, columns, 3, r);
	db_rows_free(r);
	return 0;
}

static int
show_head(struct cli *cli)
{
	struct db_rows *clock, *schema;
	int ok;

	clock = db_do(cli_db(cli), SQL_CLOCK);
	schema = clock == NULL ? NULL : db_do(cli_db(cli), SQL_SCHEMA_VERSION);
	ok = db_count(clock) == 1 && db_count(schema) == 1;
	if (ok) {
		cli_say(cli, db_bool(clock, 0, "movable") ?
		    N_("Time: %s (demo)") : N_("Time: %s"),
		    db_get(clock, 0, "told_at"));
		cli_say(cli, N_("Schema: version %lld %s"),
		    db_int(schema, 0, "version"), db_get(schema, 0, "name"));
		putchar('\n');
	}
	db_rows_free(clock);
	db_rows_free(schema);
	return ok ? 0 : -1;
}

static int
status_run(struct cli *cli, int argc, char **argv)
{
	int down, n;

	if (argc > 1 || (argc == 1 && argv[0][0] == '-'))
		return cli_usage(cli, &cmd_status, NULL);
	if (show_head(cli) == -1 || (down = show_programs(cli)) == -1)
		return cli_no_answer(cli);
	n = show_windows(cli, argc == 1 ? argv[0] : "");
	if (n == -1 || show_queues(cli) == -1)
		return cli_no_answer(cli);
	if (n == 0 && argc == 1)
		return cli_refuse(cli, N_("there is no term %s with windows"),
		    argv[0]);
	putchar('\n');
	if (cmd_jobs.run(cli, 0, NULL) != END_DONE)
		return END_REFUSED;
	return down > 0 ? END_REFUSED : END_DONE;
}
