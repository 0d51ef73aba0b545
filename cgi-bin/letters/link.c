#include <string.h>

#include "letters.h"

/* What cannot be a token is as good as no link; the database says "gone" to
 * both. */
static int
is_token(const char *s)
{
	return strlen(s) == 43 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_") == 43;
}

/* A GET with a token swaps it for a cookie and goes to the clean address, so
 * that it stands in no history and no log (S8). */
int
link_swap(struct req *req, const char *cookie)
{
	const char *t = field(req, "t");

	if (*t == '\0' && *field_problem(req, "t") == '\0')
		return 0;
	resp_cookie(req, cookie, is_token(t) ? t : "none", 0);
	resp_redirect(req, "%s", req->path);
	return 1;
}

const char *
link_token(struct req *req, const char *cookie)
{
	const char *t = req_cookie(req, req->app->tls ?
	    arena_printf(req->arena, "__Host-%s", cookie) : cookie);

	return t != NULL && is_token(t) ? t : "";
}
