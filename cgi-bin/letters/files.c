#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "document.h"
#include "letters.h"
#include "local.h"

#define PREVIEW_MS	8000	/* below what nginx waits for a program */

static void
free_bytes(void *bytes)
{
	g_free(bytes);
}

enum outcome
file_send(struct req *req, const char *type, const char *name,
    const char *base64, int download)
{
	gsize n;
	guchar *bytes = g_base64_decode(base64, &n);

	arena_defer(req->arena, free_bytes, bytes);
	if (download)
		return resp_file(req, type, name, bytes, n);
	resp_bytes(req, 200, type, bytes, n);
	req->reply.disposition = arena_printf(req->arena,
	    "inline; filename=\"%s\"", name);
	return OUT_DONE;
}

/* The form as an attachment, whatever it is; others' are not there (S18). */
static enum outcome
send_form(struct req *req, struct db_batch *b, int call)
{
	const struct db_rows *r;
	enum outcome o;

	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (fields_bad(req) || db_count(r) == 0)
		return OUT_UNKNOWN;
	return file_send(req, db_get(r, 0, "media_type"),
	    db_get(r, 0, "name"), db_get(r, 0, "content"), 1);
}

/* GET /letters/form/:letter */
enum outcome
letters_form(struct req *req)
{
	struct db_batch *b = db_open(req);

	return send_form(req, b, db_call(b, SQL_FORM,
	    form_null(req, "letter")));
}

/* GET /letters/author/form */
enum outcome
letters_author_form(struct req *req)
{
	struct db_batch *b = db_open(req);

	return send_form(req, b, db_call(b, SQL_FORM_BY_LINK,
	    link_token(req, AUTHOR_COOKIE)));
}

/* Has `press` lay the letter out; nothing is signed and nothing kept. */
static void
make_preview(struct req *req, const char *letter)
{
	char path[200], line[LOCAL_LINE], answer[LOCAL_LINE + 1];

	local_path(req->app->conf, "press", path, sizeof(path));
	snprintf(line, sizeof(line), "preview %s", letter);
	local_ask(path, line, answer, PREVIEW_MS);
}

static enum outcome
send_preview(struct req *req, const struct db_rows *r)
{
	if (db_count(r) == 0)
		return OUT_UNKNOWN;
	if (*db_get(r, 0, "why") != '\0')
		return resp_error(req, OUT_INELIGIBLE, document_problem(req,
		    db_get(r, 0, "why")));
	if (*db_get(r, 0, "pdf") == '\0')
		return OUT_BUSY;
	return file_send(req, "application/pdf", "preview.pdf", db_get(r, 0,
	    "pdf"), 0);
}

/* Asks for the page with one statement and fetches it with the other. */
static enum outcome
preview(struct req *req, int ask, int fetch, const char *key)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, ask, key);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (fields_bad(req) || db_count(db_result(b, call)) == 0)
		return OUT_UNKNOWN;
	if (db_bool(db_result(b, call), 0, "make"))
		make_preview(req, db_get(db_result(b, call), 0, "letter"));
	b = db_open(req);
	call = db_call(b, fetch, key);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	return send_preview(req, db_result(b, call));
}

/* GET /letters/preview/:letter.pdf */
enum outcome
letters_preview(struct req *req)
{
	return preview(req, SQL_PREVIEW, SQL_PREVIEW_FILE, form_null(req,
	    "letter"));
}

/* GET /letters/author/preview.pdf */
enum outcome
letters_author_preview(struct req *req)
{
	return preview(req, SQL_PREVIEW_BY_LINK, SQL_PREVIEW_FILE_BY_LINK,
	    link_token(req, AUTHOR_COOKIE));
}
