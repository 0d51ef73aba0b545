#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <fcgiapp.h>
#include <sodium.h>

#include "app.h"
#include "arena.h"
#include "dispatch.h"
#include "figures.h"
#include "later.h"
#include "log.h"
#include "meter.h"
#include "req_read.h"

static const struct page nobody = { 0 };

/*
 * Does a path fit a row?  A segment ":name" takes one segment's characters up
 * to the literal text that follows it.  The value becomes the field `name`.
 */
static int
fits(struct req *req, const char *pattern, const char **name,
    const char **value)
{
	const char *p = req->path, *q = pattern, *tail;
	size_t n, left;

	*name = NULL;
	while (*q != '\0' && *q != ':')
		if (*p++ != *q++)
			return 0;
	if (*q == '\0')
		return *p == '\0';
	n = 1 + strspn(q + 1, "abcdefghijklmnopqrstuvwxyz_");
	tail = q + n;
	left = strcspn(p, "/");
	if (strchr(tail, '/') == NULL) {
		if (p[left] != '\0' || left <= strlen(tail) ||
		    strcmp(p + left - strlen(tail), tail) != 0)
			return 0;
		left -= strlen(tail);
	} else if (left == 0 || strcmp(p + left, tail) != 0)
		return 0;
	*name = arena_strndup(req->arena, q + 1, n - 1);
	*value = arena_strndup(req->arena, p, left);
	return 1;
}

/*
 * The row for method and path; *other is set when only the method is wrong.
 * An exact row wins over one with a parameter, and a longer literal
 * (":id.csv") over a shorter one.
 */
static const struct page *
find_page(struct req *req, int *other)
{
	const struct program *prog = req->app->program;
	const char *method = req->method, *name, *value = "";
	const char *best_name = NULL, *best_value = NULL;
	const struct page *page, *best = NULL;
	size_t i;

	if (strcmp(method, "HEAD") == 0)
		method = "GET";
	*other = 0;
	for (i = 0; i < prog->npages; i++) {
		page = &prog->pages[i];
		if (!fits(req, page->path, &name, &value))
			continue;
		if (strcmp(page->method, method) != 0) {
			*other = 1;
			continue;
		}
		if (best == NULL || name == NULL || (best_name != NULL &&
		    strlen(page->path) > strlen(best->path))) {
			best = page;
			best_name = name;
			best_value = value;
		}
	}
	if (best != NULL && best_name != NULL)
		req_add_pair(req, best_name, best_value, strlen(best_value));
	return best;
}

/* A 405 names what the address can do (RFC 9110, 15.5.6). */
static void
name_methods(struct req *req)
{
	const struct program *prog = req->app->program;
	const char *name, *value, *list = "";
	size_t i;

	for (i = 0; i < prog->npages; i++) {
		const char *m = prog->pages[i].method;

		if (fits(req, prog->pages[i].path, &name, &value) &&
		    strstr(list, m) == NULL)
			list = arena_printf(req->arena, "%s%s%s%s", list,
			    *list == '\0' ? "" : ", ", m,
			    strcmp(m, "GET") == 0 ? ", HEAD" : "");
	}
	resp_header(req, arena_printf(req->arena, "Allow: %s", list));
}

/* Chooses the secret of the form token; makes the pre-login cookie. */
static void
make_csrf(struct req *req)
{
	const char *pre;

	if (req->token != NULL) {
		req->csrf = req_csrf_token(req, "session", req->token);
		return;
	}
	if ((req->page->flags & PAGE_CACHED) != 0)
		return;
	pre = req_cookie(req, req->app->tls ? "__Host-pre" : "pre");
	if (pre == NULL || !req_is_id(pre)) {
		if (req->method[0] == 'P')
			return;
		pre = req_fresh_id(req);
		resp_cookie(req, "pre", pre, 0);
	}
	req->csrf = req_csrf_token(req, "pre", pre);
}

/* A form that another site sent: its Origin or Sec-Fetch-Site says so. */
static int
is_foreign(const struct req *req)
{
	const char *site = req_env(req, "HTTP_SEC_FETCH_SITE");
	const char *origin = req_env(req, "HTTP_ORIGIN"), *p;

	if (*site != '\0')
		return strcmp(site, "same-origin") != 0 &&
		    strcmp(site, "none") != 0;
	if (*origin == '\0' || strcmp(origin, "null") == 0)
		return 0;
	p = strstr(origin, "://");
	return p == NULL || strcasecmp(p + 3, req->host) != 0;
}

static int
csrf_fits(struct req *req)
{
	const char *given = req_pair(req, "csrf");

	if (is_foreign(req))
		return 0;
	if ((req->page->flags & PAGE_NO_CSRF) != 0)
		return 1;
	return *req->csrf != '\0' && strlen(given) == strlen(req->csrf) &&
	    sodium_memcmp(given, req->csrf, strlen(given)) == 0;
}

static const char *
escape_query(struct req *req, const char *s)
{
	char *out, *p;

	out = p = arena_alloc(req->arena, strlen(s) * 3 + 4);
	for (; *s != '\0'; s++) {
		if (isalnum((unsigned char)*s) || strchr("/._-", *s) != NULL)
			*p++ = *s;
		else
			p += snprintf(p, 4, "%%%02X", (unsigned char)*s);
	}
	return out;
}

/* Where a logged-out visitor goes: the login, and back to this page after. */
static enum outcome
go_login(struct req *req)
{
	const struct program *prog = req->app->program;
	const char *next = NULL;
	size_t i;

	if (req->method[0] != 'P')
		next = *req->query == '\0' ? req->path : arena_printf(
		    req->arena, "%s?%s", req->path, req->query);
	for (i = 0; next == NULL && i < prog->npages; i++)
		if (strcmp(prog->pages[i].path, req->path) == 0 &&
		    strcmp(prog->pages[i].method, "GET") == 0)
			next = req->path;
	if (next == NULL)
		next = arena_printf(req->arena, "/%s", prog->name);
	return resp_redirect(req, "/account/login?next=%s",
	    escape_query(req, next));
}

/* An error page of its own; hello() gives it the reader's name and menu. */
static enum outcome
plain_error(struct req *req, enum outcome o)
{
	const char *text;

	if (o != OUT_FAULT && o != OUT_BUSY) {
		req->page = &nobody;
		db_run(db_open(req));
	}
	switch (o) {
	case OUT_UNKNOWN:
		text = T(req, "There is nothing at this address. It may have "
		    "moved, or it was typed wrongly.");
		break;
	case OUT_FORBIDDEN:
		text = T(req, "Your account does not have the right to do "
		    "this. If it should, ask whoever manages your accounts.");
		break;
	case OUT_BUSY:
		return later_page(req, T(req, "Many people are here at the "
		    "moment. Nothing is lost: please try again in a few "
		    "seconds."));
	default:
		o = OUT_FAULT;
		text = T(req, "Something went wrong on our side. Please try "
		    "again; what you sent has one effect, even if you send it "
		    "twice.");
	}
	return resp_error(req, o, text);
}

/* A refusal before any handler, with the status of the contract. */
static enum outcome
status_error(struct req *req, int status)
{
	enum outcome o = OUT_INVALID;
	const char *text;

	switch (status) {
	case 405:
		text = T(req, "This page cannot be used in this way. Please "
		    "go back and use its form.");
		break;
	case 413:
		text = T(req, "This is too large. Please send less at once.");
		break;
	case 403:
		o = OUT_FORBIDDEN;
		text = T(req, "This form is too old or did not come from our "
		    "page. Please open the page again and send it once more.");
		break;
	default:
		text = T(req, "The form did not arrive whole. Please send it "
		    "again.");
	}
	o = resp_error(req, o, text);
	req->reply.status = status;
	return o;
}

/* Unknown arguments have no place in the cache (S15). */
static int
has_strange_argument(struct req *req)
{
	const struct field *f;
	size_t i;

	for (i = 0; i < req->npairs; i++) {
		if (strcmp(req->pairs[i].name, "lang") == 0)
			continue;
		for (f = req->page->fields; f != NULL && f->name != NULL; f++)
			if (strcmp(f->name, req->pairs[i].name) == 0)
				break;
		if (f == NULL || f->name == NULL)
			return 1;
	}
	return 0;
}

/* What a write must pass before its handler; 0 or an answer in *o. */
static int
check_post(struct req *req, FCGX_Request *fcgi, enum outcome *o)
{
	int status;

	status = req_read_body(req, fcgi);
	if (status == 0 && req->page->right != NULL && req->token == NULL) {
		*o = OUT_LOGIN;
		return -1;
	}
	if (status == 0)
		status = req_read_form(req);
	if (status == 0 && !csrf_fits(req))
		status = 403;
	if (status != 0) {
		*o = status_error(req, status);
		return -1;
	}
	req->request = req_pair(req, "request");
	if (!req_is_id(req->request))
		req->request = req_fresh_id(req);
	return 0;
}

/*
 * The handler.  It is called again for a request that was put aside: what the
 * first call said is forgotten.
 */
static enum outcome
handle(struct req *req)
{
	struct reply before = req->reply;
	enum outcome o;

	req->checked = 1;
	if (req->app->program->around != NULL)
		o = req->app->program->around(req, req->page->handler);
	else
		o = req->page->handler(req);
	if (req->aside == ASIDE_WAITS || req->aside == ASIDE_WORK)
		req->reply = before;
	return o;
}

/* The checks of the row, in the contract's order, then the handler. */
static enum outcome
serve(struct req *req, FCGX_Request *fcgi)
{
	const struct page *page;
	enum outcome o;
	int other;

	page = find_page(req, &other);
	req->page = page == NULL ? &nobody : page;
	if ((req->page->flags & PAGE_CACHED) != 0)
		req->token = NULL;
	make_csrf(req);
	if (page == NULL && other) {
		o = status_error(req, 405);
		name_methods(req);
		return o;
	}
	if (page == NULL)
		return OUT_UNKNOWN;
	if (req->method[0] == 'P') {
		if (check_post(req, fcgi, &o) != 0)
			return o;
	} else if (page->right != NULL && req->token == NULL)
		return OUT_LOGIN;
	else if ((page->flags & PAGE_CACHED) != 0 && has_strange_argument(req))
		return OUT_UNKNOWN;
	fields_check(req);
	return handle(req);
}

/* The path without its query; an odd byte makes it one that is nowhere. */
static const char *
clean_path(struct req *req, const char *uri)
{
	size_t n = strcspn(uri, "?");
	const char *p;

	for (p = uri; p < uri + n; p++)
		if ((unsigned char)*p < 0x21 || *p == 0x7f || *p == '%' ||
		    *p == '\\')
			return "/-";
	return arena_strndup(req->arena, uri, n);
}

/*
 * A session that ended between two calls of one page leaves the second without
 * rows: that is no fault of ours, but a visitor who is logged out now.
 */
static int
was_logged_out(struct req *req)
{
	return req->page->right != NULL && req->token != NULL &&
	    db_run(db_open(req)) == OUT_LOGIN;
}

/* Answers whether this program and its database are alive; see health. */
static enum outcome
ping(struct req *req)
{
	enum outcome o;

	req->page = &nobody;
	o = db_run(db_open(req));
	return resp_bytes(req, o == OUT_DONE ? 200 : 503, "text/plain",
	    "pong\n", 5);
}

/* What this program has counted, for health to join; see meter.h. */
static enum outcome
figures(struct req *req)
{
	const char *text = meter_text(req->arena);

	req->page = &nobody;
	return resp_bytes(req, 200, "text/plain", text, strlen(text));
}

/* Questions of other programs, which nginx lets nobody else ask (S22). */
static int
is_own(struct req *req, enum outcome *o)
{
	if (strcmp(req->path, "/-/ping") == 0)
		*o = ping(req);
	else if (strcmp(req->path, "/-/figures") == 0)
		*o = figures(req);
	else
		return 0;
	return 1;
}

struct req *
dispatch_new(struct app *app, struct arena *arena, FCGX_Request *fcgi)
{
	struct req *req;
	const char *uri;

	req = arena_alloc(arena, sizeof(*req));
	req->app = app;
	req->arena = arena;
	req->began = meter_now();
	req->connection = fcgi->ipcFd;
	req->env = fcgi->envp;
	clock_gettime(CLOCK_REALTIME, &req->arrived);
	req->method = req_env(req, "REQUEST_METHOD");
	uri = req_env(req, "REQUEST_URI");
	req->query = strchr(uri, '?') == NULL ? "" : strchr(uri, '?') + 1;
	req->host = req_env(req, "HTTP_HOST");
	req->address = req_env(req, "REMOTE_ADDR");
	req->request = req->csrf = "";
	req->actor.kind = req->actor.name = req->actor.rights = "";
	req->actor.university = "";
	req->path = clean_path(req, uri);
	req_read_pairs(req, req->query, strlen(req->query));
	req_choose_lang(req);
	req_read_session(req);
	return req;
}

enum aside
dispatch(struct req *req, FCGX_Request *fcgi)
{
	enum outcome o;
	int own = 0;

	if (req->checked)
		o = handle(req);
	else if (!(own = is_own(req, &o)))
		o = serve(req, fcgi);
	if (req->aside == ASIDE_WAITS || req->aside == ASIDE_WORK)
		return req->aside;
	if (o == OUT_FAULT && was_logged_out(req))
		o = OUT_LOGIN;
	if (o == OUT_FAULT || req->reply.status == 0) {
		req->reply = (struct reply){ .headers = req->reply.headers };
		o = o == OUT_LOGIN ? go_login(req) : plain_error(req, o);
	}
	if (req->reply.status == 0)	/* not even an error page */
		resp_bytes(req, 500, "text/plain; charset=utf-8",
		    "Our fault. Please try again.\n", 29);
	dispatch_send(req, fcgi->out);
	if (!own)
		figures_request(req->reply.status, req->method[0] == 'P',
		    meter_now() - req->began);
	return ASIDE_NO;
}
