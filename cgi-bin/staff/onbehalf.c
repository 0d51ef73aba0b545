#include <string.h>

#include "letter_file.h"
#include "staff.h"

static const char *const kept[] = { "term", "university", NULL };

/* What came on paper: letters of lists, recommendations, withdrawals,
 * acknowledgements. */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term"), *uni = field(req, "university");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int finals, grades, lists, terms, unis, waiting, withdrawals;

	b = db_open(req);
	lists = db_call(b, SQL_ONBEHALF, req->lang);
	waiting = db_call(b, SQL_ONBEHALF_WAITING, uni, term,
	    form_array(req, "application"));
	withdrawals = db_call(b, SQL_WITHDRAWALS, term, "requested",
	    *uni == '\0' ? "-" : uni, req->lang,
	    form_array(req, "withdrawal"));
	finals = db_call(b, SQL_LISTS, term, "open", *uni == '\0' ? "-" : uni,
	    NULL, req->lang, "registrations");
	grades = db_call(b, SQL_LISTS, term, "open", *uni == '\0' ? "-" : uni,
	    NULL, req->lang, "grades");
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	terms = db_call(b, SQL_TERMS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/onbehalf");
	view_text(v, "title", T(req, "What came on paper"));
	view_rows(v, "lists", db_result(b, lists));
	view_rows(v, "waiting", db_result(b, waiting));
	view_rows(v, "withdrawals", db_result(b, withdrawals));
	/* One at a time: registrations first, then grades (R186). */
	view_rows(v, "finals", db_result(b, db_count(db_result(b, finals)) > 0 ?
	    finals : grades));
	view_rows(v, "universities", db_result(b, unis));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/onbehalf */
enum outcome
staff_onbehalf(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/onbehalf: the effect that the act of a partner would have had. */
enum outcome
staff_onbehalf_act(struct req *req)
{
	const char *what = field(req, "what");
	const struct letter_file f = letter_file(req);
	const char *letter[] = { req->request, desk_null(field(req, "upload")),
	    field(req, "letter_no"), desk_null(field(req, "letter_date")),
	    desk_null(field(req, "received_at")), f.name, f.type, f.bytes };
	const char *recommend[] = { req->request, field(req, "university"),
	    field(req, "term"), form_array(req, "application"),
	    field(req, "decision"), field(req, "reason"),
	    field(req, "letter_no"), desk_null(field(req, "letter_date")),
	    f.name, f.type, f.bytes };
	const char *withdrawal[] = { req->request, field(req, "university"),
	    field(req, "term"), form_array(req, "withdrawal"),
	    field(req, "decision"), field(req, "reason"),
	    field(req, "letter_no"), desk_null(field(req, "letter_date")),
	    f.name, f.type, f.bytes };
	const char *acknowledge[] = { req->request, field(req, "university"),
	    field(req, "term"), desk_null(field(req, "list")),
	    field(req, "letter_no"), desk_null(field(req, "letter_date")),
	    f.name, f.type, f.bytes };
	const char *back;

	back = desk_path(req, "/staff/onbehalf", desk_query(req, kept));
	if (strcmp(what, "letter") == 0)
		return desk_post(req, SQL_ONBEHALF_LETTER, letter, back, show);
	if (strcmp(what, "acknowledgement") == 0)
		return desk_post(req, SQL_ONBEHALF_ACKNOWLEDGE, acknowledge,
		    back, show);
	return desk_post(req, strcmp(what, "recommendation") == 0 ?
	    SQL_ONBEHALF_RECOMMEND : SQL_ONBEHALF_WITHDRAWAL,
	    strcmp(what, "recommendation") == 0 ? recommend : withdrawal,
	    back, show);
}
