#include <string.h>

#include "list_words.h"
#include "partner.h"
#include "study_words.h"

static const struct worded difference_words[] = {
	{ "field", column_words }, { NULL, NULL }
};
static const struct worded enrolments[] = {
	{ "state", registration_words }, { NULL, NULL }
};
static const struct worded story_words[] = {
	{ "word", act_words }, { NULL, NULL }
};
static const struct worded one_words[] = {
	{ "state", state_words }, { "recommendation", recommendation_words },
	{ "level", level_words }, { NULL, NULL }
};

/*
 * The number of the application that the address names: by itself, or by the
 * temporary ID of its student.  OUT_DONE, or what the page has to answer.
 */
static enum outcome
named(struct req *req, const char **id)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (*field_problem(req, "id") != '\0')
		return OUT_UNKNOWN;
	*id = field(req, "id");
	if (strspn(*id, "0123456789") == strlen(*id))
		return OUT_DONE;
	b = db_open(req);
	call = db_call(b, SQL_STUDENT_OF, *id);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, call)) == 0)
		return OUT_UNKNOWN;
	*id = db_get(db_result(b, call), 0, "id");
	return OUT_DONE;
}

static enum outcome
show(struct req *req, const char *id, enum outcome said)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int differences, one, story, taken;

	b = db_open(req);
	one = db_call(b, SQL_STUDENT, id);
	differences = db_call(b, SQL_STUDENT_DIFFERENCES, id);
	taken = db_call(b, SQL_STUDENT_ENROLMENTS, id,
	    req->lang);
	story = db_call(b, SQL_STUDENT_STORY, id);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, one)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/student");
	view_text(v, "title", db_get(db_result(b, one), 0, "name_native"));
	view_row(v, "", db_result(b, one), 0);
	partner_push(v, req, "one", db_result(b, one), one_words);
	partner_push(v, req, "differences", db_result(b, differences),
	    difference_words);
	partner_push(v, req, "taken", db_result(b, taken), enrolments);
	partner_push(v, req, "story", db_result(b, story), story_words);
	view_int(v, "may", req_may(req, "partner.upload"));
	return view_send(v, said);
}

/* GET /partner/students/ID: one student in order of time. */
enum outcome
partner_student_show(struct req *req)
{
	const char *id;
	enum outcome o;

	o = named(req, &id);
	if (o == OUT_DONE && strcmp(id, field(req, "id")) != 0)
		return resp_redirect(req, "/partner/students/%s", id);
	return o != OUT_DONE ? o : show(req, id, OUT_DONE);
}

/* POST /partner/students/ID: retract, status, address, whose claim holds. */
enum outcome
partner_student(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	const char *id;
	enum outcome o;
	int call;

	if ((o = named(req, &id)) != OUT_DONE)
		return o;
	if (fields_bad(req))
		return show(req, id, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_STUDENT_ACT, req->request, id,
	    field(req, "decision"), field(req, "reason"),
	    field(req, "value"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = partner_say(req, r);
	if (outcome_good(o))
		return resp_done(req, arena_printf(req->arena,
		    "/partner/students/%s", id));
	return show(req, id, o);
}
