#include <string.h>
#include <time.h>

#include <glib.h>

#include "form.h"
#include "tempid.h"
#include "value.h"

/* Latin letters only: these names are printed on certificates. */
static void
check_latin(struct req *req, const char *name)
{
	const char *p;
	gunichar c;

	for (p = field(req, name); *p != '\0'; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if (g_unichar_isalpha(c) ?
		    g_unichar_get_script(c) != G_UNICODE_SCRIPT_LATIN :
		    strchr(" -'.,", (int)c) == NULL || c > 0x7f) {
			field_error(req, name,
			    T(req, "Please write this name in Latin letters."));
			return;
		}
	}
}

/* An ID with a typing error would be nobody's, or somebody else's (R22). */
static void
check_previous(struct req *req, const char *id)
{
	char *kept = NULL;

	switch (value_tempid(id, &kept)) {
	case VALUE_OK:
		break;
	case VALUE_TEMPID_CHECK:
		field_error(req, "previous_id", T(req, "A digit of this "
		    "temporary ID is wrong."));
		break;
	default:
		field_error(req, "previous_id", T(req, "A temporary student "
		    "ID is E and nine characters, such as E252000015."));
	}
	g_free(kept);
}

/* What no validator of a single field can say. */
static void
check_form(struct req *req)
{
	const char *id = field(req, "previous_id");
	char today[11];
	struct tm tm;

	check_latin(req, "name_family");
	check_latin(req, "name_given");
	gmtime_r(&req->arrived.tv_sec, &tm);
	strftime(today, sizeof(today), "%Y-%m-%d", &tm);
	if (*field(req, "birth_date") != '\0' &&
	    strcmp(field(req, "birth_date"), today) >= 0)
		field_error(req, "birth_date",
		    T(req, "This day is still to come."));
	if (*id != '\0')
		check_previous(req, id);
}

/* GET /tempid/apply: the form, or what happens after it was sent (R35). */
static enum outcome
show(struct req *req, enum outcome outcome)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int term, universities;

	b = db_open(req);
	term = db_call(b, SQL_TERM, field(req, "term"), req->lang);
	universities = db_call(b, SQL_UNIVERSITIES, field(req, "term"),
	    req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, term)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "tempid/apply");
	view_text(v, "title", T(req, "Apply for a temporary student ID"));
	view_row(v, "", db_result(b, term), 0);
	view_rows(v, "universities", db_result(b, universities));
	view_int(v, "sent", outcome == OUT_DONE && req->nmessages > 0);
	/* What was typed is not lost because the minute is over. */
	view_int(v, "show_form",
	    strcmp(db_get(db_result(b, term), 0, "door"), "list") != 0 &&
	    (outcome != OUT_DONE ||
	    strcmp(db_get(db_result(b, term), 0, "state"), "open") == 0));
	return view_send(v, outcome);
}

enum outcome
tempid_apply_show(struct req *req)
{
	return show(req, OUT_DONE);
}

/* What became of it; a refusal that belongs to one field is shown there, too. */
static enum outcome
tell(struct req *req, const struct db_rows *r)
{
	enum outcome o = say_rows(req, r);
	const char *detail;

	if (outcome_good(o))
		return o;
	detail = db_get(r, 0, "detail");
	if (strstr(detail, "\"status\"") != NULL)
		field_error(req, "status", T(req, "Students on leave cannot "
		    "take courses. Return to your studies first."));
	else if (strstr(detail, "\"university\"") != NULL)
		field_error(req, "university", T(req, "There is no agreement "
		    "with this university for the term."));
	else if (strstr(detail, "\"term\"") != NULL)
		field_error(req, "term", T(req, "There is no such term."));
	return o;
}

/* POST /tempid/apply: nothing counts before the mailbox is confirmed (R36). */
enum outcome
tempid_apply(struct req *req)
{
	const char *values[] = { req->request, req->address, req->lang,
	    field(req, "term"), field(req, "university"),
	    field(req, "student_no"), field(req, "name_native"),
	    field(req, "name_family"), field(req, "name_given"),
	    field(req, "birth_date"), field(req, "level"),
	    field(req, "status"), field(req, "college"),
	    field(req, "department"), field(req, "semester"),
	    field(req, "email"), field(req, "phone"),
	    field(req, "previous_id"), field(req, "consent_collect"),
	    field(req, "consent_provide") };

	check_form(req);
	return form_post(req, SQL_APPLY, values, tell, "/tempid/apply", show);
}
