#include <string.h>

#include <jansson.h>

#include "staff.h"
#include "upload.h"
#include "upload_read.h"

/* A list that came on paper or by mail, entered for its university (R6). */

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int head, rows, terms, unis;

	b = db_open(req);
	head = db_call(b, SQL_LIST_PREVIEW, desk_null(field(req, "upload")),
	    req->lang);
	rows = db_call(b, SQL_LIST_ROWS, desk_null(field(req, "upload")));
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/list");
	view_text(v, "title", T(req, "Enter a list for a university"));
	view_rows(v, "head", db_result(b, head));
	view_rows(v, "rows", db_result(b, rows));
	view_rows(v, "universities", db_result(b, unis));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/onbehalf/list: the form, or the preview of `upload`. */
enum outcome
staff_list(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* The number of the stored preview in the answer's detail, "" without one. */
static const char *
list_of(struct req *req, const struct db_rows *r)
{
	const char *id = "";
	json_t *values;

	values = json_loads(db_get(r, 0, "detail"), 0, NULL);
	if (json_is_integer(json_object_get(values, "list")))
		id = arena_printf(req->arena, "%lld", (long long)
		    json_integer_value(json_object_get(values, "list")));
	json_decref(values);
	return id;
}

/* Reads the file and keeps it as a preview. */
static enum outcome
store(struct req *req, const struct upload_file *file, int this_year)
{
	struct upload_rows *rows;
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	rows = upload_read(req, file, this_year);
	if (rows == NULL)
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_LIST_STORE, req->request, field(req, "term"),
	    field(req, "university"), file->filename, rows->sha256,
	    rows->notes, rows->rows);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = desk_say(req, r);
	if (!outcome_good(o))
		return show(req, o);
	return resp_done(req, *list_of(req, r) == '\0' ?
	    "/staff/onbehalf/list" : arena_printf(req->arena,
	    "/staff/onbehalf/list?upload=%s", list_of(req, r)));
}

/* POST /staff/onbehalf/list: a file becomes a preview; commit or discard. */
enum outcome
staff_list_act(struct req *req)
{
	const struct upload_file *file;
	const char *values[] = { req->request,
	    desk_null(field(req, "upload")), field(req, "decision") };
	struct db_batch *b;
	const struct db_rows *r;
	enum outcome o;
	int call;

	file = req_file(req, "list");
	if (file == NULL && *field(req, "upload") != '\0' &&
	    *field(req, "decision") != '\0')
		return desk_post(req, SQL_LIST_DECIDE, values,
		    "/staff/onbehalf", show);
	if (file == NULL)
		field_error(req, "list",
		    T(req, "Please choose the file with the list."));
	if (*field(req, "university") == '\0')
		field_error(req, "university", T(req, "Please choose."));
	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_LIST_NOW, field(req, "term"),
	    field(req, "university"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (strcmp(db_get(r, 0, "outcome"), "done") != 0) {
		o = desk_say(req, r);
		return show(req, o);
	}
	return store(req, file, (int)db_int(r, 0, "this_year"));
}
