#include "staff.h"

static const char *const filters[] = { "school", "q", NULL };

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int one, rows, schools;

	b = db_open(req);
	rows = db_call(b, SQL_COURSES, "", field(req, "school"),
	    field(req, "q"), desk_null(field(req, "page")), req->lang);
	one = db_call(b, SQL_COURSES, "", "",
	    *field(req, "code") == '\0' ? "-" : field(req, "code"), NULL,
	    req->lang);
	schools = db_call(b, SQL_SCHOOLS, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/courses");
	view_text(v, "title", T(req, "Courses"));
	view_text(v, "keep", form_keep(req, filters));
	view_list(v, "rows", "staff/courses_row", r);
	desk_pages(v, req, r);
	view_rows(v, "one", *field(req, "code") == '\0' ? NULL :
	    db_result(b, one));
	view_rows(v, "schools", db_result(b, schools));
	return view_send(v, end);
}

/* GET /staff/courses */
enum outcome
staff_courses(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/courses: a new course, other titles, another major. */
enum outcome
staff_course_save(struct req *req)
{
	const char *values[] = { req->request, field(req, "code"),
	    field(req, "major"), field(req, "title_ko"),
	    field(req, "title_en"), field(req, "title_ja") };

	return desk_post(req, SQL_COURSE_SAVE, values, "/staff/courses", show);
}
