#include <string.h>

#include "staff.h"

static const char *const filters[] = { "kind", "university", "q", NULL };

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int one, rows, unis;

	b = db_open(req);
	rows = db_call(b, SQL_PEOPLE, field(req, "kind"),
	    strcmp(req->method, "POST") == 0 ? "" : field(req, "university"),
	    field(req, "q"), desk_null(field(req, "page")), req->lang);
	one = db_call(b, SQL_PEOPLE, "any", "", *field(req, "login") == '\0' ?
	    "\t" : field(req, "login"), NULL, req->lang);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/people");
	view_text(v, "title", T(req, "People"));
	view_text(v, "keep", form_keep(req, filters));
	view_list(v, "rows", "staff/people_row", r);
	desk_pages(v, req, r);
	view_rows(v, "one", db_result(b, one));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, end);
}

/* GET /staff/people */
enum outcome
staff_people(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/people: accounts of colleagues here and at the universities. */
enum outcome
staff_people_act(struct req *req)
{
	const char *values[] = { req->request,
	    *field(req, "decision") == '\0' ? "add" : field(req, "decision"),
	    field(req, "login"), field(req, "name"), field(req, "email"),
	    *field(req, "lang") == '\0' ? "ko" : field(req, "lang"),
	    field(req, "phone"), field(req, "university"),
	    form_array(req, "roles"), field(req, "why") };

	return desk_post(req, SQL_PEOPLE_ACT, values, "/staff/people", show);
}
