#include "partner.h"

static const struct worded words[] = {
	{ "why", missing_words }, { NULL, NULL }
};

/* GET /partner/missing: who has not registered, or too little (R18). */
enum outcome
partner_missing(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int counts, frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	counts = db_call(b, SQL_MISSING_COUNTS, field(req, "term"));
	rows = db_call(b, SQL_MISSING, field(req, "term"), field(req, "why"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/missing");
	view_text(v, "title", T(req, "Not registered yet"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	view_row(v, "", db_result(b, counts), 0);
	partner_push(v, req, "rows", r, words);
	view_int(v, "total", db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
