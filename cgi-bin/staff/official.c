#include <glib.h>

#include "letter_file.h"
#include "staff.h"

static const char *const filters[] = { "university", "direction", "q", NULL };

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int rows, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_OFFICIAL, req->method[0] == 'P' ? "" :
	    field(req, "university"), req->method[0] == 'P' ? "" :
	    field(req, "direction"), field(req, "q"),
	    desk_null(field(req, "page")), req->lang);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	terms = db_call(b, SQL_TERMS, "");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/official");
	view_text(v, "title", T(req, "Official letters"));
	view_text(v, "keep", form_keep(req, filters));
	view_list(v, "rows", "staff/official_row", r);
	desk_pages(v, req, r);
	view_rows(v, "universities", db_result(b, unis));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/official: the register of letters in and out (R6, R12). */
enum outcome
staff_official(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/official: a letter that has no effect of its own. */
enum outcome
staff_official_save(struct req *req)
{
	const struct letter_file f = letter_file(req);
	const char *values[] = { req->request, field(req, "university"),
	    field(req, "term"), field(req, "direction"),
	    field(req, "subject"), field(req, "letter_no"),
	    desk_null(field(req, "letter_date")), f.name, f.type, f.bytes };

	return desk_post(req, SQL_OFFICIAL_SAVE, values, "/staff/official",
	    show);
}

/* GET /staff/official/ID: the scanned letter; taking it is recorded (S25). */
enum outcome
staff_official_file(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	guchar *bytes;
	void *copy;
	enum outcome o;
	gsize n;
	int call;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	call = db_call(b, SQL_OFFICIAL_FILE, field(req, "letter"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) == 0)
		return OUT_UNKNOWN;
	bytes = g_base64_decode(db_get(r, 0, "content"), &n);
	copy = arena_strndup(req->arena, (const char *)bytes, n);
	g_free(bytes);
	return resp_file(req, db_get(r, 0, "media_type"),
	    db_get(r, 0, "name"), copy, n);
}
