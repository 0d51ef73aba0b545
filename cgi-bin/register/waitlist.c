#include <string.h>

#include "register.h"

/* The waiting lists one is on, and what to know before joining another. */
static enum outcome
show(struct req *req, enum outcome outcome)
{
	const char *section = field(req, "section");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int ask, lists;

	b = db_open(req);
	lists = db_call(b, SQL_WAITING, req->lang);
	ask = db_call(b, SQL_WAITLIST_ASK, req->lang, section);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "register/waitlist");
	view_text(v, "title", T(req, "Waiting lists"));
	view_rows(v, "lists", db_result(b, lists));
	view_rows(v, "ask", db_result(b, ask));
	return view_send(v, outcome);
}

/* GET /register/waitlist */
enum outcome
register_waitlist(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/*
 * POST /register/waitlist: joins, leaves, or takes the seat that is offered;
 * joining takes it, too, and the answer says so: its act is enrol then.
 */
enum outcome
register_waitlist_change(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_WAITLIST_CHANGE, req->request,
	    field(req, "section"), field(req, "decision"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (outcome_good(o))
		return resp_done(req, strcmp(db_get(db_result(b, call), 0,
		    "act"), "enrol") == 0 ? "/register" : "/register/waitlist");
	return show(req, o);
}
