#include "public.h"

/* GET /: the term's calendar with the live state of each window (R34). */
enum outcome
public_index(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int facts, notices, windows;

	b = db_open(req);
	facts = db_call(b, SQL_FACTS, req->lang, "");
	windows = db_call(b, SQL_WINDOWS, "");
	notices = db_call(b, SQL_NOTICES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, facts)) == 0)
		return resp_error(req, OUT_UNKNOWN,
		    T(req, "No term has been announced yet."));
	v = view_new(req, "public/index");
	view_text(v, "title", T(req, "Study here for a term"));
	view_row(v, "", db_result(b, facts), 0);
	view_rows(v, "windows", db_result(b, windows));
	view_rows(v, "notices", db_result(b, notices));
	return view_send(v, OUT_DONE);
}
