#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows;

	b = db_open(req);
	rows = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/universities");
	view_text(v, "title", T(req, "Universities"));
	view_rows(v, "universities", db_result(b, rows));
	return view_send(v, end);
}

/* GET /staff/universities */
enum outcome
staff_universities(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/universities: settings of one (R3, R4, R5, R19, R45). */
enum outcome
staff_university_save(struct req *req)
{
	const char *names[] = { field(req, "name_ko"), field(req, "name_en"),
	    field(req, "name_ja") };
	const char *contact[] = { field(req, "coordinator_name"),
	    field(req, "coordinator_email"), field(req, "coordinator_phone") };
	const char *values[] = { req->request, field(req, "code"),
	    db_array(req->arena, names, 3), field(req, "country"),
	    field(req, "verification_stage"),
	    desk_null(field(req, "max_credits")), field(req, "criteria"),
	    db_array(req->arena, contact, 3),
	    *field(req, "active") == '\0' ? "f" : "t" };

	return desk_post(req, SQL_UNIVERSITY_SAVE, values,
	    "/staff/universities", show);
}
