#include <string.h>

#include <glib.h>

#include "staff.h"

static const char *const filters[] = { "from", "until", "who", "act",
    "outcome", "kind", "object", NULL };

static int
call_audit(struct req *req, struct db_batch *b, const char *before,
    const char *limit, const char *reason)
{
	return db_call(b, SQL_AUDIT, desk_null(field(req, "from")),
	    desk_null(field(req, "until")), field(req, "who"),
	    field(req, "act"), field(req, "outcome"), field(req, "kind"),
	    desk_null(field(req, "object")), desk_null(before), limit,
	    reason);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call;

	b = db_open(req);
	call = call_audit(req, b, field(req, "before"), "101", "");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	v = view_new(req, "staff/audit");
	view_text(v, "title", T(req, "Audit"));
	view_list(v, "rows", "staff/audit_row", r);
	view_int(v, "shown", db_count(r));
	view_text(v, "older", db_count(r) <= 100 ? "" : db_get(r, 100, "id"));
	view_text(v, "keep", desk_keep(req, filters));
	return view_send(v, end);
}

/* GET /staff/audit: a search; reading is itself recorded (S25). */
enum outcome
staff_audit(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* A value for a sheet: quoted, and harmless to programs that compute (S17). */
static void
append_cell(GString *out, const char *s, int last)
{
	g_string_append_c(out, '"');
	if (*s != '\0' && strchr("=+-@\t\r", *s) != NULL)
		g_string_append_c(out, '\'');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *s);
	}
	g_string_append(out, last ? "\"\r\n" : "\",");
}

/* POST /staff/audit: the same search as a file, with its reason (S25). */
enum outcome
staff_audit_file(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	const char *text;
	enum outcome o;
	GString *out;
	int c, call, i;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = call_audit(req, b, "", "50000", field(req, "reason"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	out = g_string_new("\xef\xbb\xbf");
	for (c = 0; c < db_columns(r); c++)
		append_cell(out, db_column(r, c), c + 1 == db_columns(r));
	for (i = 0; i < db_count(r); i++)
		for (c = 0; c < db_columns(r); c++)
			append_cell(out, db_value(r, i, c),
			    c + 1 == db_columns(r));
	text = arena_strndup(req->arena, out->str, out->len);
	i = (int)out->len;
	g_string_free(out, TRUE);
	return resp_file(req, "text/csv; charset=utf-8", "audit.csv", text,
	    (size_t)i);
}
