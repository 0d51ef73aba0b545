#include <string.h>

#include "letters.h"

/* GET /letters/write: what I was asked to write. */
enum outcome
letters_mine(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_MINE);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "letters/mine");
	view_text(v, "title", T(req, "Letters to write"));
	view_rows(v, "letters", db_result(b, call));
	return view_send(v, OUT_DONE);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	const char *id = field(req, "letter");
	struct sheet s = { 0 };
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_WRITE, form_null(req, "letter"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	s.row = db_result(b, call);
	if (*id == '\0' || db_count(s.row) == 0)
		return OUT_UNKNOWN;
	s.base = arena_printf(req->arena, "/letters/write/%s", id);
	s.save = arena_printf(req->arena, "/letters/save/%s", id);
	s.preview = arena_printf(req->arena, "/letters/preview/%s.pdf", id);
	s.form = arena_printf(req->arena, "/letters/form/%s", id);
	return sheet_show(req, &s, end);
}

/* GET /letters/write/:letter */
enum outcome
letters_write(struct req *req)
{
	return show(req, OUT_DONE);
}

/* The call of an author by login; NULL for a form that cannot be right. */
static const struct db_rows *
save(struct req *req, enum outcome *o)
{
	const char *t[SHEET_VALUES];
	struct db_batch *b;
	int call;

	sheet_values(req, t);
	b = db_open(req);
	call = db_call(b, SQL_SAVE, req->request, field(req, "letter"),
	    sheet_decision(req), t[0], t[1], t[2], t[3], t[4], t[5], t[6],
	    t[7]);
	*o = db_run(b);
	return *o == OUT_DONE ? db_result(b, call) : NULL;
}

/* POST /letters/write/:letter: saves, submits or declines. */
enum outcome
letters_write_post(struct req *req)
{
	const struct db_rows *r;
	enum outcome o;

	if (*field(req, "letter") == '\0')
		return show(req, OUT_UNKNOWN);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if ((r = save(req, &o)) == NULL)
		return o;
	o = letters_say(req, r);
	if (!outcome_good(o))
		return show(req, o);
	return resp_done(req, strcmp(sheet_decision(req), "save") == 0 ?
	    arena_printf(req->arena, "/letters/write/%s", field(req,
	    "letter")) : "/letters/write");
}

/* POST /letters/save/:letter: the same for the script, which asks now and then. */
enum outcome
letters_save(struct req *req)
{
	const struct db_rows *r;
	enum outcome o;

	if (fields_bad(req) || *field(req, "letter") == '\0') {
		o = db_run(db_open(req));
		return o == OUT_DONE ? sheet_saved(req, NULL) : o;
	}
	if ((r = save(req, &o)) == NULL)
		return o;
	return sheet_saved(req, r);
}
