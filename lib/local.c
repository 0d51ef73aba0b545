#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "conf.h"
#include "local.h"
#include "log.h"

#define READ_MS	2000	/* for a line that somebody has begun */

static volatile sig_atomic_t stop;

static void
on_term(int sig)
{
	(void)sig;
	stop = 1;
}

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

/* Reads up to the newline; -1 when it does not come in time. */
static int
read_line(int fd, char line[LOCAL_LINE + 1], int patience_ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	long ends = now_ms() + patience_ms, left;
	size_t n = 0;
	ssize_t got;
	char *end;

	while (n < LOCAL_LINE + 1) {
		left = ends - now_ms();
		if (left <= 0 || (poll(&p, 1, (int)left) <= 0 &&
		    errno != EINTR))
			return -1;
		got = recv(fd, line + n, LOCAL_LINE + 1 - n, 0);
		if (got == 0 || (got == -1 && errno != EINTR &&
		    errno != EAGAIN))
			return -1;
		if (got > 0)
			n += (size_t)got;
		end = memchr(line, '\n', n);
		if (end != NULL) {
			*end = '\0';
			return 0;
		}
	}
	return -1;
}

static int
send_line(int fd, const char *line)
{
	char text[LOCAL_LINE + 2];
	int n = snprintf(text, sizeof(text), "%.*s\n", LOCAL_LINE, line);

	return send(fd, text, (size_t)n, MSG_NOSIGNAL) == n ? 0 : -1;
}

int
local_ask(const char *path, const char *line, char answer[LOCAL_LINE + 1],
    int patience_ms)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t n = strlen(path);
	int fd, rc = -1;

	answer[0] = '\0';
	if (n >= sizeof(to.sun_path))
		return -1;
	memcpy(to.sun_path, path, n);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd == -1)
		return -1;
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) == 0 &&
	    send_line(fd, line) == 0)
		rc = read_line(fd, answer, patience_ms);
	close(fd);
	return rc;
}

void
local_path(const struct conf *conf, const char *name, char *path, size_t room)
{
	snprintf(path, room, "%s/%s.ask", conf_get(conf, "sockets",
	    "/run/sojourn"), name);
}

static int
may_ask(const struct local_server *s, int fd)
{
	struct ucred who;
	socklen_t len = sizeof(who);
	size_t i;

	if (s->npeers == 0)
		return 1;
	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len) != 0)
		return 0;
	for (i = 0; i < s->npeers; i++)
		if (s->peers[i] == who.uid)
			return 1;
	log_line(LOG_WARN, "user %ld may not ask here", (long)who.uid);
	return 0;
}

static void
serve_one(const struct local_server *s, int fd)
{
	char line[LOCAL_LINE + 1], answer[LOCAL_LINE + 1] = "";

	if (may_ask(s, fd) && read_line(fd, line, READ_MS) == 0) {
		s->answer(s->arg, line, answer);
		send_line(fd, answer);
	}
	close(fd);
}

int
local_serve(int fd, const struct local_server *s)
{
	struct sigaction sa = { .sa_handler = on_term };
	struct pollfd p = { .fd = fd, .events = POLLIN };
	long last = 0;
	int peer;

	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
	signal(SIGPIPE, SIG_IGN);
	/* Several processes may wait here: who comes late does not hang. */
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	while (!stop) {
		if (s->idle != NULL && now_ms() - last >= 1000) {
			s->idle(s->arg);
			last = now_ms();
		}
		if (poll(&p, 1, 1000) <= 0)
			continue;
		if ((p.revents & (POLLERR | POLLNVAL | POLLHUP)) != 0)
			return -1;
		peer = accept4(fd, NULL, NULL, SOCK_CLOEXEC);
		if (peer != -1)
			serve_one(s, peer);
	}
	return 0;
}
