#include <string.h>

#include "staff.h"

static const char *const filters[] = { "term", "school", "state", "q", NULL };
static const char *const kept[] = { "term", "school", "state", "q", "page",
    NULL };

/* The list, and the one section whose seats are to be changed. */
static enum outcome
show(struct req *req, enum outcome end)
{
	const char *term = field(req, "term");
	struct db_batch *b;
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int one, quotas, rows, schools, terms, unis;

	b = db_open(req);
	rows = db_call(b, SQL_SECTIONS, term, field(req, "school"),
	    field(req, "q"), field(req, "state"),
	    desk_null(field(req, "page")), req->lang);
	one = db_call(b, SQL_SECTIONS, term, "",
	    *field(req, "section") == '\0' ? "-" : field(req, "section"), "",
	    NULL, req->lang);
	quotas = db_call(b, SQL_SECTION_QUOTAS, term, field(req, "section"),
	    req->lang);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	schools = db_call(b, SQL_SCHOOLS, req->lang);
	terms = db_call(b, SQL_TERMS, term);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, rows);
	v = view_new(req, "staff/sections");
	view_text(v, "title", T(req, "Sections"));
	view_text(v, "keep", form_keep(req, filters));
	view_list(v, "rows", "staff/sections_row", r);
	desk_pages(v, req, r);
	view_rows(v, "one", *field(req, "section") == '\0' ? NULL :
	    db_result(b, one));
	/* The form for closing has a reason that the one for seats has not. */
	view_int(v, "may_close", strcmp(req->path, "/staff/sections/close") == 0);
	view_rows(v, "quotas", db_result(b, quotas));
	view_rows(v, "universities", db_result(b, unis));
	view_rows(v, "schools", db_result(b, schools));
	view_rows(v, "terms", db_result(b, terms));
	return view_send(v, end);
}

/* GET /staff/sections */
enum outcome
staff_sections(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /staff/sections: another number of seats (F11). */
enum outcome
staff_section_capacity(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), desk_null(field(req, "capacity")) };

	return desk_post(req, SQL_SECTION_CAPACITY, values, desk_path(req,
	    "/staff/sections", desk_query(req, kept)), show);
}

/* POST /staff/sections/close: the section will not take place (R32). */
enum outcome
staff_section_close(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), field(req, "reason"),
	    desk_null(field(req, "until")) };

	return desk_post(req, SQL_SECTION_CLOSE, values, desk_path(req,
	    "/staff/sections", desk_query(req, kept)), show);
}

/* Back to the card of the section. */
static const char *const card[] = { "term", "school", "state", "q", "page",
    "section", NULL };

/* POST /staff/sections/delay: a seat that comes free opens later. */
enum outcome
staff_section_delay(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), desk_null(field(req, "minutes")) };

	return desk_post(req, SQL_SECTION_DELAY, values, desk_path(req,
	    "/staff/sections", desk_query(req, card)), show);
}

/* POST /staff/sections/quota: seats agreed with a university (R2). */
enum outcome
staff_section_quota(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), field(req, "university"),
	    desk_null(field(req, "seats")) };

	return desk_post(req, SQL_SECTION_QUOTA, values, desk_path(req,
	    "/staff/sections", desk_query(req, card)), show);
}

/* POST /staff/sections/waitlist: switches its waiting list on or off. */
enum outcome
staff_section_waitlist(struct req *req)
{
	const char *values[] = { req->request, field(req, "term"),
	    field(req, "section"), field(req, "decision") };

	return desk_post(req, SQL_SECTION_WAITLIST, values, desk_path(req,
	    "/staff/sections", desk_query(req, card)), show);
}
