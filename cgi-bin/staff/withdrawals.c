#include "staff.h"

static const char *const filters[] = { "term", "university", NULL };
static const char *const kept[] = { "term", "state", "university", NULL };

static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_WITHDRAWALS, term, field(req, "state"),
	    field(req, "university"), req->lang,
	    form_array(req, "withdrawal"));
	terms = db_call(b, SQL_TERMS, term);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/withdrawals");
	view_text(v, "title", T(req, "Withdrawals"));
	view_text(v, "keep", form_keep(req, filters));
	view_list(v, "rows", "staff/withdrawals_row", db_result(b, rows));
	view_int(v, "shown", db_count(db_result(b, rows)));
	view_rows(v, "terms", db_result(b, terms));
	view_rows(v, "universities", db_result(b, unis));
	return view_send(v, end);
}

/* GET /staff/withdrawals */
enum outcome
staff_withdrawals(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/withdrawals: does a letter that came late count? (R12, C29) */
enum outcome
staff_withdrawal_decide(struct req *req)
{
	const char *values[] = { req->request, form_array(req, "withdrawal"),
	    field(req, "decision"), field(req, "reason") };

	return desk_post(req, SQL_WITHDRAWAL_DECIDE, values, desk_path(req,
	    "/staff/withdrawals", desk_query(req, kept)), show);
}
