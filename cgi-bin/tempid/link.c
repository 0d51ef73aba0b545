#include <string.h>

#include "arena.h"
#include "tempid.h"

/*
 * What stands in the cookie or the form and cannot be a token is as good as
 * no link at all; the database answers "gone" to both.
 */
static int
is_token(const char *s)
{
	return strlen(s) == 43 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_") == 43;
}

int
tempid_swap_link(struct req *req, const char *cookie)
{
	const char *t = field(req, "t");

	if (*t == '\0' && *field_problem(req, "t") == '\0')
		return 0;
	if (strcmp(field_shown(req, "t"), "close") == 0)
		resp_cookie(req, cookie, "", -1);
	else
		resp_cookie(req, cookie, is_token(t) ? t : "none", 0);
	resp_redirect(req, "%s", req->path);
	return 1;
}

const char *
tempid_cookie(struct req *req, const char *cookie)
{
	return req_cookie(req, req->app->tls ?
	    arena_printf(req->arena, "__Host-%s", cookie) : cookie);
}

const char *
tempid_token(struct req *req, const char *cookie)
{
	const char *t = field(req, "t");

	if (*t == '\0' && *field_problem(req, "t") == '\0')
		t = tempid_cookie(req, cookie);
	return t != NULL && is_token(t) ? t : "";
}
