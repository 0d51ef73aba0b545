#include <string.h>

#include "letters.h"

/* A letter that is not for the student goes to its recipient by a link. */

/* GET /letters/reader */
enum outcome
letters_reader(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	if (link_swap(req, READER_COOKIE))
		return OUT_DONE;
	b = db_open(req);
	call = db_call(b, SQL_READER, link_token(req, READER_COOKIE),
	    req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	v = view_new(req, "letters/reader");
	view_text(v, "title", T(req, "A letter for you"));
	view_row(v, "l", r, 0);
	return view_send(v, OUT_DONE);
}

static enum outcome
fetch(struct req *req, const struct db_rows **r)
{
	struct db_batch *b = db_open(req);
	int call = db_call(b, SQL_READER_FILE, link_token(req, READER_COOKIE));
	enum outcome o = db_run(b);

	if (o != OUT_DONE)
		return o;
	*r = db_result(b, call);
	return db_count(*r) == 0 ? OUT_UNKNOWN : OUT_DONE;
}

/* GET /letters/reader/letter.pdf */
enum outcome
letters_reader_pdf(struct req *req)
{
	const struct db_rows *r;
	enum outcome o = fetch(req, &r);

	return o != OUT_DONE ? o : file_send(req, "application/pdf",
	    arena_printf(req->arena, "%s.pdf", db_get(r, 0, "serial")),
	    db_get(r, 0, "pdf"), 0);
}

/* GET /letters/reader/letter.json: its signed credential. */
enum outcome
letters_reader_json(struct req *req)
{
	const struct db_rows *r;
	enum outcome o = fetch(req, &r);
	const char *text;

	if (o != OUT_DONE)
		return o;
	text = db_get(r, 0, "credential");
	return resp_file(req, "application/json", arena_printf(req->arena,
	    "%s.json", db_get(r, 0, "serial")), text, strlen(text));
}
