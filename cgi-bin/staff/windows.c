#include "staff.h"

static const char *const kept[] = { "term", NULL };

/* The calendar, its history, and the form of the window that was chosen. */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int changes = 0, i, terms, unis, windows;

	b = db_open(req);
	windows = db_call(b, SQL_WINDOWS, term, req->lang);
	terms = db_call(b, SQL_TERMS, term);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/windows");
	view_text(v, "title", T(req, "Windows"));
	view_rows(v, "windows", db_result(b, windows));
	for (i = 0; i < db_count(db_result(b, windows)); i++)
		changes += db_bool(db_result(b, windows), i, "replaced");
	view_int(v, "changes", changes);
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "universities", db_result(b, unis));
	view_text(v, "keep", form_keep(req, kept));
	return view_send(v, end);
}

/* GET /staff/windows: what is when, and what it was before (R16). */
enum outcome
staff_windows(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/windows: other times, with a reason (R7, R16, C1). */
enum outcome
staff_window_change(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "kind"), field(req, "university"),
	    desk_null(field(req, "opens_at")),
	    desk_null(field(req, "closes_at")), field(req, "reason"),
	    *field(req, "confirm") == '\0' ? "f" : "t" };

	return desk_post(req, SQL_WINDOW_CHANGE, values, desk_path(req,
	    "/staff/windows", desk_query(req, kept)), show);
}
