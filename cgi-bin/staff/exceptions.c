#include <string.h>

#include "staff.h"

static const char *const kept[] = { "term", NULL };

static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_EXCEPTIONS, term, req->lang);
	terms = db_call(b, SQL_TERMS, term);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/exceptions");
	view_text(v, "title", T(req, "Exceptions"));
	view_rows(v, "exceptions", db_result(b, rows));
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, end);
}

/* GET /staff/exceptions */
enum outcome
staff_exceptions(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/exceptions: asked by one person, agreed to by another. */
enum outcome
staff_exception_act(struct req *req)
{
	const char *ask[] = { req->request, field(req, "kind"),
	    field(req, "university"), field(req, "login"), field(req, "term"),
	    field(req, "reason"), desk_null(field(req, "until")),
	    field(req, "take"), field(req, "leave") };
	const char *decide[] = { req->request,
	    desk_null(field(req, "exception")), field(req, "decision") };
	const char *back;

	back = desk_path(req, "/staff/exceptions", desk_query(req, kept));
	if (strcmp(field(req, "decision"), "ask") != 0)
		return desk_post(req, SQL_EXCEPTION_DECIDE, decide, back,
		    show);
	if (*field(req, "kind") == '\0')
		field_error(req, "kind", T(req, "Please choose."));
	return desk_post(req, SQL_EXCEPTION_ASK, ask, back, show);
}
