#include <string.h>

#include <fcgiapp.h>

#include "app.h"
#include "arena.h"
#include "dispatch.h"
#include "pack.h"

static const char *
status_line(int status)
{
	static const struct {
		int		 status;
		const char	*text;
	} lines[] = {
		{ 200, "200 OK" }, { 303, "303 See Other" },
		{ 400, "400 Bad Request" }, { 403, "403 Forbidden" },
		{ 404, "404 Not Found" }, { 405, "405 Method Not Allowed" },
		{ 413, "413 Payload Too Large" },
		{ 422, "422 Unprocessable Entity" },
		{ 429, "429 Too Many Requests" },
		{ 503, "503 Service Unavailable" },
	};
	size_t i;

	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (lines[i].status == status)
			return lines[i].text;
	return "500 Internal Server Error";
}

/* A header line, or nothing where there is no value. */
static const char *
header(struct req *req, const char *name, const char *value)
{
	return value == NULL ? "" : arena_printf(req->arena, "%s: %s\r\n",
	    name, value);
}

static const char *
retry_after(struct req *req)
{
	const struct reply *r = &req->reply;

	if (r->status != 429 && r->status != 503)
		return "";
	return arena_printf(req->arena, "Retry-After: %d\r\n",
	    r->retry_after > 0 ? r->retry_after : 5);
}

/*
 * A body in pieces is compressed here, where some of them are compressed
 * already; the others are left to nginx.
 */
static void
pack_reply(struct req *req)
{
	struct reply *r = &req->reply;

	if (r->npieces == 0 || !req_takes_gzip(req))
		return;
	r->body = pack_gzip(req->arena, r->pieces, r->npieces, &r->len);
	r->npieces = 0;
	r->headers = arena_printf(req->arena,
	    "%sContent-Encoding: gzip\r\nVary: Accept-Encoding\r\n",
	    r->headers == NULL ? "" : r->headers);
}

static void
send_body(const struct reply *r, FCGX_Stream *out)
{
	size_t i;

	if (r->npieces == 0 && r->len > 0)
		FCGX_PutStr(r->body, (int)r->len, out);
	for (i = 0; i < r->npieces; i++)
		if (r->pieces[i].len > 0)
			FCGX_PutStr(r->pieces[i].text, (int)r->pieces[i].len,
			    out);
}

void
dispatch_send(struct req *req, FCGX_Stream *out)
{
	struct reply *r = &req->reply;
	const char *head;

	pack_reply(req);
	head = arena_printf(req->arena, "Status: %s\r\n%s%s%s%s%s%s"
	    "Content-Security-Policy: default-src 'none'; "
	    "style-src 'self'; script-src 'self'; img-src 'self' data:; "
	    "connect-src 'self'; form-action 'self'; base-uri 'none'; "
	    "frame-ancestors 'none'\r\n"
	    "X-Content-Type-Options: nosniff\r\n"
	    "Referrer-Policy: no-referrer\r\n"
	    "Content-Length: %zu\r\n\r\n", status_line(r->status),
	    header(req, "Content-Type", r->type),
	    header(req, "Location", r->location),
	    header(req, "Content-Disposition", r->disposition),
	    retry_after(req), r->headers == NULL ? "" : r->headers,
	    r->cacheable ?
	    "Cache-Control: max-age=1, stale-while-revalidate=2\r\n" :
	    "Cache-Control: no-store\r\n", r->len);
	FCGX_PutS(head, out);
	if (strcmp(req->method, "HEAD") != 0)
		send_body(r, out);
}
