#include "staff.h"

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows;

	b = db_open(req);
	rows = db_call(b, SQL_HOLIDAYS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/holidays");
	view_text(v, "title", T(req, "Holidays"));
	view_rows(v, "holidays", db_result(b, rows));
	return view_send(v, end);
}

/* GET /staff/holidays */
enum outcome
staff_holidays(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/holidays: days that are no working days (C24, C32). */
enum outcome
staff_holiday_save(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    desk_null(field(req, "day")), field(req, "name") };

	return desk_post(req, SQL_HOLIDAY_SAVE, values, "/staff/holidays",
	    show);
}
