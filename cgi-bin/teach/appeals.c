#include <string.h>

#include "teach.h"

/* /teach/appeals: requests for correction of grades (R15). */

/* What is wrong with a new grade, by the word of the database. */
static const char *
grade_problem(struct req *req, const char *detail)
{
	static const struct { const char *why, *text; } texts[] = {
		{ "\"same\"", N_("This is the grade already. To leave it, "
		    "choose to keep it.") },
		{ "\"empty\"", N_("Please give the new grade.") },
		{ "\"range\"", N_("A percentage is between 0 and 100.") },
		{ "\"decimals\"", N_("At most one digit after the point, "
		    "please.") },
		{ "\"word\"", N_("This section is only passed or not: P or "
		    "F.") },
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strstr(detail, texts[i].why) != NULL)
			return T(req, texts[i].text);
	return T(req, "This is not a number. A grade is a percentage from 0 "
	    "to 100.");
}

static enum outcome
show(struct req *req, enum outcome said)
{
	int acts, appeals, posted = req->method[0] == 'P';
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	appeals = db_call(b, SQL_APPEALS, posted ? "" : field(req, "state"),
	    req->lang);
	acts = db_call(b, SQL_APPEAL_ACTS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "teach/appeals");
	view_text(v, "title", T(req, "Corrections of grades"));
	view_rows(v, "appeals", db_result(b, appeals));
	view_rows(v, "acts", db_result(b, acts));
	view_text(v, "f_appeal", posted ? field(req, "appeal") : "");
	return view_send(v, said);
}

enum outcome
teach_appeals_show(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* What became of a decision; what one field is to blame for stands at it. */
static enum outcome
tell(struct req *req, const struct db_rows *r)
{
	const char *detail = db_count(r) == 0 ? "" : db_get(r, 0, "detail");

	if (db_count(r) == 1 && strstr(detail, "\"grade\"") != NULL &&
	    outcome_of(db_get(r, 0, "outcome")) == OUT_INVALID) {
		field_error(req, "grade", grade_problem(req, detail));
		return OUT_INVALID;
	}
	if (db_count(r) == 1 && strstr(detail, "\"reason\"") != NULL) {
		field_error(req, "reason", T(req, "Please give a reason; the "
		    "student reads it."));
		return OUT_INVALID;
	}
	return say_rows(req, r);
}

/* POST /teach/appeals: the instructor decides, with a reason. */
enum outcome
teach_appeals(struct req *req)
{
	const char *values[] = { req->request, field(req, "appeal"),
	    field(req, "decision"), field(req, "grade"),
	    field(req, "reason") };

	return form_post(req, SQL_APPEAL_DECIDE, values, tell,
	    "/teach/appeals", show);
}
