#include "teach.h"

/* GET /teach/SECTION: who is in it, who was, and how the grades are spread. */
enum outcome
teach_section(struct req *req)
{
	const char *code = field(req, "section"), *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int head, roster, spread;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	head = db_call(b, SQL_HEAD, code, term, req->lang);
	roster = db_call(b, SQL_ROSTER, code, term, req->lang);
	spread = db_call(b, SQL_SPREAD, code, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, head)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "teach/section");
	view_text(v, "title", arena_printf(req->arena, "%s %s", code,
	    db_get(db_result(b, head), 0, "title")));
	view_row(v, "s", db_result(b, head), 0);
	view_list(v, "roster", "teach/section_row", db_result(b, roster));
	view_int(v, "shown", db_count(db_result(b, roster)));
	view_rows(v, "spread", db_result(b, spread));
	return view_send(v, OUT_DONE);
}
