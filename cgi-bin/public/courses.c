#include "public.h"

/* GET /courses: the catalogue, open to everybody (R26, R27, R50). */
enum outcome
public_courses(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int choices, facts, rows;

	b = db_open(req);
	facts = db_call(b, SQL_FACTS, req->lang, field(req, "term"));
	choices = db_call(b, SQL_CHOICES, req->lang, field(req, "term"));
	rows = db_call(b, SQL_COURSES, req->lang, field(req, "term"),
	    field(req, "school"), field(req, "major"), field(req, "q"),
	    field(req, "open"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, facts)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "public/courses");
	view_text(v, "title", T(req, "Courses"));
	view_row(v, "", db_result(b, facts), 0);
	view_rows(v, "choices", db_result(b, choices));
	view_int(v, "found", db_count(db_result(b, rows)));
	view_list(v, "rows", "public/courses_row", db_result(b, rows));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
