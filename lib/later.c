#include <string.h>

#include "app.h"
#include "arena.h"
#include "later.h"

#define AGAIN_SECONDS	5
#define SPREAD_SECONDS	4	/* so that not all come back in one moment */
#define KEPT_MAX	500

/* Neither secrets nor files are put into a page. */
static int
may_keep(const struct field *f)
{
	return (f->flags & FIELD_SECRET) == 0 && f->kind != FIELD_PASSWORD &&
	    f->kind != FIELD_TOKEN && f->kind != FIELD_FILE;
}

static int
can_resend(const struct req *req)
{
	const struct field *f;

	if (!req->checked || req->method[0] != 'P' || fields_bad(req))
		return 0;
	for (f = req->page->fields; f != NULL && f->name != NULL; f++)
		if (!may_keep(f))
			return 0;
	return 1;
}

/* Names and values of the form as they were understood; how many. */
static int
keep_fields(struct req *req, const char **cells)
{
	const struct field *f;
	const char *const *values;
	size_t i, n;
	int rows = 0;

	for (f = req->page->fields; f != NULL && f->name != NULL; f++) {
		values = field_all(req, f->name, &n);
		for (i = 0; i < n && rows < KEPT_MAX; i++) {
			cells[2 * rows] = f->name;
			cells[2 * rows + 1] = values[i];
			rows++;
		}
	}
	return rows;
}

enum outcome
later_page(struct req *req, const char *text)
{
	static const char *const columns[] = { "name", "value" };
	const char **cells = arena_alloc(req->arena,
	    2 * KEPT_MAX * sizeof(*cells));
	int resend = can_resend(req);
	int by_itself = req->method[0] != 'P' && req->checked;
	int rows = resend ? keep_fields(req, cells) : 0;
	struct view *v;

	req->nmessages = 0;
	req->nbad = 0;
	if (by_itself && (req->reply.headers == NULL ||
	    strstr(req->reply.headers, "Refresh:") == NULL))
		resp_header(req, arena_printf(req->arena, "Refresh: %d",
		    AGAIN_SECONDS + (int)(req->arrived.tv_nsec %
		    SPREAD_SECONDS)));
	v = view_new(req, "shared/later");
	view_text(v, "title", T(req, "Please wait a moment"));
	view_text(v, "text", text);
	view_text(v, "outcome", outcome_word(OUT_BUSY));
	view_text(v, "home_url", "/");
	view_text(v, "action", req->path);
	view_text(v, "csrf", req->csrf);
	view_text(v, "request", req->request);
	view_int(v, "by_itself", by_itself);
	view_int(v, "resend", resend);
	view_table(v, "kept", columns, 2, cells, rows);
	return view_send(v, OUT_BUSY);
}
