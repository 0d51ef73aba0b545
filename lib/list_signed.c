#include <string.h>

#include "app.h"
#include "arena.h"
#include "document.h"
#include "list_sheet.h"

/* What is known of the file; OUT_UNKNOWN for a list that has none. */
static enum outcome
fetch(struct req *req, int stmt, const struct db_rows **rows)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	call = db_call(b, stmt, field(req, "list"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	*rows = db_result(b, call);
	return db_count(*rows) == 0 ? OUT_UNKNOWN : OUT_DONE;
}

static enum outcome
fetch_made(struct req *req, int stmt, const struct db_rows **rows)
{
	enum outcome o = fetch(req, stmt, rows);
	const char *state;

	if (o != OUT_DONE)
		return o;
	state = db_get(*rows, 0, "state");
	if (strcmp(state, "asked") != 0 && strcmp(state, "printed") != 0)
		return OUT_DONE;
	/* A newer version at this moment: it is told below. */
	o = document_make(req, db_get(*rows, 0, "serial"));
	return o == OUT_BUSY || o == OUT_FAULT ? o : fetch(req, stmt, rows);
}

static enum outcome
refuse(struct req *req, const struct db_rows *r)
{
	const char *why = db_get(r, 0, "why");

	if (strcmp(db_get(r, 0, "state"), "failed") != 0)
		return OUT_BUSY;
	if (strcmp(why, "overtaken") == 0 || strcmp(why, "changed") == 0)
		return resp_error(req, OUT_GONE, T(req, "There was a newer "
		    "version before this one was signed. Please take the "
		    "newest."));
	return resp_error(req, OUT_INELIGIBLE, document_problem(req, why));
}

enum outcome
list_signed_xlsx(struct req *req, int stmt)
{
	const struct db_rows *r;
	enum outcome o = fetch_made(req, stmt, &r);

	if (o != OUT_DONE)
		return o;
	if (*db_get(r, 0, "credential") == '\0')
		return refuse(req, r);
	return document_send_sheet(req, db_get(r, 0, "file"),
	    db_get(r, 0, "name"));
}

enum outcome
list_signed_json(struct req *req, int stmt)
{
	const struct db_rows *r;
	enum outcome o = fetch_made(req, stmt, &r);
	const char *text;

	if (o != OUT_DONE)
		return o;
	text = db_get(r, 0, "credential");
	if (*text == '\0')
		return refuse(req, r);
	return resp_file(req, "application/json", arena_printf(req->arena,
	    "%s.json", db_get(r, 0, "name")), text, strlen(text));
}
