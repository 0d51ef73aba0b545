#include <stdlib.h>

#include "partner.h"
#include "purpose.h"
#include "sheet_write.h"
#include "study_words.h"

static const char *const filters[] = { "term", "state", "q", NULL };
static const struct worded words[] = {
	{ "state", state_words }, { "recommendation", recommendation_words },
	{ "level", level_words }, { NULL, NULL }
};

/* GET /partner/students: applicants, IDs, registrations of one's own. */
enum outcome
partner_students(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, rows, said, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	rows = db_call(b, SQL_STUDENTS, field(req, "term"),
	    field(req, "state"), field(req, "q"),
	    *field(req, "page") == '\0' ? "1" : field(req, "page"));
	said = db_call(b, SQL_REASON);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0)
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/students");
	view_text(v, "title", T(req, "Our students"));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "rows", r, words);
	view_int(v, "total", db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	view_text(v, "keep", form_keep(req, filters));
	purpose_push(v, req, db_result(b, said), arena_printf(req->arena,
	    "/partner/students?%s", form_keep(req, filters)));
	form_pages(v, req, db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* What the file has, in this order. */
static const struct {
	const char		*column, *heading;
	const struct word	*words;
	enum sheet_kind		 kind;
} out_columns[] = {
	{ "student_no", N_("Student number"), NULL, SHEET_TEXT },
	{ "name_native", N_("Name"), NULL, SHEET_TEXT },
	{ "name_latin", N_("Name in Latin letters"), NULL, SHEET_TEXT },
	{ "birth_date", N_("Date of birth"), NULL, SHEET_DATE },
	{ "level", N_("Course of study"), level_words, SHEET_TEXT },
	{ "department", N_("Department"), NULL, SHEET_TEXT },
	{ "email", N_("E-mail address"), NULL, SHEET_TEXT },
	{ "phone", N_("Telephone"), NULL, SHEET_TEXT },
	{ "state", N_("State"), state_words, SHEET_TEXT },
	{ "recommendation", N_("Recommendation"), recommendation_words,
	    SHEET_TEXT },
	{ "temporary_id", N_("Temporary student ID"), NULL, SHEET_TEXT },
	{ "sections", N_("Sections"), NULL, SHEET_TEXT },
	{ "credits", N_("Credits"), NULL, SHEET_NUMBER },
	{ "withdrawals", N_("Withdrawals"), NULL, SHEET_NUMBER },
};
#define NOUT	(sizeof(out_columns) / sizeof(out_columns[0]))

static struct sheet_out *
open_sheet(struct req *req, enum sheet_format format)
{
	struct sheet_out_column columns[NOUT];
	struct sheet_out_spec spec = { .name = T(req, "Students"),
	    .columns = columns, .ncolumns = NOUT };
	size_t c;

	for (c = 0; c < NOUT; c++)
		columns[c] = (struct sheet_out_column){
		    T(req, out_columns[c].heading), out_columns[c].kind, 0 };
	return sheet_out_open(format, &spec);
}

/* The rows as a file; cells that would be formulas are guarded (S17). */
static enum outcome
send_sheet(struct req *req, enum sheet_format format, const struct db_rows *r)
{
	const char *cells[NOUT], *name;
	struct sheet_out *out;
	char *bytes, *copy;
	size_t c, size;
	int i;

	if ((out = open_sheet(req, format)) == NULL)
		return OUT_FAULT;
	for (i = 0; i < db_count(r); i++) {
		for (c = 0; c < NOUT; c++) {
			cells[c] = db_get(r, i, out_columns[c].column);
			if (out_columns[c].words != NULL)
				cells[c] = word_of(req, out_columns[c].words,
				    cells[c]);
		}
		sheet_out_row(out, cells);
	}
	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	copy = arena_strndup(req->arena, bytes, size);
	free(bytes);
	name = format == SHEET_CSV ? "students.csv" : "students.xlsx";
	return resp_file(req, sheet_format_type(format), name, copy, size);
}

static enum outcome
download(struct req *req, enum sheet_format format)
{
	struct db_batch *b;
	enum outcome o;
	int rows;

	b = db_open(req);
	rows = db_call(b, SQL_STUDENTS, field(req, "term"),
	    field(req, "state"), field(req, "q"), "0");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	return send_sheet(req, format, db_result(b, rows));
}

enum outcome
partner_students_csv(struct req *req)
{
	return download(req, SHEET_CSV);
}

enum outcome
partner_students_xlsx(struct req *req)
{
	return download(req, SHEET_XLSX);
}
