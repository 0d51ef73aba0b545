#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "letter_file.h"
#include "partner.h"
#include "upload.h"
#include "upload_read.h"
#include "upload_view.h"

/* /partner/upload: a university's applicant list (R6, R7, R20, R45). */

/* The page without a preview: what to send, until when, what was sent. */
static enum outcome
show_form(struct req *req, enum outcome said)
{
	const struct db_rows *now;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int lists, may;

	b = db_open(req);
	may = db_call(b, SQL_UPLOAD_NOW, field(req, "term"));
	lists = db_call(b, SQL_UPLOADS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	now = db_result(b, may);
	if (db_count(now) == 0)
		return OUT_UNKNOWN;
	if (said == OUT_DONE && strcmp(db_get(now, 0, "outcome"), "done") != 0)
		say(req, outcome_of(db_get(now, 0, "outcome")), "",
		    db_get(now, 0, "rule"), db_get(now, 0, "detail"));
	v = view_new(req, "partner/upload");
	view_text(v, "title", T(req, "Upload an applicant list"));
	view_text(v, "term", db_get(now, 0, "term"));
	view_when(v, "closes_at", db_get(now, 0, "closes_at"));
	view_int(v, "may", strcmp(db_get(now, 0, "outcome"), "done") == 0);
	view_rows(v, "lists", db_result(b, lists));
	return view_send(v, said);
}

enum outcome
partner_upload_show(struct req *req)
{
	if (*field(req, "upload") != '\0' && !fields_bad(req))
		return upload_preview(req, OUT_DONE);
	return show_form(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* Committing or discarding a preview. */
static enum outcome
decide(struct req *req)
{
	const char *path;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_UPLOAD_DECIDE, req->request,
	    field(req, "upload"), field(req, "decision"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (outcome_good(o)) {
		say_rows(req, db_result(b, call));
		path = strcmp(field(req, "decision"), "commit") == 0 ?
		    arena_printf(req->arena, "/partner/upload?upload=%s",
		    field(req, "upload")) : "/partner/upload";
		return resp_done(req, path);
	}
	say_act_rows(req, "list-commit", db_result(b, call));
	return o == OUT_GONE ? show_form(req, o) : upload_preview(req, o);
}

/* The letter, whose fields belong together. */
static struct letter_file
check_letter(struct req *req)
{
	int date = *field(req, "letter_date") != '\0';
	int number = *field(req, "letter_no") != '\0';

	if (number && !date && field_problem(req, "letter_date")[0] == '\0')
		field_error(req, "letter_date", T(req, "Please give the date "
		    "of the official letter too."));
	if (!number && (date || req_file(req, "letter") != NULL))
		field_error(req, "letter_no", T(req, "Please give the number "
		    "of the official letter too."));
	return letter_file(req);
}

static enum outcome
store(struct req *req, const struct upload_file *file,
    const struct letter_file *letter, const struct upload_rows *rows)
{
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_UPLOAD_STORE, req->request, field(req, "term"),
	    file->filename, rows->sha256, rows->notes, rows->rows,
	    field(req, "letter_no"), *field(req, "letter_date") == '\0' ?
	    NULL : field(req, "letter_date"),
	    letter->name, letter->type, letter->bytes);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (outcome_good(o) && !db_null(r, 0, "list")) {
		say_act_rows(req, "upload", r);
		return resp_done(req, arena_printf(req->arena,
		    "/partner/upload?upload=%s", db_get(r, 0, "list")));
	}
	if (o == OUT_DUPLICATE)
		field_error(req, "letter_no", T(req, "A letter with this "
		    "number and another date is recorded already."));
	else
		say_act_rows(req, "upload", r);
	return show_form(req, o == OUT_DUPLICATE ? OUT_INVALID : o);
}

/* The institution's year and whether a list may come at all, before the
 * expensive reading. */
static enum outcome
ask_first(struct req *req, int *this_year)
{
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_UPLOAD_NOW, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) == 0)
		return OUT_UNKNOWN;
	*this_year = (int)db_int(r, 0, "this_year");
	o = outcome_of(db_get(r, 0, "outcome"));
	if (o != OUT_DONE) {
		say_act_rows(req, "upload", r);
		o = show_form(req, o);
	}
	return o;
}

enum outcome
partner_upload(struct req *req)
{
	const struct upload_file *file;
	struct upload_rows *rows;
	struct letter_file letter;
	enum outcome o;
	int this_year;

	file = req_file(req, "list");
	if (file == NULL && *field(req, "upload") != '\0' &&
	    *field(req, "decision") != '\0' && !fields_bad(req))
		return decide(req);
	if ((o = ask_first(req, &this_year)) != OUT_DONE)
		return o;
	if (file == NULL)
		field_error(req, "list", T(req, "Please choose the file with "
		    "the list."));
	letter = check_letter(req);
	if (fields_bad(req))
		return show_form(req, OUT_INVALID);
	rows = upload_read(req, file, this_year);
	if (rows == NULL)
		return show_form(req, OUT_INVALID);
	return store(req, file, &letter, rows);
}
