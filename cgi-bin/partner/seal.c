#include <string.h>

#include "partner.h"

/*
 * The newest head of the audit (S13): a university that keeps one can show
 * later that nothing of what stood there was changed or removed.
 */

/* GET /partner/seal */
enum outcome
partner_seal(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SEAL);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	v = view_new(req, "partner/seal");
	view_text(v, "title", T(req, "Keep the head of the audit"));
	view_int(v, "n", db_int(r, 0, "n"));
	view_int(v, "rows", db_int(r, 0, "rows"));
	view_when(v, "signed_at", db_get(r, 0, "signed_at"));
	view_text(v, "file", db_get(r, 0, "file"));
	return view_send(v, OUT_DONE);
}

/* GET /partner/seal.txt: the same as a file to keep. */
enum outcome
partner_seal_txt(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	const char *text;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_SEAL);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_null(r, 0, "n"))
		return OUT_UNKNOWN;
	text = db_get(r, 0, "file");
	return resp_file(req, "text/plain; charset=utf-8",
	    arena_printf(req->arena, "audit-head-%s.txt", db_get(r, 0, "n")),
	    text, strlen(text));
}
