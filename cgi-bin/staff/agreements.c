#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows, unis;

	b = db_open(req);
	rows = db_call(b, SQL_AGREEMENTS, req->lang);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/agreements");
	view_text(v, "title", T(req, "Agreements"));
	view_rows(v, "agreements", db_result(b, rows));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, end);
}

/* GET /staff/agreements */
enum outcome
staff_agreements(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/agreements: a new one or other values of one (R2). */
enum outcome
staff_agreement_save(struct req *req)
{
	const char *values[] = { req->request,
	    desk_null(field(req, "agreement")), field(req, "university"),
	    field(req, "programme_type"),
	    desk_null(field(req, "valid_from")),
	    desk_null(field(req, "valid_until")),
	    desk_null(field(req, "max_credits")),
	    desk_null(field(req, "quota")), field(req, "note") };

	return desk_post(req, SQL_AGREEMENT_SAVE, values, "/staff/agreements",
	    show);
}
