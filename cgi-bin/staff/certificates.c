#include <string.h>

#include "certificate.h"
#include "staff.h"
#include "study_words.h"

/*
 * Certificates at the desk of student affairs: what they verify before it is
 * issued (R112), what is wrong on one (R108), and all that were issued.
 */

/* What a person says is wrong. */
static const struct word mistakes[] = {
	{ "name", N_("Name or date of birth") },
	{ "study", N_("Level, department or student number") },
	{ "courses", N_("Courses, credits or grades") },
	{ "dates", N_("A date") },
	{ "language", N_("The wording in this language") },
	{ "other", N_("Something else") },
	{ NULL, NULL }
};

/* Lines of a certificate; a code of a course stands for itself. */
static const struct word lines[] = {
	{ "name", N_("Name") },
	{ "name_latin", N_("Name in Latin letters") },
	{ "birth_date", N_("Date of birth") },
	{ "student_no", N_("Student number") },
	{ "department", N_("Department") },
	{ "level", N_("Level") },
	{ "degree", N_("Degree") },
	{ "gpa", N_("Grade point average") },
	{ "percent", N_("Average of percentages") },
	{ "credits", N_("Credits") },
	{ "earned", N_("Credits earned") },
	{ "courses", N_("Courses") },
	{ "total", N_("Total") },
	{ NULL, NULL }
};

/* A value of a row as the page shows it. */
static const char *
shown(struct req *req, const struct db_rows *r, int i, const char *column)
{
	const char *value = strcmp(column, "title") == 0 ? "" : strcmp(column,
	    "speech") == 0 ? language_name(db_get(r, i, "lang")) :
	    strcmp(column, "line") == 0 ? word_of(req, lines, db_get(r, i,
	    "what")) : db_get(r, i, column);
	size_t n = strlen(column);

	if (strcmp(column, "what") == 0)
		return word_of(req, mistakes, value);
	if (strcmp(column, "status") == 0)
		return word_of(req, study_status_words, value);
	if (n > 3 && (strcmp(column + n - 3, "_at") == 0 ||
	    strcmp(column + n - 3, "_on") == 0))
		return when_text(req, value);
	return strcmp(value, "f") == 0 ? "" : value;
}

/* Whether a line of a case's document would be printed otherwise today. */
static const char *
differs(const struct db_rows *differences, const char *id)
{
	int i;

	for (i = 0; i < db_count(differences); i++)
		if (strcmp(db_get(differences, i, "case_id"), id) == 0)
			return "1";
	return "";
}

/* The cases with their differences told apart. */
static void
push_cases(struct req *req, struct view *v, const struct db_rows *r,
    const struct db_rows *differences)
{
	static const char *const columns[] = { "id", "serial", "title",
	    "speech", "standing", "name", "what", "words", "state", "answer",
	    "asked_at", "due_at", "late", "decided_at", "decided_name",
	    "differs" };
	const int n = sizeof(columns) / sizeof(columns[0]);
	const char **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(n * (db_count(r) + 1)));
	int i, c;

	for (i = 0; i < db_count(r); i++) {
		for (c = 0; c < n - 1; c++)
			cells[i * n + c] = c == 2 ? T(req, certificate_title(
			    db_get(r, i, "kind"))) : shown(req, r, i,
			    columns[c]);
		cells[i * n + n - 1] = differs(differences, db_get(r, i,
		    "id"));
	}
	view_table(v, "cases", columns, n, cells, db_count(r));
}

static void
push(struct req *req, struct view *v, const char *name,
    const struct db_rows *r, const char *const *columns, int ncols,
    const char *kind)
{
	const char **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(ncols * (db_count(r) + 1)));
	int i, c;

	for (i = 0; i < db_count(r); i++)
		for (c = 0; c < ncols; c++)
			cells[i * ncols + c] = strcmp(columns[c], "title") == 0
			    ? T(req, certificate_title(db_get(r, i, kind))) :
			    shown(req, r, i, columns[c]);
	view_table(v, name, columns, ncols, cells, db_count(r));
}

#define COUNT(a)	((int)(sizeof(a) / sizeof((a)[0])))

static enum outcome
show(struct req *req, enum outcome end)
{
	static const char *const reviews[] = { "id", "title", "speech",
	    "copies", "name", "name_latin", "student_no", "department",
	    "status", "expected_on", "degree", "credits", "asked_at",
	    "due_at", "late", "holds" };
	static const char *const differences[] = { "case_id", "line",
	    "printed", "today" };
	static const char *const found[] = { "serial", "title", "speech",
	    "name", "name_latin", "number", "told_at", "standing",
	    "reason_ko", "reason_en", "offered" };
	struct db_batch *b = db_open(req);
	struct view *v;
	enum outcome o;
	int call[5];

	call[0] = db_call(b, SQL_CERTIFICATE_REVIEWS);
	call[1] = db_call(b, SQL_CERTIFICATE_CASES);
	call[2] = db_call(b, SQL_CERTIFICATE_DIFFERENCES);
	call[3] = db_call(b, SQL_CERTIFICATE_SEARCH, field(req, "q"));
	call[4] = db_call(b, SQL_CLOCK);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "staff/certificates");
	view_text(v, "title", T(req, "Certificates"));
	desk_clock(v, req, db_result(b, call[4]));
	push(req, v, "reviews", db_result(b, call[0]), reviews,
	    COUNT(reviews), "type");
	push_cases(req, v, db_result(b, call[1]), db_result(b, call[2]));
	push(req, v, "differences", db_result(b, call[2]), differences,
	    COUNT(differences), "");
	push(req, v, "found", db_result(b, call[3]), found, COUNT(found),
	    "kind");
	return view_send(v, end);
}

/* GET /staff/certificates */
enum outcome
staff_certificates(struct req *req)
{
	return show(req, OUT_DONE);
}

/* POST /staff/certificates: verify or refuse a wish, correct or decline a
 * case, revoke a document or offer it anew. */
enum outcome
staff_certificate_decide(struct req *req)
{
	const char *values[] = { req->request, field(req, "decision"),
	    desk_null(field(req, "wish")), desk_null(field(req, "case")),
	    field(req, "serial"), field(req, "reason"),
	    field(req, "reason_en") };

	return desk_post(req, SQL_CERTIFICATE_DECIDE, values,
	    "/staff/certificates", show);
}
