#include <string.h>

#include "form.h"
#include "withdraw.h"

/* GET /withdraw, and the page again after a refusal. */
static enum outcome
show(struct req *req, enum outcome outcome)
{
	int courses, index, posted = strcmp(req->method, "POST") == 0;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	index = db_call(b, SQL_INDEX, req->lang);
	courses = db_call(b, SQL_COURSES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "withdraw/index");
	view_text(v, "title", T(req, "Withdrawal from a course"));
	view_row(v, "", db_result(b, index), 0);
	view_rows(v, "courses", db_result(b, courses));
	view_text(v, "f_section", posted ? field(req, "section") : "");
	view_text(v, "f_reason", posted && strcmp(req->path, "/withdraw") == 0
	    ? field_shown(req, "reason") : "");
	view_text(v, "f_problem", field_problem(req, "reason"));
	return view_send(v, outcome);
}

enum outcome
withdraw_index(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /withdraw: asks for a withdrawal (R11, R12). */
enum outcome
withdraw_ask(struct req *req)
{
	const char *values[] = { req->request, field(req, "section"),
	    field(req, "reason") };

	return form_post(req, SQL_ASK, values, say_rows, "/withdraw", show);
}

/* POST /withdraw/cancel: takes it back before the home university confirms. */
enum outcome
withdraw_back(struct req *req)
{
	const char *values[] = { req->request, field(req, "section") };

	return form_post(req, SQL_BACK, values, say_rows, "/withdraw", show);
}
