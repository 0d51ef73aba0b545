#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "app.h"
#include "arena.h"

void
resp_header(struct req *req, const char *line)
{
	req->reply.headers = arena_printf(req->arena, "%s%s\r\n",
	    req->reply.headers == NULL ? "" : req->reply.headers, line);
}

void
resp_cookie(struct req *req, const char *name, const char *value, long max_age)
{
	char age[40] = "";

	if (max_age == -1)
		snprintf(age, sizeof(age), "; Max-Age=0");
	else if (max_age > 0)
		snprintf(age, sizeof(age), "; Max-Age=%ld", max_age);
	resp_header(req, arena_printf(req->arena,
	    "Set-Cookie: %s%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
	    req->app->tls && strcmp(name, "lang") != 0 ? "__Host-" : "",
	    name, value, age,
	    req->app->tls ? "; Secure" : ""));
}

enum outcome
resp_redirect(struct req *req, const char *fmt, ...)
{
	va_list ap;
	char *where;

	va_start(ap, fmt);
	where = g_strdup_vprintf(fmt, ap);
	va_end(ap);
	req->reply.location = arena_strdup(req->arena, where);
	req->reply.status = 303;
	req->reply.type = NULL;
	req->reply.body = "";
	req->reply.len = 0;
	req->reply.npieces = 0;
	g_free(where);
	return OUT_DONE;
}

enum outcome
resp_done(struct req *req, const char *path)
{
	size_t i;
	int again = req->nmessages > 0;

	if (req->request[0] == '\0')
		return resp_redirect(req, "%s", path);
	for (i = 0; i < req->nmessages; i++)
		again &= req->messages[i].outcome == OUT_ALREADY;
	return resp_redirect(req, "%s%s%sr=%s", path,
	    strchr(path, '?') == NULL ? "?" : "&", again ? "again=1&" : "",
	    req->request);
}

enum outcome
resp_bytes(struct req *req, int status, const char *type, const void *data,
    size_t len)
{
	req->reply.status = status;
	req->reply.type = type;
	req->reply.body = data;
	req->reply.len = len;
	req->reply.npieces = 0;
	return OUT_DONE;
}

/* RFC 6266: an ASCII name for old readers, the real one in UTF-8. */
enum outcome
resp_file(struct req *req, const char *type, const char *filename,
    const void *data, size_t len)
{
	char *plain, *p, *utf8;

	plain = arena_strdup(req->arena, filename);
	for (p = plain; *p != '\0'; p++)
		if (*p < ' ' || *p > '~' || strchr("\"\\/;%", *p) != NULL)
			*p = '_';
	utf8 = g_uri_escape_string(filename, NULL, FALSE);
	req->reply.disposition = arena_printf(req->arena,
	    "attachment; filename=\"%s\"; filename*=UTF-8''%s", plain, utf8);
	g_free(utf8);
	return resp_bytes(req, 200, type, data, len);
}

/* The heading of an error page. */
static const char *
error_title(struct req *req, enum outcome o)
{
	switch (o) {
	case OUT_UNKNOWN:
		return T(req, "Page not found");
	case OUT_FORBIDDEN:
		return T(req, "Not allowed");
	case OUT_BUSY:
	case OUT_LOCKED:
		return T(req, "Please wait a moment");
	case OUT_FAULT:
		return T(req, "Our fault");
	default:
		return T(req, "This did not work");
	}
}

enum outcome
resp_error(struct req *req, enum outcome o, const char *text)
{
	struct view *v;

	req->nmessages = 0;
	req->nbad = 0;
	v = view_new(req, "shared/error");
	view_text(v, "title", error_title(req, o));
	view_text(v, "text", text);
	view_text(v, "outcome", outcome_word(o));
	view_text(v, "home_url", "/");
	return view_send(v, o);
}
