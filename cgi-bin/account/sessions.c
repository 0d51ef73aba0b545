#include "account.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	struct db_batch *b;
	struct view *v;
	enum outcome failed;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SESSIONS);
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	v = view_new(req, "account/sessions");
	view_text(v, "title", T(req, "Where I am logged in"));
	view_rows(v, "sessions", db_result(b, call));
	view_text(v, "kind", req->actor.kind);
	return view_send(v, o);
}

/* GET /account/sessions (S6). */
enum outcome
account_sessions_list(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /account/sessions: ends one, or everything with all. */
enum outcome
account_sessions(struct req *req)
{
	int all = *field(req, "all") != '\0', call;
	struct db_batch *b;
	enum outcome o;

	if (!all && *field(req, "session") == '\0')
		field_error(req, "session", T(req, "Please choose."));
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_SESSION_END, all ? NULL : field(req, "session"),
	    all ? "t" : "f", req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (!outcome_good(o))
		return show(req, o);
	if (!all)
		return resp_done(req, "/account/sessions");
	resp_cookie(req, "session", "", -1);
	return resp_redirect(req, "/account/login?out=all");
}
