#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "teach.h"

/* /teach/SECTION/grades: the grade sheet as a form (R14, R17). */

const char *
teach_path(struct req *req, const char *tail)
{
	return arena_printf(req->arena, "/teach/%s/grades?term=%s%s",
	    field(req, "section"), field(req, "term"), tail);
}

const char *
teach_why(struct req *req, const char *outcome, const char *why)
{
	static const struct { const char *outcome, *why, *text; } texts[] = {
		{ "invalid", "range", N_("A percentage is between 0 and 100.") },
		{ "invalid", "decimals", N_("At most one digit after the "
		    "point, please.") },
		{ "invalid", "word", N_("This section is only passed or not: "
		    "P or F.") },
		{ "invalid", "", N_("This is not a number. A grade is a "
		    "percentage from 0 to 100.") },
		{ "gone", "", N_("Nobody with this ID is in this section.") },
		{ "ineligible", "withdrawn", N_("This student has withdrawn "
		    "and gets no grade.") },
		{ "ineligible", "", N_("The section was closed.") },
		{ "closed", "", N_("This grade is announced. It changes only "
		    "when the student asks for a correction.") },
		{ "changed", "", N_("Another window or person was first: this "
		    "is the grade now. Enter yours again if it should count.") },
		{ "duplicate", "", N_("The same student is there twice.") },
		{ "window", "", N_("Grades cannot be entered yet: "
		    "registrations may still change.") },
	};
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i].outcome, outcome) == 0 &&
		    (*texts[i].why == '\0' ||
		    strcmp(texts[i].why, why) == 0))
			return T(req, texts[i].text);
	return "";
}

/* What the form said of a student, -1 when it did not. */
static int
answer_of(const struct db_rows *answers, const char *login)
{
	int i;

	for (i = 0; answers != NULL && i < db_count(answers); i++)
		if (strcmp(db_get(answers, i, "student"), login) == 0)
			return i;
	return -1;
}

/* What was typed for a student in a form that was just sent. */
static const char *
typed_for(struct req *req, const char *login, const char *otherwise)
{
	const char *const *students, *const *grades;
	size_t i, n, m;

	students = field_all(req, "student", &n);
	grades = field_all(req, "grade", &m);
	for (i = 0; i < n && i < m; i++)
		if (strcmp(students[i], login) == 0)
			return grades[i];
	return otherwise;
}

#define NCELLS	13

/*
 * The rows of the sheet.  What was not saved shows what was typed with the
 * reason; but where somebody else was first, the grade that holds now.
 */
static void
push_sheet(struct view *v, struct req *req, const struct db_rows *r,
    const struct db_rows *answers)
{
	static const char *const columns[NCELLS] = { "login", "name", "latin",
	    "university", "state", "grade", "was", "version", "open", "late",
	    "left_at", "appeal", "why" };
	const char **cells, *outcome;
	int a, i, n = db_count(r);

	cells = arena_alloc(req->arena, ((size_t)n + 1) * NCELLS *
	    sizeof(*cells));
	for (i = 0; i < n; i++) {
		const char **c = &cells[i * NCELLS];

		c[0] = db_get(r, i, "login");
		c[1] = db_get(r, i, "name");
		c[2] = db_get(r, i, "latin");
		c[3] = db_get(r, i, "university");
		c[4] = db_get(r, i, "state");
		c[5] = c[6] = db_get(r, i, "grade");
		c[7] = db_get(r, i, "version");
		c[8] = db_bool(r, i, "open") ? "1" : "";
		c[9] = db_bool(r, i, "late") ? "1" : "";
		c[10] = when_text(req, db_get(r, i, "left_at"));
		c[11] = db_bool(r, i, "appeal") ? "1" : "";
		c[12] = "";
		a = answer_of(answers, c[0]);
		if (a < 0 || strcmp(outcome = db_get(answers, a, "outcome"),
		    "done") == 0)
			continue;
		c[12] = teach_why(req, outcome, db_get(answers, a, "why"));
		if (strcmp(outcome, "invalid") == 0)
			c[5] = typed_for(req, c[0], c[5]);
	}
	view_table(v, "rows", columns, NCELLS, cells, n);
}

enum outcome
teach_sheet_page(struct req *req, const struct db_rows *answers,
    enum outcome said)
{
	const char *code = field(req, "section"), *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int head, sheet;

	b = db_open(req);
	head = db_call(b, SQL_HEAD, code, term, req->lang);
	sheet = db_call(b, SQL_SHEET, code, term, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, head)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "teach/grades");
	view_text(v, "title", arena_printf(req->arena, "%s: %s", T(req,
	    "Grades"), code));
	view_row(v, "s", db_result(b, head), 0);
	push_sheet(v, req, db_result(b, sheet), answers);
	view_int(v, "shown", db_count(db_result(b, sheet)));
	return view_send(v, said);
}

enum outcome
teach_grades_show(struct req *req)
{
	if (fields_bad(req))
		return OUT_UNKNOWN;
	return *field(req, "upload") != '\0' ? teach_preview(req, OUT_DONE) :
	    teach_sheet_page(req, NULL, OUT_DONE);
}

const char *
teach_rows(struct req *req)
{
	const char *const *students, *const *grades, *const *versions,
	    *const *was;
	size_t i, n, ng, nv, nw;
	const char *kept;
	json_t *rows;
	char *text;

	students = field_all(req, "student", &n);
	grades = field_all(req, "grade", &ng);
	versions = field_all(req, "version", &nv);
	was = field_all(req, "was", &nw);
	if (n == 0 || ng != n || (nv != n && nv != 0) || (nw != n && nw != 0))
		return NULL;
	rows = json_array();
	for (i = 0; i < n; i++) {
		json_t *row = json_pack("{s:s, s:s}", "student", students[i],
		    "grade", grades[i]);

		if (nv == n)
			json_object_set_new(row, "version", json_integer(
			    strtoll(versions[i], NULL, 10)));
		if (nw == n)
			json_object_set_new(row, "was", json_string(was[i]));
		json_array_append_new(rows, row);
	}
	text = json_dumps(rows, JSON_COMPACT);
	json_decref(rows);
	kept = text == NULL ? NULL : arena_strdup(req->arena, text);
	free(text);
	return kept;
}

/* Says how many were saved, and each kind of refusal once. */
static enum outcome
say_saved(struct req *req, const struct db_rows *r)
{
	enum outcome o, worst = OUT_DONE;
	int i, done = 0;

	for (i = 0; i < db_count(r); i++) {
		o = outcome_of(db_get(r, i, "outcome"));
		if (o == OUT_DONE)
			done++;
		else if (worst == OUT_DONE)
			worst = o;
	}
	if (done > 0)
		say_text(req, OUT_DONE, "", arena_printf(req->arena,
		    TN(req, done, "%d grade saved.", "%d grades saved."),
		    done));
	for (i = 0; i < db_count(r); i++) {
		o = outcome_of(db_get(r, i, "outcome"));
		if (!outcome_good(o))
			say_text(req, o, "", arena_printf(req->arena, "%s: %s",
			    db_get(r, i, "student"), teach_why(req,
			    db_get(r, i, "outcome"), db_get(r, i, "why"))));
	}
	return worst;
}

/* POST /teach/SECTION/grades: the sheet as a form; every row for itself. */
enum outcome
teach_grades(struct req *req)
{
	const struct db_rows *r;
	const char *rows;
	struct db_batch *b;
	enum outcome o;
	int call;

	if (!fields_bad(req) && req_file(req, "list") != NULL)
		return teach_upload(req, req_file(req, "list"));
	if (!fields_bad(req) && *field(req, "upload") != '\0' &&
	    *field(req, "decision") != '\0')
		return teach_upload_decide(req);
	rows = fields_bad(req) ? NULL : teach_rows(req);
	if (rows == NULL) {
		if (!fields_bad(req) && *field(req, "student") == '\0')
			field_error(req, "list", T(req, "Please choose the "
			    "file with the grades."));
		else
			say(req, OUT_INVALID, "", "", "{}");
		return teach_sheet_page(req, NULL, OUT_INVALID);
	}
	b = db_open(req);
	call = db_call(b, SQL_SAVE, req->request, field(req, "section"),
	    field(req, "term"), rows);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	if (db_count(r) == 0) {
		say(req, OUT_ALREADY, "", "", "{}");
		return resp_done(req, teach_path(req, ""));
	}
	o = outcome_of(db_get(r, 0, "outcome"));
	if (o == OUT_UNKNOWN)
		return o;
	if (o == OUT_ALREADY)
		return resp_done(req, teach_path(req, ""));
	o = say_saved(req, r);
	return o == OUT_DONE ? resp_done(req, teach_path(req, "")) :
	    teach_sheet_page(req, r, o);
}
