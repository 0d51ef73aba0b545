#include "staff.h"

/* Fields of personal data, as the person sees them. */
static const struct word field_labels[] = {
	{ "name_native", N_("Name") },
	{ "name_family", N_("Family name in Latin letters") },
	{ "name_given", N_("Given name in Latin letters") },
	{ "birth_date", N_("Date of birth") },
	{ "phone", N_("Phone") },
	{ "student_no", N_("Student number") },
	{ "level", N_("Level") },
	{ "college", N_("College") },
	{ "department", N_("Department") },
	{ "other", N_("Something else") },
	{ NULL, NULL }
};

static enum outcome
show(struct req *req, enum outcome end)
{
	static const char *const columns[] = { "id", "name", "login", "what",
	    "now_value", "value", "reason", "state", "answer", "asked_at",
	    "decided_at", "decided_name" };
	const int ncols = sizeof(columns) / sizeof(columns[0]);
	const struct db_rows *r;
	const char **cells;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call, c, i;

	b = db_open(req);
	call = db_call(b, SQL_CORRECTIONS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	cells = arena_alloc(req->arena, sizeof(*cells) * ncols *
	    (size_t)(db_count(r) + 1));
	for (i = 0; i < db_count(r); i++)
		for (c = 0; c < ncols; c++)
			cells[i * ncols + c] = c == 3 ? word_of(req,
			    field_labels, db_get(r, i, "field")) :
			    c >= 9 && c < 11 ?
			    when_text(req, db_get(r, i, columns[c])) :
			    db_get(r, i, columns[c]);
	v = view_new(req, "staff/corrections");
	view_text(v, "title", T(req, "Corrections of personal data"));
	view_table(v, "corrections", columns, ncols, cells, db_count(r));
	return view_send(v, end);
}

/* GET /staff/corrections */
enum outcome
staff_corrections(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/corrections: what a person asked to have corrected. */
enum outcome
staff_correction_decide(struct req *req)
{
	const char *values[] = { req->request,
	    desk_null(field(req, "correction")), field(req, "decision"),
	    field(req, "answer") };

	return desk_post(req, SQL_CORRECTION_DECIDE, values,
	    "/staff/corrections", show);
}
