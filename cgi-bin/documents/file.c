#include <string.h>

#include "arena.h"
#include "certificate.h"
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

	if (o == OUT_DONE && strcmp(db_get(r, 0, "format"), "pdf") != 0)
		return OUT_UNKNOWN;
	return o == OUT_DONE ? document_send(req, r, 0) : o;
}

/* GET /documents/SERIAL.xlsx: a document that is a sheet. */
enum outcome
documents_xlsx(struct req *req)
{
	const struct db_rows *r;
	enum outcome o = fetch(req, &r);

	if (o == OUT_DONE && strcmp(db_get(r, 0, "format"), "xlsx") != 0)
		return OUT_UNKNOWN;
	return o == OUT_DONE ? document_send_sheet(req, db_get(r, 0, "file"),
	    db_get(r, 0, "serial")) : o;
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

/* What a reader knows of a subject: a term or a student number. */
static const char *
subject_of(const char *kind, const char *subject)
{
	const char *p = strrchr(subject, '/');

	if (strcmp(kind, "letter") == 0)
		return "";
	return p == NULL ? subject : p + 1;
}

/* The documents with their kinds in words. */
static void
push_documents(struct req *req, struct view *v, const struct db_rows *r)
{
	static const char *const columns[] = { "serial", "title", "subject",
	    "speech", "told_at", "standing", "kind" };
	const int n = sizeof(columns) / sizeof(columns[0]);
	const char **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(n * (db_count(r) + 1))), **c;
	int i;

	for (i = 0; i < db_count(r); i++) {
		c = cells + i * n;
		c[0] = db_get(r, i, "serial");
		c[1] = T(req, certificate_title(db_get(r, i, "kind")));
		c[2] = subject_of(db_get(r, i, "kind"), db_get(r, i,
		    "subject"));
		c[3] = language_name(db_get(r, i, "lang"));
		c[4] = when_text(req, db_get(r, i, "told_at"));
		c[5] = db_get(r, i, "standing");
		c[6] = db_get(r, i, "kind");
	}
	view_table(v, "documents", columns, n, cells, db_count(r));
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
	push_documents(req, v, db_result(b, call));
	view_int(v, "visitor", req_may(req, "student"));
	return view_send(v, OUT_DONE);
}
