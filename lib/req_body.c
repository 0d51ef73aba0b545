#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app.h"
#include "arena.h"
#include "conf.h"
#include "log.h"
#include "req_read.h"

#define BODY_MAX	(64 * 1024)

static size_t
limit_of(const struct page *page)
{
	return page->max_body == 0 ? BODY_MAX : page->max_body;
}

static void
forget_spooled(void *path)
{
	unlink(path);
}

/* Copies len bytes of the body to fd; 0, or the status that refuses. */
static int
copy_body(FCGX_Request *fcgi, int fd, size_t len)
{
	char part[16384];
	int got, want;

	while (len > 0) {
		want = len < sizeof(part) ? (int)len : (int)sizeof(part);
		got = FCGX_GetStr(part, want, fcgi->in);
		if (got <= 0)
			return 400;
		if (write(fd, part, (size_t)got) != got)
			return 500;
		len -= (size_t)got;
	}
	return 0;
}

/*
 * A large body goes to a file of ours in the folder `spool` that lives as long
 * as the request: nginx's own file is closed to the program's user.
 */
static int
spool_body(struct req *req, FCGX_Request *fcgi, size_t len)
{
	char *path;
	int fd, status;

	path = arena_printf(req->arena, "%s/body.XXXXXX",
	    conf_get(req->app->conf, "spool", "/tmp"));
	fd = mkostemp(path, O_CLOEXEC);
	if (fd == -1) {
		log_line(LOG_FAULT, "no file can be made in the spool folder");
		return 500;
	}
	arena_defer(req->arena, forget_spooled, path);
	status = copy_body(fcgi, fd, len);
	if (close(fd) == -1 && status == 0)
		status = 500;
	req->body_file = path;
	return status;
}

int
req_read_body(struct req *req, FCGX_Request *fcgi)
{
	const char *file;
	struct stat st;
	long long len;
	char *body;
	int got;
	size_t n;

	req->content_type = req_env(req, "CONTENT_TYPE");
	file = req_env(req, "BODY_FILE");
	if (*file != '\0') {
		if (stat(file, &st) == -1) {
			log_line(LOG_FAULT, "a spooled body cannot be read");
			return 500;
		}
		req->body_file = file;
		return (size_t)st.st_size > limit_of(req->page) ? 413 : 0;
	}
	len = atoll(req_env(req, "CONTENT_LENGTH"));
	if (len < 0 || (size_t)len > limit_of(req->page))
		return 413;
	if (len > BODY_MAX)
		return spool_body(req, fcgi, (size_t)len);
	body = arena_alloc(req->arena, (size_t)len + 1);
	for (n = 0; n < (size_t)len; n += (size_t)got) {
		got = FCGX_GetStr(body + n, (int)((size_t)len - n), fcgi->in);
		if (got <= 0)
			return 400;
	}
	req->body = body;
	req->body_len = n;
	return 0;
}

/* A urlencoded body that nginx spooled like an upload. */
static int
read_spooled(struct req *req)
{
	char *body;
	ssize_t n;
	int fd;

	fd = open(req->body_file, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return 500;
	body = arena_alloc(req->arena, BODY_MAX + 2);
	n = read(fd, body, BODY_MAX + 1);
	close(fd);
	if (n < 0 || n > BODY_MAX)
		return n < 0 ? 500 : 413;
	req->body = body;
	req->body_len = (size_t)n;
	return 0;
}

int
req_read_form(struct req *req)
{
	static const char form[] = "application/x-www-form-urlencoded";
	int status;

	if (strncasecmp(req->content_type, "multipart/", 10) == 0)
		return req_read_multipart(req);
	if (req->body_file != NULL && (status = read_spooled(req)) != 0)
		return status;
	if (req->body_len > 0 && strncasecmp(req->content_type, form,
	    sizeof(form) - 1) != 0)
		return 400;
	req_read_pairs(req, req->body == NULL ? "" : req->body, req->body_len);
	return 0;
}
