#include "form.h"
#include "tempid.h"

static enum outcome
show(struct req *req, enum outcome outcome)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int universities;

	b = db_open(req);
	universities = db_call(b, SQL_UNIVERSITIES, "", req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "tempid/resend");
	view_text(v, "title", T(req, "A new link, or another address"));
	view_rows(v, "universities", db_result(b, universities));
	view_int(v, "sent", outcome == OUT_DONE && req->nmessages > 0);
	return view_send(v, outcome);
}

/* GET /tempid/resend: the link did not come, or went to a wrong address. */
enum outcome
tempid_resend_show(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /tempid/resend: the answer is the same, whatever is on file (S4). */
enum outcome
tempid_resend(struct req *req)
{
	const char *values[] = { req->request, req->address, req->lang,
	    field(req, "university"), field(req, "student_no"),
	    field(req, "birth_date"), field(req, "email") };

	return form_post(req, SQL_RESEND, values, say_rows, "/tempid/resend",
	    show);
}
