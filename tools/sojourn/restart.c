#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sojourn.h"

static int	restart_run(struct cli *, int, char **);

const struct command cmd_restart = {
	.name = "restart",
	.summary = N_("start programs anew without a failed request"),
	.usage = "restart PROGRAM\n"
	    "restart all",
	.help = N_("A second process takes over on the program's socket before "
	    "the first one ends; what does not start leaves the old one alone. "
	    "Prints each program that was restarted. Needs whoever may start "
	    "and stop services (root)."),
	.run = restart_run,
};

static int
is_name(const char *s)
{
	return *s != '\0' && strlen(s) < 40 &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz") == strlen(s);
}

static int
restart_run(struct cli *cli, int argc, char **argv)
{
	const char *script;
	char path[600];
	int status;
	pid_t pid;

	if (argc != 1 || !is_name(argv[0]))
		return cli_usage(cli, &cmd_restart, NULL);
	cli_conf(cli);
	snprintf(path, sizeof(path), "%s/restart-program", conf_get(cli->conf,
	    "libexec", "/usr/lib/sojourn"));
	script = conf_get(cli->conf, "restart", path);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		execl(script, script, argv[0], (char *)NULL);
		fprintf(stderr, "sojourn: %s: %m\n", script);
		_exit(127);
	}
	if (pid == -1 || waitpid(pid, &status, 0) == -1)
		return cli_refuse(cli, N_("%s could not be restarted"), argv[0]);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? END_DONE :
	    END_REFUSED;
}
