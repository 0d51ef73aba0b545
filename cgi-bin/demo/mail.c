#include <string.h>

#include "demo.h"

#define SHOWN	100	/* mails on the list */
#define LINES	400	/* of one mail */

/* GET /demo/mail/: the newest mails, newest first. */
enum outcome
demo_mail_list(struct req *req)
{
	static const char *const columns[] = { "id", "to", "subject", "kind",
	    "sent" };
	const char *ids[SHOWN], **cells;
	struct letter l;
	struct view *v;
	enum outcome o;
	size_t i, n;
	int rows = 0;

	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	n = folder_list(req->arena, field(req, "to"), ids, SHOWN);
	cells = arena_alloc(req->arena, (n + 1) * 5 * sizeof(*cells));
	for (i = 0; i < n; i++) {
		if (!folder_read(req->arena, ids[i], &l))
			continue;
		cells[rows * 5] = l.id;
		cells[rows * 5 + 1] = l.to;
		cells[rows * 5 + 2] = l.subject;
		cells[rows * 5 + 3] = l.kind;
		cells[rows * 5 + 4] = when_text(req, l.sent);
		rows++;
	}
	v = view_new(req, "demo/mails");
	view_text(v, "title", T(req, "Demo mailbox"));
	view_table(v, "mails", columns, 5, cells, rows);
	view_int(v, "full", n == SHOWN);
	return view_send(v, OUT_DONE);
}

/* The lines of a text; a line that is an address of the web is a link. */
static int
split(struct req *req, const char *text, const char **cells)
{
	const char *end, *line;
	int n = 0;

	for (; *text != '\0' && n < LINES; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		line = arena_strndup(req->arena, text, (size_t)(end - text));
		cells[n * 2] = line;
		cells[n * 2 + 1] = strncmp(line, "http://", 7) == 0 ||
		    strncmp(line, "https://", 8) == 0 ? "1" : "";
		n++;
	}
	return n;
}

/* GET /demo/mail/ID: one mail, decoded. */
enum outcome
demo_mail(struct req *req)
{
	static const char *const columns[] = { "text", "link" };
	const char **cells;
	struct letter l;
	struct view *v;
	enum outcome o;

	if (fields_bad(req) || !folder_read(req->arena, field(req, "id"), &l))
		return OUT_UNKNOWN;
	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	cells = arena_alloc(req->arena, LINES * 2 * sizeof(*cells));
	v = view_new(req, "demo/mail");
	view_text(v, "title", l.subject);
	view_text(v, "from", l.from);
	view_text(v, "to", l.to);
	view_text(v, "kind", l.kind);
	view_text(v, "speaks", l.lang);
	view_when(v, "sent", l.sent);
	view_table(v, "lines", columns, 2, cells, split(req, l.text, cells));
	return view_send(v, OUT_DONE);
}
