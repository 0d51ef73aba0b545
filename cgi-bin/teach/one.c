#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "teach.h"

/* The answer in JSON; r: the row with what holds now, NULL = none. */
static enum outcome
answer_json(struct req *req, const char *outcome, const char *why,
    const struct db_rows *r)
{
	json_t *answer;
	const char *kept;
	char *text;

	answer = json_pack("{s:s, s:s}", "outcome", outcome, "why", why);
	if (r != NULL) {
		json_object_set_new(answer, "grade",
		    json_string(db_get(r, 0, "grade")));
		json_object_set_new(answer, "version",
		    json_integer(db_int(r, 0, "version")));
	}
	text = json_dumps(answer, JSON_COMPACT);
	json_decref(answer);
	if (text == NULL)
		return OUT_FAULT;
	kept = arena_strdup(req->arena, text);
	free(text);
	return resp_bytes(req, outcome_good(outcome_of(outcome)) ? 200 : 422,
	    "application/json", kept, strlen(kept));
}

/*
 * POST /teach/SECTION/grade: one grade while it is typed, for the script of the
 * sheet.  The answer is JSON: outcome, what holds now, and why where it was
 * not saved.  What is not JSON (a login page) means that nothing was saved.
 */
enum outcome
teach_one(struct req *req)
{
	const char *outcome, *rows;
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	rows = fields_bad(req) ? NULL : teach_rows(req);
	if (rows == NULL) {
		if ((o = db_run(db_open(req))) != OUT_DONE)
			return o;
		return answer_json(req, "invalid", T(req, "Please check what "
		    "you entered."), NULL);
	}
	b = db_open(req);
	call = db_call(b, SQL_SAVE, req->request, field(req, "section"),
	    field(req, "term"), rows);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	outcome = db_count(r) == 0 ? "already" : db_get(r, 0, "outcome");
	if (outcome_of(outcome) == OUT_UNKNOWN)
		return OUT_UNKNOWN;
	return answer_json(req, outcome, db_count(r) == 0 ? "" :
	    teach_why(req, outcome, db_get(r, 0, "why")),
	    db_count(r) > 0 && outcome_of(outcome) != OUT_ALREADY ? r : NULL);
}
