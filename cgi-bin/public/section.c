#include "public.h"

/* GET /courses/SECTION: everything about one section (R26, R50). */
enum outcome
public_section(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int quotas, row, times;

	b = db_open(req);
	row = db_call(b, SQL_SECTION, req->lang, field(req, "term"),
	    field(req, "section"));
	times = db_call(b, SQL_SECTION_TIMES, field(req, "term"),
	    field(req, "section"));
	quotas = db_call(b, SQL_SECTION_QUOTAS, req->lang, field(req, "term"),
	    field(req, "section"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, row)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "public/section");
	view_text(v, "title", db_get(db_result(b, row), 0, "name"));
	view_row(v, "", db_result(b, row), 0);
	view_rows(v, "times", db_result(b, times));
	view_rows(v, "quotas", db_result(b, quotas));
	return view_send(v, OUT_DONE);
}
