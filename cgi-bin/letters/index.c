#include <string.h>

#include "letters.h"
#include "upload.h"

/* GET /letters, and the page again after a refusal. */
static enum outcome
show(struct req *req, enum outcome end)
{
	int letters, steps, teachers;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	letters = db_call(b, SQL_INDEX);
	steps = db_call(b, SQL_STEPS, NULL);
	teachers = db_call(b, SQL_TEACHERS, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "letters/index");
	view_text(v, "title", T(req, "Letters of recommendation"));
	view_rows(v, "letters", db_result(b, letters));
	/* The form stands open for who has nothing here, or has to correct it. */
	view_int(v, "asking", db_count(db_result(b, letters)) == 0 ||
	    (end != OUT_DONE && strcmp(req->path, "/letters") == 0));
	steps_push(v, req, db_result(b, steps));
	view_rows(v, "teachers", db_result(b, teachers));
	return view_send(v, end);
}

enum outcome
letters_index(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* What only two fields together, or the file, can tell. */
static const char *
check(struct req *req, const struct upload_file *f)
{
	const char *type = NULL;

	if (strcmp(field(req, "delivery"), "post") == 0 &&
	    *field(req, "address") == '\0')
		field_error(req, "address", T(req, "Please give the address "
		    "that the letter is to be posted to."));
	if (f == NULL)
		return NULL;
	if ((type = attach_type(f)) == NULL)
		field_error(req, "form", T(req, "Please attach the form as "
		    "PDF, DOCX, HWPX, PNG or JPEG. This file is none of them, "
		    "or is not what its name says."));
	return type;
}

/* POST /letters: asks for a letter (R113, R114). */
enum outcome
letters_ask(struct req *req)
{
	const struct upload_file *f = req_file(req, "form");
	const char *type = check(req, f);
	const char *values[] = { req->request, field(req, "purpose"),
	    field(req, "recipient"), field(req, "author"),
	    field(req, "language"), field(req, "delivery"),
	    field(req, "address"), form_null(req, "deadline"),
	    f == NULL ? NULL : f->filename, type, f == NULL ? NULL :
	    db_bytes(req->arena, f->bytes, f->size) };

	return form_post(req, SQL_ASK, values, letters_say, "/letters", show);
}

/* POST /letters/cancel: takes a request back. */
enum outcome
letters_cancel(struct req *req)
{
	const char *values[] = { req->request, field(req, "letter") };

	return form_post(req, SQL_CANCEL, values, say_rows, "/letters", show);
}
