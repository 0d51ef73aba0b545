#include <string.h>

#include "staff.h"
#include "study_words.h"

/*
 * What certificates say of the university's own degree students: seen, and
 * corrected line by line, with a reason.  Whole classes come by the import.
 */

static const struct word lines[] = {
	{ "level", N_("Level") },
	{ "department_ko", N_("Department (Korean)") },
	{ "department_en", N_("Department (English)") },
	{ "department_ja", N_("Department (Japanese)") },
	{ "admitted_on", N_("Admitted on") },
	{ "status", N_("Status") },
	{ "status_since", N_("Status since") },
	{ "expected_on", N_("Expected on") },
	{ "completed_on", N_("Courses completed on") },
	{ "degree_ko", N_("Degree (Korean)") },
	{ "degree_en", N_("Degree (English)") },
	{ "degree_ja", N_("Degree (Japanese)") },
	{ "degree_no", N_("Degree number") },
	{ "degree_on", N_("Degree conferred on") },
	{ "thesis", N_("Thesis") },
	{ "terminated_on", N_("Terminated on") },
	{ NULL, NULL }
};

/* The meaning of a code in a line that holds one, "" elsewhere: the form takes
 * the codes, whoever reads the page is told what they mean. */
static const char *
said(struct req *req, const char *line, const char *value)
{
	const struct word *codes = strcmp(line, "level") == 0 ? level_words :
	    strcmp(line, "status") == 0 ? study_status_words : NULL;
	const char *text;

	if (codes == NULL)
		return "";
	text = word_of(req, codes, value);
	return text == value ? "" : text;
}

/* The rows of one part of the record, as a table of the page. */
static void
push_part(struct req *req, struct view *v, const char *name, const char *part,
    const struct db_rows *r)
{
	static const char *const columns[] = { "word", "label", "value",
	    "more", "at", "said" };
	const char **cells = arena_alloc(req->arena, sizeof(*cells) * 6 *
	    (size_t)(db_count(r) + 1));
	int i, n = 0;

	for (i = 0; i < db_count(r); i++) {
		if (strcmp(db_get(r, i, "part"), part) != 0)
			continue;
		cells[6 * n] = db_get(r, i, "what");
		cells[6 * n + 1] = word_of(req, lines, cells[6 * n]);
		cells[6 * n + 2] = db_get(r, i, "value");
		cells[6 * n + 3] = db_get(r, i, "more");
		cells[6 * n + 4] = when_text(req, db_get(r, i, "at"));
		cells[6 * n + 5] = said(req, cells[6 * n],
		    cells[6 * n + 2]);
		n++;
	}
	view_table(v, name, columns, 6, cells, n);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	struct db_batch *b = db_open(req);
	const struct db_rows *r;
	struct view *v;
	enum outcome o;
	int call;

	call = db_call(b, SQL_DEGREE, field(req, "student_no"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	v = view_new(req, "staff/degrees");
	view_text(v, "title", T(req, "Degree students"));
	push_part(req, v, "people", "name", r);
	push_part(req, v, "facts", "fact", r);
	push_part(req, v, "leaves", "leave", r);
	push_part(req, v, "payments", "tuition", r);
	push_part(req, v, "courses", "course", r);
	push_part(req, v, "corrected", "corrected", r);
	return view_send(v, end);
}

/* GET /staff/degrees */
enum outcome
staff_degrees(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/degrees: one line becomes another value. */
enum outcome
staff_degree_correct(struct req *req)
{
	static const char *const kept[] = { "student_no", NULL };
	const char *values[] = { req->request, field(req, "student_no"),
	    field(req, "line"), field(req, "value"), field(req, "reason") };

	return desk_post(req, SQL_DEGREE_CORRECT, values, desk_path(req,
	    "/staff/degrees", desk_query(req, kept)), show);
}
