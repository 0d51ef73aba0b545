#include "tempid.h"

#define COOKIE	"confirm"

/*
 * The page behind the link of the mail.  Its GET changes nothing: mail
 * scanners follow links (R36); the button POSTs.
 */
static enum outcome
show(struct req *req, enum outcome outcome)
{
	const char *token = tempid_token(req, COOKIE);
	struct db_batch *b;
	struct view *v;
	enum outcome o, state;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CONFIRM_SHOW, token, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	state = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	v = view_new(req, "tempid/confirm");
	view_text(v, "title", T(req, "Confirm your application"));
	view_row(v, "", db_result(b, call), 0);
	view_text(v, "token", token);
	view_int(v, "answered", req->nmessages > 0);
	return view_send(v, req->nmessages == 0 && state == OUT_GONE ?
	    OUT_UNKNOWN : outcome);
}

enum outcome
tempid_confirm_show(struct req *req)
{
	if (tempid_swap_link(req, COOKIE))
		return OUT_DONE;
	return show(req, OUT_DONE);
}

/* POST /tempid/confirm: from here on the application counts. */
enum outcome
tempid_confirm(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CONFIRM, tempid_token(req, COOKIE),
	    req->request);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (outcome_good(o) || outcome_of(db_get(db_result(b, call), 0,
	    "outcome")) == OUT_REVIEW)
		return resp_done(req, "/tempid/confirm");
	return show(req, o);
}
