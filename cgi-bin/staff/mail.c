#include "staff.h"

static const char *const filters[] = { "state", "kind", "q", NULL };
static const char *const kept[] = { "state", "kind", "q", "page", NULL };

/* The outgoing mail behind its filters. */
static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b;
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int counts, rows;

	b = db_open(req);
	counts = db_call(b, SQL_MAIL_COUNTS);
	rows = db_call(b, SQL_MAIL, field(req, "state"), field(req, "kind"),
	    field(req, "q"), desk_null(field(req, "page")),
	    form_array(req, "mail"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/mail");
	view_text(v, "title", T(req, "Mail"));
	view_rows(v, "counts", db_result(b, counts));
	view_list(v, "rows", "staff/mail_row", r);
	desk_pages(v, req, r);
	view_text(v, "keep", form_keep(req, filters));
	return view_send(v, end);
}

/* GET /staff/mail */
enum outcome
staff_mail(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/mail: send again, one of them to a corrected address (R24). */
enum outcome
staff_mail_again(struct req *req)
{
	const char *values[] = { req->request, form_array(req, "mail"),
	    field(req, "to_address") };

	return desk_post(req, SQL_MAIL_AGAIN, values, desk_path(req,
	    "/staff/mail", desk_query(req, kept)), show);
}
