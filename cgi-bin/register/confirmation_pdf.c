#include <string.h>

#include "document.h"
#include "register.h"

/* The file, or why there is none. */
static enum outcome
show(struct req *req, const struct db_rows *r)
{
	const char *state = db_get(r, 0, "state");

	if (strcmp(state, "valid") == 0)
		return document_send(req, r, 0);
	if (strcmp(state, "failed") == 0)
		return resp_error(req, OUT_INELIGIBLE, document_problem(req,
		    db_get(r, 0, "why")));
	return OUT_BUSY;
}

/* The document was asked for: it is made now, then fetched. */
static enum outcome
make(struct req *req, const char *serial)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	o = document_make(req, serial);
	if (o == OUT_FAULT || o == OUT_BUSY)
		return o;
	if (o == OUT_CHANGED)
		return resp_error(req, o, T(req, "Your registration changed at "
		    "this moment. Please open the confirmation again."));
	b = db_open(req);
	call = db_call(b, SQL_CONFIRMATION_FILE, serial);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, call)) == 0)
		return OUT_UNKNOWN;
	return show(req, db_result(b, call));
}

/*
 * GET /register/confirmation.pdf: what is registered at this moment as an
 * issued document (R33).  The same registration is the same document again; a
 * later one supersedes it.
 */
enum outcome
register_confirmation_pdf(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CONFIRMATION_ASK, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) == 0)
		return OUT_FAULT;
	if (db_null(r, 0, "serial"))
		return resp_error(req, OUT_INELIGIBLE, T(req, "You are not "
		    "registered in any course of this term."));
	if (strcmp(db_get(r, 0, "state"), "asked") == 0 ||
	    strcmp(db_get(r, 0, "state"), "printed") == 0)
		return make(req, db_get(r, 0, "serial"));
	return show(req, r);
}
