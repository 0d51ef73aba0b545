#include <string.h>

#include "partner.h"
#include "upload.h"

static const struct worded no_words[] = { { NULL, NULL } };

static enum outcome
show(struct req *req, enum outcome said)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	rows = db_call(b, SQL_LETTERS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "partner/letters");
	view_text(v, "title", T(req, "Official letters"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "rows", db_result(b, rows), no_words);
	return view_send(v, said);
}

/* GET /partner/letters: the lists and their official letters (R6). */
enum outcome
partner_letters_show(struct req *req)
{
	return show(req, OUT_DONE);
}

void
partner_check_letter(struct req *req, const struct upload_file *f)
{
	if (f != NULL && strcmp(f->type, "application/pdf") != 0 &&
	    strcmp(f->type, "image/png") != 0 &&
	    strcmp(f->type, "image/jpeg") != 0)
		field_error(req, "letter", T(req, "Please send the letter as "
		    "a PDF or as a picture (PNG, JPEG)."));
}

/* POST /partner/letters: number, date and perhaps the file, later. */
enum outcome
partner_letters(struct req *req)
{
	const struct upload_file *f = req_file(req, "letter");
	struct db_batch *b;
	enum outcome o;
	int call;

	partner_check_letter(req, f);
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_LETTER_RECORD, req->request,
	    field(req, "upload"), field(req, "letter_no"),
	    field(req, "letter_date"), f == NULL ? NULL : f->filename,
	    f == NULL ? NULL : f->type, f == NULL ? NULL :
	    db_bytes(req->arena, f->bytes, f->size));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = form_say(req, db_result(b, call), field_words);
	return outcome_good(o) ? resp_done(req, "/partner/letters") :
	    show(req, o);
}
