#include "partner.h"

static enum outcome
show(struct req *req, enum outcome said)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, "", req->lang);
	terms = db_call(b, SQL_TERMS, "");
	rows = db_call(b, SQL_PEOPLE);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/people");
	view_text(v, "title", T(req, "Colleagues"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	view_rows(v, "rows", db_result(b, rows));
	return view_send(v, said);
}

/* GET /partner/people: colleagues and their roles. */
enum outcome
partner_people_show(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /partner/people: invite, change roles, disable, enable, remind. */
enum outcome
partner_people(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    form_null(req, "account"), field(req, "login"),
	    field(req, "name"), field(req, "email"),
	    form_array(req, "role"), req->lang };

	return form_post(req, SQL_PEOPLE_ACT, values, partner_say,
	    "/partner/people", show);
}
