#include <string.h>

#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows;

	b = db_open(req);
	rows = db_call(b, SQL_NOTICES);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/notices");
	view_text(v, "title", T(req, "Notices"));
	view_rows(v, "notices", db_result(b, rows));
	return view_send(v, end);
}

/* GET /staff/notices */
enum outcome
staff_notices(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/notices: what the first page says; in three languages. */
enum outcome
staff_notice_save(struct req *req)
{
	static const char *const texts[] = { "text_ko", "text_en", "text_ja" };
	const char *values[] = { req->request, field(req, "decision"),
	    desk_null(field(req, "notice")), field(req, "text_ko"),
	    field(req, "text_en"), field(req, "text_ja"),
	    desk_null(field(req, "shown_from")),
	    desk_null(field(req, "shown_till")) };
	int i;

	for (i = 0; i < 3 && strcmp(field(req, "decision"), "end") != 0; i++)
		if (*field(req, texts[i]) == '\0')
			field_error(req, texts[i],
			    T(req, "Please fill in this field."));
	return desk_post(req, SQL_NOTICE_SAVE, values, "/staff/notices", show);
}
