#include <string.h>

#include "partner.h"
#include "study_words.h"

static const char *const filters[] = { "term", "state", "q", NULL };
static const struct worded words[] = {
	{ "state", state_words }, { "recommendation", recommendation_words },
	{ "level", level_words }, { NULL, NULL }
};

static enum outcome
show(struct req *req, enum outcome said)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	rows = db_call(b, SQL_RECOMMENDATIONS, field(req, "term"),
	    field(req, "state"), field(req, "q"), form_null(req, "page"),
	    form_array(req, "application"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/recommend");
	view_text(v, "title", T(req, "Recommend applicants"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "rows", r, words);
	view_int(v, "total", db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	view_int(v, "may", req_may(req, "partner.recommend"));
	view_text(v, "keep", form_keep(req, filters));
	form_pages(v, req, db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	return view_send(v, said);
}

/* GET /partner/recommend: address and who entered it beside each (S2). */
enum outcome
partner_recommend_show(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /partner/recommend: recommend, refuse or reopen those ticked (R3). */
enum outcome
partner_recommend(struct req *req)
{
	const char *keep = form_keep(req, filters);
	const char *values[] = { req->request,
	    form_array(req, "application"), field(req, "decision"),
	    field(req, "reason"), field(req, "criteria") };

	return form_post(req, SQL_RECOMMEND, values, partner_say,
	    *keep == '\0' ? "/partner/recommend" : arena_printf(req->arena,
	    "/partner/recommend?%.*s", (int)strlen(keep) - 1, keep), show);
}
