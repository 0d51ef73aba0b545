#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "conf.h"
#include "health.h"
#include "log.h"

#define PROGRAMS_MAX	64
#define PATIENCE	2.0	/* seconds */

/*
 * One whole FastCGI request for the address every program answers by itself:
 * begin (responder, connection closed after it), parameters, empty body.
 */
#define PARAM(n, v)	n v
static const char ping[] =
    "\1\1\0\1\0\10\0\0" "\0\1\0\0\0\0\0\0"
    "\1\4\0\1\0\62\0\0"
    "\16\3" PARAM("REQUEST_METHOD", "GET")
    "\13\7" PARAM("REQUEST_URI", "/-/ping")
    "\11\0" PARAM("HTTP_HOST", "")
    "\1\4\0\1\0\0\0\0"
    "\1\5\0\1\0\0\0\0";

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Connects and sends; the request is smaller than any socket's buffer. */
static int
start(const char *path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t n = strlen(path);
	int fd;

	if (n >= sizeof(to.sun_path))
		return -1;
	memcpy(to.sun_path, path, n);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd == -1)
		return -1;
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) == -1 ||
	    send(fd, ping, sizeof(ping) - 1, MSG_NOSIGNAL) !=
	    (ssize_t)sizeof(ping) - 1) {
		close(fd);
		return -1;
	}
	return fd;
}

static void
finish(struct asked *a, double started)
{
	a->alive = memmem(a->answer, a->got, "Status: 200 ", 12) != NULL;
	a->seconds = seconds() - started;
	close(a->fd);
	a->fd = -1;
}

/* Reads what has come; the status line is all that matters. */
static void
hear(struct asked *a, double started)
{
	ssize_t n;

	n = recv(a->fd, a->answer + a->got, sizeof(a->answer) - a->got, 0);
	if (n > 0)
		a->got += (size_t)n;
	else if (n == -1 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0 || a->got == sizeof(a->answer) ||
	    memmem(a->answer, a->got, "\r\n\r\n", 4) != NULL)
		finish(a, started);
}

static void
hear_all(struct asked *asked, size_t n, double started)
{
	struct pollfd p[PROGRAMS_MAX];
	size_t i, open;
	double left;

	for (;;) {
		for (i = open = 0; i < n; i++) {
			p[i].fd = asked[i].fd;
			p[i].events = POLLIN;
			open += asked[i].fd != -1;
		}
		left = started + PATIENCE - seconds();
		if (open == 0 || left <= 0 ||
		    poll(p, n, (int)(left * 1000) + 1) == -1)
			break;
		for (i = 0; i < n; i++)
			if (p[i].fd != -1 && p[i].revents != 0)
				hear(&asked[i], started);
	}
	for (i = 0; i < n; i++)
		if (asked[i].fd != -1)
			finish(&asked[i], started);
}

/* The names of the sockets in the folder, this program's own left out. */
static size_t
find(struct req *req, const char *folder, struct asked *asked)
{
	struct dirent *e;
	size_t len, n = 0;
	DIR *d;

	d = opendir(folder);
	if (d == NULL) {
		log_line(LOG_FAULT, "the folder of sockets cannot be read");
		return 0;
	}
	while ((e = readdir(d)) != NULL && n < PROGRAMS_MAX) {
		len = strlen(e->d_name);
		if (len <= 5 || strcmp(e->d_name + len - 5, ".sock") != 0 ||
		    e->d_name[0] == '.')
			continue;
		asked[n].name = arena_strndup(req->arena, e->d_name, len - 5);
		if (strcmp(asked[n].name, req->app->program->name) != 0)
			n++;
	}
	closedir(d);
	return n;
}

size_t
ask_programs(struct req *req, struct asked **out)
{
	const char *folder;
	struct asked *asked;
	double started;
	size_t i, n;

	folder = conf_get(req->app->conf, "sockets", "/run/sojourn");
	*out = asked = arena_alloc(req->arena, PROGRAMS_MAX * sizeof(*asked));
	n = find(req, folder, asked);
	started = seconds();
	for (i = 0; i < n; i++)
		asked[i].fd = start(arena_printf(req->arena, "%s/%s.sock",
		    folder, asked[i].name));
	hear_all(asked, n, started);
	return n;
}
