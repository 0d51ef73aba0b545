#include "partner.h"

static const struct worded words[] = {
	{ "act", act_words }, { "actor", actor_words }, { NULL, NULL }
};

/* GET /partner/feed: every act of one's students (R33). */
enum outcome
partner_feed(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	rows = db_call(b, SQL_FEED, field(req, "term"),
	    form_null(req, "before"), req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/feed");
	view_text(v, "title", T(req, "What our students do"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "rows", r, words);
	view_text(v, "older", db_count(r) < 200 ? "" :
	    db_get(r, db_count(r) - 1, "id"));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
