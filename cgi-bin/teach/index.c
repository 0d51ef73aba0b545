#include "teach.h"

/* GET /teach: the instructor's sections of a term, and what is due. */
enum outcome
teach_index(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int i, sections, terms, missing = 0, appeals = 0;

	b = db_open(req);
	sections = db_call(b, SQL_INDEX, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, sections);
	for (i = 0; i < db_count(r); i++) {
		missing += (int)db_int(r, i, "missing");
		appeals += (int)db_int(r, i, "appeals");
	}
	v = view_new(req, "teach/index");
	view_text(v, "title", T(req, "My sections"));
	view_rows(v, "sections", r);
	view_rows(v, "terms", db_result(b, terms));
	view_int(v, "missing", missing);
	view_int(v, "appeals", appeals);
	view_text(v, "entry", db_count(r) == 0 ? "" : db_get(r, 0, "entry"));
	view_when(v, "opens_at", db_count(r) == 0 ? "" :
	    db_get(r, 0, "opens_at"));
	view_when(v, "due_at", db_count(r) == 0 ? "" : db_get(r, 0, "due_at"));
	view_when(v, "announced_at", db_count(r) == 0 ? "" :
	    db_get(r, 0, "announced_at"));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
