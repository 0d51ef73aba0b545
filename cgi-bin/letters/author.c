#include <string.h>

#include "letters.h"

/* Writing by a link that was mailed: it opens one letter, and ends when the
 * letter was submitted, declined or given to somebody else. */

/* There is nothing to write behind the link: why, and what to do. */
static enum outcome
over(struct req *req, const char *why, enum outcome end)
{
	struct view *v = view_new(req, "letters/over");

	view_text(v, "title", T(req, "Letter of recommendation"));
	view_text(v, "why", why);
	view_int(v, "thanks", req->nmessages > 0 &&
	    outcome_good(req->messages[0].outcome));
	return view_send(v, end);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	struct sheet s = { .base = "/letters/author",
	    .save = "/letters/author/save",
	    .preview = "/letters/author/preview.pdf",
	    .form = "/letters/author/form", .by_link = 1 };
	const char *why;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_WRITE_BY_LINK, link_token(req, AUTHOR_COOKIE));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	s.row = db_result(b, call);
	why = db_get(s.row, 0, "outcome");
	if (strcmp(why, "done") != 0)
		return over(req, why, end);
	return sheet_show(req, &s, end);
}

/* GET /letters/author: changes nothing, whoever opens it (S8). */
enum outcome
letters_author(struct req *req)
{
	if (link_swap(req, AUTHOR_COOKIE))
		return OUT_DONE;
	return show(req, OUT_DONE);
}

static const struct db_rows *
save(struct req *req, enum outcome *o)
{
	const char *t[SHEET_VALUES];
	struct db_batch *b;
	int call;

	sheet_values(req, t);
	b = db_open(req);
	call = db_call(b, SQL_SAVE_BY_LINK, link_token(req, AUTHOR_COOKIE),
	    req->request, sheet_decision(req), t[0], t[1], t[2], t[3], t[4],
	    t[5], t[6], t[7]);
	*o = db_run(b);
	return *o == OUT_DONE ? db_result(b, call) : NULL;
}

/* POST /letters/author: saves, submits or declines. */
enum outcome
letters_author_post(struct req *req)
{
	const struct db_rows *r;
	enum outcome o;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	if ((r = save(req, &o)) == NULL)
		return o;
	o = letters_say(req, r);
	return outcome_good(o) ? resp_done(req, "/letters/author") :
	    show(req, o);
}

/* POST /letters/author/save: the same for the script. */
enum outcome
letters_author_save(struct req *req)
{
	const struct db_rows *r;
	enum outcome o;

	if (fields_bad(req)) {
		o = db_run(db_open(req));
		return o == OUT_DONE ? sheet_saved(req, NULL) : o;
	}
	if ((r = save(req, &o)) == NULL)
		return o;
	return sheet_saved(req, r);
}
