#include "staff.h"

static const char *const kept[] = { "term", "state", NULL };

/* GET /staff/grades: what is entered, missing and late in each section of a
 * term; with section, how its grades are spread (R14, C32). */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	int rows, spread, terms, posted = req->method[0] == 'P';
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	rows = db_call(b, SQL_GRADES, term, field(req, "state"), req->lang);
	spread = db_call(b, SQL_GRADE_SPREAD, term,
	    posted ? "" : field(req, "section"));
	terms = db_call(b, SQL_TERMS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/grades");
	view_text(v, "title", T(req, "Grades"));
	view_list(v, "rows", "staff/grades_row", r);
	view_int(v, "shown", db_count(r));
	view_text(v, "entry", db_count(r) == 0 ? "" : db_get(r, 0, "entry"));
	view_when(v, "due_at", db_count(r) == 0 ? "" : db_get(r, 0, "due_at"));
	view_when(v, "announced_at", db_count(r) == 0 ? "" :
	    db_get(r, 0, "announced_at"));
	view_rows(v, "spread", db_result(b, spread));
	view_text(v, "one", posted ? "" : field(req, "section"));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

enum outcome
staff_grades(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/grades: the instructors of the ticked sections hear of it now. */
enum outcome
staff_grades_remind(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    form_array(req, "section") };

	return desk_post(req, SQL_GRADES_REMIND, values, desk_path(req,
	    "/staff/grades", desk_query(req, kept)), show);
}
