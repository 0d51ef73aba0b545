#include "staff.h"

/* What the form holds: what was typed when it is shown again, else what is set. */
static void
push_set(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const names[] = { "rate", "open_at", "hold_at",
	    "quiet", "unseen" };
	const char *mode = *field(req, "mode") != '\0' ? field(req, "mode") :
	    db_get(r, 0, "mode");
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		view_text(v, arena_printf(req->arena, "now_%s", names[i]),
		    *field_shown(req, names[i]) != '\0' ?
		    field_shown(req, names[i]) : db_get(r, 0, names[i]));
	view_text(v, "now_mode", mode);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int row;

	b = db_open(req);
	row = db_call(b, SQL_ROOM);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, row);
	v = view_new(req, "staff/room");
	view_text(v, "title", T(req, "Waiting room"));
	view_row(v, "", r, 0);
	push_set(v, req, r);
	return view_send(v, end);
}

/* GET /staff/room: how the waiting room of registration stands (S21). */
enum outcome
staff_room(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/room: opens, closes, tunes it. */
enum outcome
staff_room_set(struct req *req)
{
	const char *values[] = { req->request, field(req, "mode"),
	    field(req, "rate"), field(req, "open_at"), field(req, "hold_at"),
	    field(req, "quiet"), field(req, "unseen") };

	return desk_post(req, SQL_ROOM_SET, values, "/staff/room", show);
}
