#include "letter_file.h"
#include "partner.h"

static const struct worded words[] = {
	{ "state", withdrawal_words }, { NULL, NULL }
};

static enum outcome
show(struct req *req, enum outcome said)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	rows = db_call(b, SQL_WITHDRAWALS, field(req, "term"),
	    field(req, "state"), req->lang, form_array(req, "withdrawal"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/withdrawals");
	view_text(v, "title", T(req, "Withdrawals"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "rows", db_result(b, rows), words);
	return view_send(v, said);
}

/* GET /partner/withdrawals: what waits for the home university (R12). */
enum outcome
partner_withdrawals_show(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /partner/withdrawals: confirmed with the official letter, or refused. */
enum outcome
partner_withdrawals(struct req *req)
{
	const struct letter_file f = letter_file(req);
	const char *values[] = { req->request,
	    form_array(req, "withdrawal"), field(req, "decision"),
	    field(req, "letter_no"), form_null(req, "letter_date"),
	    field(req, "reason"), f.name, f.type, f.bytes };

	return form_post(req, SQL_WITHDRAWAL_DECIDE, values, partner_say,
	    "/partner/withdrawals", show);
}
