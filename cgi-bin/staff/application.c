#include <string.h>

#include "staff.h"

/* Acts, mails and letters in order of time, in words. */
static void
push_story(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const columns[] = { "at", "stamp", "kind", "word",
	    "outcome", "rule", "by_name", "address", "note" };
	const int ncols = sizeof(columns) / sizeof(columns[0]);
	const char **cells, *kind;
	int i;

	cells = arena_alloc(req->arena, sizeof(*cells) * ncols *
	    (size_t)(db_count(r) + 1));
	for (i = 0; i < db_count(r); i++) {
		kind = db_get(r, i, "kind");
		cells[i * ncols] = when_text(req, db_get(r, i, "at"));
		cells[i * ncols + 1] = db_get(r, i, "at");
		cells[i * ncols + 2] = kind;
		cells[i * ncols + 3] = strcmp(kind, "act") == 0 ?
		    word_of(req, act_labels, db_get(r, i, "word")) :
		    strcmp(kind, "mail") == 0 ?
		    word_of(req, mail_labels, db_get(r, i, "word")) :
		    db_get(r, i, "word");
		cells[i * ncols + 4] = db_get(r, i, "outcome");
		cells[i * ncols + 5] = db_get(r, i, "rule");
		cells[i * ncols + 6] = db_get(r, i, "by_name");
		cells[i * ncols + 7] = db_get(r, i, "address");
		cells[i * ncols + 8] = db_get(r, i, "note");
	}
	view_table(v, "story", columns, ncols, cells, db_count(r));
}

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int differences, one, story;

	b = db_open(req);
	one = db_call(b, SQL_APPLICATION, field(req, "id"), req->lang);
	differences = db_call(b, SQL_APPLICATION_DIFFERENCES, field(req, "id"));
	story = db_call(b, SQL_APPLICATION_STORY, field(req, "id"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, one)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "staff/application");
	view_text(v, "title", arena_printf(req->arena, "%s %s",
	    T(req, "Application"), field(req, "id")));
	view_row(v, "", db_result(b, one), 0);
	view_rows(v, "differences", db_result(b, differences));
	view_int(v, "may_decide", req_may(req, "staff.decide"));
	push_story(v, req, db_result(b, story));
	return view_send(v, end);
}

/* GET /staff/applications/ID: one application, everything in order of time. */
enum outcome
staff_application(struct req *req)
{
	if (fields_bad(req))
		return OUT_UNKNOWN;
	return show(req, OUT_DONE);
}

/* POST /staff/applications/ID: the decision on this one (R37). */
enum outcome
staff_application_decide(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    field(req, "reason"), form_array(req, "id"),
	    desk_null(field(req, "seen")) };

	if (*field_problem(req, "id") != '\0')
		return OUT_UNKNOWN;
	return desk_post(req, SQL_DECIDE, values, req->path, show);
}
