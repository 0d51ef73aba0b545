#include <string.h>

#include "tempid.h"

#define COOKIE	"status"

/* Behind the link: the state, what happens next, who acts, until when. */
static enum outcome
show_status(struct req *req, const struct db_rows *r)
{
	struct view *v;

	v = view_new(req, "tempid/status");
	view_text(v, "title", T(req, "Your application"));
	view_row(v, "", r, 0);
	return view_send(v, OUT_DONE);
}

static enum outcome
show(struct req *req, enum outcome outcome)
{
	const char *token = tempid_token(req, COOKIE), *state = "";
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int status, universities;

	b = db_open(req);
	universities = db_call(b, SQL_UNIVERSITIES, "", req->lang);
	status = db_call(b, SQL_STATUS, token, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (outcome == OUT_DONE && req->nmessages == 0 &&
	    tempid_cookie(req, COOKIE) != NULL)
		state = db_get(db_result(b, status), 0, "outcome");
	if (strcmp(state, "done") == 0)
		return show_status(req, db_result(b, status));
	if (*state != '\0')
		say_text(req, outcome_of(state), "", T(req, "This link has "
		    "run out. Please ask for a new one below."));
	v = view_new(req, "tempid/result");
	view_text(v, "title", T(req, "Check my application"));
	view_rows(v, "universities", db_result(b, universities));
	view_int(v, "sent", outcome == OUT_DONE && req->nmessages > 0 &&
	    *state == '\0');
	return view_send(v, outcome);
}

/* GET /tempid/result: asks for the link; with the link, the state (R39). */
enum outcome
tempid_result_show(struct req *req)
{
	if (tempid_swap_link(req, COOKIE))
		return OUT_DONE;
	return show(req, OUT_DONE);
}

/* POST /tempid/result: a link goes to the address on file, if there is one. */
enum outcome
tempid_result(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_RESULT, req->request, req->address,
	    field(req, "university"), field(req, "student_no"),
	    field(req, "birth_date"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (!outcome_good(o))
		return show(req, o);
	resp_cookie(req, COOKIE, "", -1);
	return resp_done(req, "/tempid/result");
}
