#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int terms;

	b = db_open(req);
	terms = db_call(b, SQL_TERMS, "");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/terms");
	view_text(v, "title", T(req, "Terms"));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/terms */
enum outcome
staff_terms(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/terms: a new term or other values of one (R1, R13, R27). */
enum outcome
staff_term_save(struct req *req)
{
	const char *values[] = { req->request, field(req, "code"),
	    desk_null(field(req, "classes_from")),
	    desk_null(field(req, "classes_until")), field(req, "door"),
	    field(req, "notice_title"), desk_null(field(req, "notice_at")),
	    field(req, "notice_by"),
	    desk_null(field(req, "catalogue_final_at")) };

	return desk_post(req, SQL_TERM_SAVE, values, "/staff/terms", show);
}
