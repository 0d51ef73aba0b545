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

#define ANSWER_MAX	(1 << 20)	/* bytes of one program's answer */

/* One FastCGI parameter: lengths, name, value; all shorter than 128 bytes. */
static unsigned char *
put_param(unsigned char *p, const char *name, const char *value)
{
	*p++ = (unsigned char)strlen(name);
	*p++ = (unsigned char)strlen(value);
	p = mempcpy(p, name, strlen(name));
	return mempcpy(p, value, strlen(value));
}

static unsigned char *
put_head(unsigned char *p, int type, size_t len)
{
	const unsigned char head[8] = { 1, (unsigned char)type, 0, 1,
	    (unsigned char)(len >> 8), (unsigned char)len, 0, 0 };

	return mempcpy(p, head, sizeof(head));
}

/*
 * One whole FastCGI request for an address that every program answers by
 * itself: begin (responder, connection closed after it), parameters, no body.
 */
static size_t
make_request(unsigned char out[512], const char *uri)
{
	static const unsigned char responder[8] = { 0, 1 };
	unsigned char params[300], *q = params, *p = out;

	q = put_param(q, "REQUEST_METHOD", "GET");
	q = put_param(q, "REQUEST_URI", uri);
	q = put_param(q, "HTTP_HOST", "");
	p = mempcpy(put_head(p, 1, sizeof(responder)), responder,
	    sizeof(responder));
	p = mempcpy(put_head(p, 4, (size_t)(q - params)), params,
	    (size_t)(q - params));
	p = put_head(put_head(p, 4, 0), 5, 0);
	return (size_t)(p - out);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Connects and sends; the request is smaller than any socket's buffer. */
static int
start(const char *path, const unsigned char *request, size_t size)
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
	    send(fd, request, size, MSG_NOSIGNAL) != (ssize_t)size) {
		close(fd);
		return -1;
	}
	return fd;
}

/* The body of an answer: what its records carry, behind the empty line. */
static const char *
body_of(struct req *req, const unsigned char *raw, size_t n)
{
	char *text, *to, *cut;
	size_t at, len;

	to = text = arena_alloc(req->arena, n + 1);
	for (at = 0; at + 8 <= n; at += 8 + len + raw[at + 6]) {
		len = (size_t)raw[at + 4] << 8 | raw[at + 5];
		if (at + 8 + len > n)
			break;
		if (raw[at + 1] == 6)
			to = mempcpy(to, raw + at + 8, len);
	}
	*to = '\0';
	cut = strstr(text, "\r\n\r\n");
	return cut == NULL ? "" : cut + 4;
}

static void
finish(struct req *req, struct asked *a, double started)
{
	a->alive = memmem(a->answer, a->got, "Status: 200 ", 12) != NULL;
	a->text = body_of(req, a->answer, a->got);
	a->seconds = seconds() - started;
	close(a->fd);
	a->fd = -1;
}

/* Reads what has come, until the program closes the connection. */
static void
hear(struct req *req, struct asked *a, double started)
{
	unsigned char *more;
	ssize_t n;

	if (a->got == a->room && a->room < ANSWER_MAX) {
		a->room = a->room == 0 ? 4096 : a->room * 4;
		more = arena_alloc(req->arena, a->room);
		if (a->got > 0)
			memcpy(more, a->answer, a->got);
		a->answer = more;
	}
	n = recv(a->fd, a->answer + a->got, a->room - a->got, 0);
	if (n > 0)
		a->got += (size_t)n;
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		finish(req, a, started);
}

static void
hear_all(struct req *req, struct asked *asked, size_t n, double started)
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
				hear(req, &asked[i], started);
	}
	for (i = 0; i < n; i++)
		if (asked[i].fd != -1)
			finish(req, &asked[i], started);
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
ask_programs(struct req *req, const char *uri, struct asked **out)
{
	unsigned char request[512];
	const char *folder;
	struct asked *asked;
	double started;
	size_t i, n, size;

	folder = conf_get(req->app->conf, "sockets", "/run/sojourn");
	*out = asked = arena_alloc(req->arena, PROGRAMS_MAX * sizeof(*asked));
	n = find(req, folder, asked);
	size = make_request(request, uri);
	started = seconds();
	for (i = 0; i < n; i++) {
		asked[i].text = "";
		asked[i].fd = start(arena_printf(req->arena, "%s/%s.sock",
		    folder, asked[i].name), request, size);
	}
	hear_all(req, asked, n, started);
	return n;
}
