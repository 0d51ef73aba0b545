#include "account.h"
#include "next.h"

/*
 * GET /account: goes on to a page that everybody is offered, as the first page
 * does, which is one for all readers: to the login, to the page, or, where it
 * is another reader's, to a page that says so.  Without a page to go to: home.
 */
enum outcome
account_go(struct req *req)
{
	const char *next = next_page(req->arena, field(req, "next"));
	struct view *v;
	enum outcome o;

	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	if (!req->actor.known)
		return resp_redirect(req, *next == '\0' ? "/account/login" :
		    "/account/login?next=%s", next);
	if (*next == '\0')
		return resp_redirect(req, "%s", req_home(req));
	if (req_offered(req, next))
		return resp_redirect(req, "%s", next);
	v = view_new(req, "account/go");
	view_text(v, "title", T(req, "This page is for other people"));
	view_text(v, "who", req->actor.name);
	view_text(v, "home", req_home(req));
	view_text(v, "next", next);
	return view_send(v, OUT_DONE);
}
