#include <string.h>

#include <jansson.h>

#include "document.h"
#include "letters.h"

/* A letter before the office, and everything that can be done with it. */

static void
push_facts(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const names[] = { "id", "university", "department",
		"term", "courses", "number", "own_department" };
	json_t *facts = json_loads(db_get(r, 0, "facts"), 0, NULL);
	const char *s;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		s = json_string_value(json_object_get(facts, names[i]));
		view_text(v, arena_printf(req->arena, "fact_%s", names[i]),
		    s == NULL ? "" : s);
	}
	json_decref(facts);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	int row, steps, writers, deliveries;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	const char *id = form_null(req, "letter");

	b = db_open(req);
	row = db_call(b, SQL_SHOW, id, req->lang);
	steps = db_call(b, SQL_STEPS, id);
	writers = db_call(b, SQL_WRITERS, id);
	deliveries = db_call(b, SQL_DELIVERIES, id);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, row)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "letters/desk");
	view_text(v, "title", T(req, "Letter of recommendation"));
	view_row(v, "l", db_result(b, row), 0);
	push_facts(v, req, db_result(b, row));
	steps_push(v, req, db_result(b, steps));
	view_rows(v, "writers", db_result(b, writers));
	view_rows(v, "deliveries", db_result(b, deliveries));
	view_int(v, "inviting", strcmp(req->method, "POST") == 0 &&
	    strcmp(field(req, "decision"), "invite") == 0);
	view_text(v, "problem", *db_get(db_result(b, row), 0, "why") == '\0' ?
	    "" : document_problem(req, db_get(db_result(b, row), 0, "why")));
	return view_send(v, end);
}

/* GET /staff/letters/:letter */
enum outcome
letters_desk(struct req *req)
{
	return show(req, OUT_DONE);
}

/* The statement of the decision with its values. */
static int
call_of(struct req *req, struct db_batch *b, const char *d)
{
	const char *r = req->request, *id = field(req, "letter");

	if (strcmp(d, "take") == 0 || strcmp(d, "release") == 0)
		return db_call(b, SQL_TAKE, r, id, *d == 't' ? "t" : "f");
	if (strcmp(d, "assign") == 0)
		return db_call(b, SQL_ASSIGN, r, id, field(req, "login"), "",
		    "", "ko");
	if (strcmp(d, "invite") == 0)
		return db_call(b, SQL_ASSIGN, r, id, "", field(req, "name"),
		    field(req, "email"), *field(req, "language") == '\0' ?
		    "ko" : field(req, "language"));
	if (strcmp(d, "renew") == 0)
		return db_call(b, SQL_RENEW, r, id);
	if (strcmp(d, "relieve") == 0)
		return db_call(b, SQL_RELIEVE, r, id);
	if (strcmp(d, "approve") == 0 || strcmp(d, "return") == 0)
		return db_call(b, SQL_READ, r, id, d, form_null(req,
		    "version"), field(req, "remarks"));
	if (strcmp(d, "reissue") == 0)
		return db_call(b, SQL_REISSUE, r, id);
	if (strcmp(d, "correct") == 0)
		return db_call(b, SQL_BACK, r, id, field(req, "reason"));
	if (strcmp(d, "refuse") == 0)
		return db_call(b, SQL_REFUSE, r, id, field(req, "reason"));
	if (strcmp(d, "revoke") == 0)
		return db_call(b, SQL_REVOKE, r, id, field(req, "reason"));
	return db_call(b, SQL_DELIVER, r, id, *field(req, "way") == '\0' ?
	    "pickup" : field(req, "way"), strcmp(field(req, "way"), "link") ==
	    0 ? field(req, "email") : field(req, "whom"), field(req,
	    "tracking"), form_null(req, "sent_on"));
}

/* What was approved is printed and signed at once; where that takes longer,
 * `press` finds it, and the letter follows by itself. */
static void
make(struct req *req, const struct db_rows *r)
{
	json_t *detail = json_loads(db_get(r, 0, "detail"), 0, NULL);
	const char *serial = json_string_value(json_object_get(detail,
	    "serial"));

	if (serial != NULL)
		document_make(req, serial);
	json_decref(detail);
}

/* POST /staff/letters: `letter`, `decision` and what it needs. */
enum outcome
letters_desk_post(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = call_of(req, b, field(req, "decision"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = letters_say(req, db_result(b, call));
	if (!outcome_good(o))
		return show(req, o);
	make(req, db_result(b, call));
	return resp_done(req, arena_printf(req->arena, "/staff/letters/%s",
	    field(req, "letter")));
}
