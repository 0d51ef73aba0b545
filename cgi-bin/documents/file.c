#include <string.h>

#include "arena.h"
#include "document.h"
#include "documents.h"

/* The document of the address; foreign and unknown are the same 404 (S18). */
static enum outcome
fetch(struct req *req, const struct db_rows **rows)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_FILE, field(req, "serial"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	*rows = db_result(b, call);
	return fields_bad(req) || db_count(*rows) == 0 ? OUT_UNKNOWN :
	    OUT_DONE;
}

/* GET /documents/SERIAL.pdf */
enum outcome
documents_pdf(struct req *req)
{
	const struct db_rows *r;
	enum outcome o = fetch(req, &r);

	return o == OUT_DONE ? document_send(req, r, 0) : o;
}

/* GET /documents/SERIAL.json: the signed credential, byte for byte. */
enum outcome
documents_json(struct req *req)
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

/* GET /documents: what was issued to me. */
enum outcome
documents_index(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_INDEX);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "documents/index");
	view_text(v, "title", T(req, "My documents"));
	view_rows(v, "documents", db_result(b, call));
	return view_send(v, OUT_DONE);
}
