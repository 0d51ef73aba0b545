#include "partner.h"

/* GET /partner: what this university has to do, and until when. */
enum outcome
partner_index(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, terms, work;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	work = db_call(b, SQL_INDEX, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/index");
	view_text(v, "title", T(req, "Your university"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	view_rows(v, "work", db_result(b, work));
	view_int(v, "may_upload", req_may(req, "partner.upload"));
	view_int(v, "may_recommend", req_may(req, "partner.recommend"));
	view_int(v, "may_settings", req_may(req, "partner.settings"));
	return view_send(v, OUT_DONE);
}
