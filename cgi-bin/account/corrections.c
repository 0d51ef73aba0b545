#include "account.h"
#include "form.h"

static enum outcome
show(struct req *req, enum outcome o)
{
	struct db_batch *b;
	struct view *v;
	enum outcome failed;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_CORRECTIONS);
	if ((failed = db_run(b)) != OUT_DONE)
		return failed;
	v = view_new(req, "account/corrections");
	view_text(v, "title", T(req, "Ask for a correction"));
	view_rows(v, "corrections", db_result(b, call));
	return view_send(v, o);
}

/* GET /account/corrections. */
enum outcome
account_corrections_list(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /account/corrections: staff decide. */
enum outcome
account_corrections(struct req *req)
{
	const char *values[] = { field(req, "field"), field(req, "value"),
	    field(req, "reason"), req->request };

	return form_post(req, SQL_CORRECTION_ASK, values, say_rows,
	    "/account/corrections", show);
}
