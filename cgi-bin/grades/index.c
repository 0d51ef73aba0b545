#include <string.h>

#include "form.h"
#include "grades.h"

/* GET /grades, and the page again after a refusal (R14, R15, R46). */
static enum outcome
show(struct req *req, enum outcome said)
{
	const char *term = field(req, "term");
	int acts, appeals, asked, courses, index, terms;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	index = db_call(b, SQL_INDEX, term, req->lang);
	terms = db_call(b, SQL_TERMS, term);
	courses = db_call(b, SQL_COURSES, term, req->lang);
	appeals = db_call(b, SQL_APPEALS, term, req->lang);
	acts = db_call(b, SQL_APPEAL_ACTS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, index)) == 0)
		return OUT_UNKNOWN;
	asked = strcmp(req->path, "/grades/appeal") == 0;
	v = view_new(req, "grades/index");
	view_text(v, "title", T(req, "My grades"));
	view_row(v, "", db_result(b, index), 0);
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "courses", db_result(b, courses));
	view_rows(v, "appeals", db_result(b, appeals));
	view_rows(v, "acts", db_result(b, acts));
	view_text(v, "f_section", asked ? field(req, "section") : "");
	view_text(v, "f_reason", asked ? field_shown(req, "reason") : "");
	view_text(v, "f_problem", asked ? field_problem(req, "reason") : "");
	return view_send(v, said);
}

enum outcome
grades_index(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* The page of the term that it was about. */
static const char *
back(struct req *req)
{
	return *field(req, "term") == '\0' ? "/grades" :
	    arena_printf(req->arena, "/grades?term=%s", field(req, "term"));
}

/* POST /grades/appeal: asks for a correction (R15). */
enum outcome
grades_ask(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), field(req, "reason") };

	return form_post(req, SQL_ASK, values, say_rows, back(req), show);
}

/* POST /grades/cancel: takes a request back before it is decided. */
enum outcome
grades_take_back(struct req *req)
{
	const char *values[] = { req->request, field(req, "appeal") };

	return form_post(req, SQL_TAKE_BACK, values, say_rows, back(req),
	    show);
}
