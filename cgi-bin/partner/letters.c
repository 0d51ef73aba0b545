#include "letter_file.h"
#include "partner.h"

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

/* POST /partner/letters: number, date and perhaps the file, later. */
enum outcome
partner_letters(struct req *req)
{
	const struct letter_file f = letter_file(req);
	const char *values[] = { req->request, field(req, "upload"),
	    field(req, "letter_no"), field(req, "letter_date"), f.name, f.type,
	    f.bytes };

	return form_post(req, SQL_LETTER_RECORD, values, partner_say,
	    "/partner/letters", show);
}
