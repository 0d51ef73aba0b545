#include <string.h>

#include <glib.h>

#include "app.h"
#include "arena.h"
#include "document.h"
#include "local.h"
#include "log.h"
#include "sheet_write.h"

#define MAKE_MS	8000	/* below what nginx waits for a program */

enum outcome
document_make(struct req *req, const char *serial)
{
	static const struct {
		const char	*word;
		enum outcome	 outcome;
	} words[] = {
		{ "done", OUT_DONE }, { "valid", OUT_DONE },
		{ "changed", OUT_CHANGED }, { "busy", OUT_BUSY },
		{ "glyph", OUT_INELIGIBLE }, { "long", OUT_INELIGIBLE },
		{ "failed", OUT_INELIGIBLE },
	};
	char path[200], line[LOCAL_LINE], answer[LOCAL_LINE + 1];
	size_t i;

	local_path(req->app->conf, "press", path, sizeof(path));
	g_snprintf(line, sizeof(line), "make %s", serial);
	if (local_ask(path, line, answer, MAKE_MS) != 0)
		return OUT_BUSY;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(answer, words[i].word) == 0)
			return words[i].outcome;
	log_line(LOG_FAULT, "%s is not issued: %s", serial, answer);
	return OUT_FAULT;
}

const char *
document_problem(struct req *req, const char *why)
{
	if (strcmp(why, "glyph") == 0)
		return T(req, "A name on this document has a letter that we "
		    "cannot print. Rather than print it wrongly, we do not "
		    "issue the document: please write to the office.");
	if (strcmp(why, "long") == 0)
		return T(req, "Something on this document is too long to be "
		    "printed. Please write to the office.");
	return T(req, "This document could not be issued. Please try again "
	    "in a minute, or write to the office.");
}

static void
free_bytes(void *bytes)
{
	g_free(bytes);
}

enum outcome
document_send(struct req *req, const struct db_rows *r, int row)
{
	const char *serial = db_get(r, row, "serial");
	gsize n;
	guchar *bytes = g_base64_decode(db_get(r, row, "file"), &n);

	arena_defer(req->arena, free_bytes, bytes);
	resp_bytes(req, 200, "application/pdf", bytes, n);
	req->reply.disposition = arena_printf(req->arena,
	    "inline; filename=\"%s.pdf\"", serial);
	return OUT_DONE;
}

enum outcome
document_send_sheet(struct req *req, const char *base64, const char *name)
{
	gsize n;
	guchar *bytes = g_base64_decode(base64, &n);

	arena_defer(req->arena, free_bytes, bytes);
	return resp_file(req, sheet_format_type(SHEET_XLSX),
	    arena_printf(req->arena, "%s.xlsx", name), bytes, n);
}
