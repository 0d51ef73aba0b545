#include "partner.h"

static enum outcome
show(struct req *req, enum outcome said)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, set, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	set = db_call(b, SQL_SETTINGS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/settings");
	view_text(v, "title", T(req, "Settings of your university"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	view_row(v, "set", db_result(b, set), 0);
	view_text(v, "set_deadline_value", db_get(db_result(b, set), 0,
	    "deadline_value"));
	/* What was typed stands in the form, else what is stored. */
	view_int(v, "typed", req->method[0] == 'P');
	return view_send(v, said);
}

/* GET /partner/settings */
enum outcome
partner_settings_show(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /partner/settings: R4, R5, R7, R19, R45. */
enum outcome
partner_settings(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    form_null(req, "deadline"), field(req, "coordinator_name"),
	    field(req, "coordinator_email"), field(req, "coordinator_phone"),
	    field(req, "criteria"), field(req, "stage"),
	    form_null(req, "max_credits") };

	return form_post(req, SQL_SETTINGS_SAVE, values, partner_say,
	    "/partner/settings", show);
}
