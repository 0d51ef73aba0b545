#include <stdlib.h>
#include <string.h>

#include "sheet_write.h"
#include "teach.h"
#include "upload.h"

/* Grades from a file: the sheet to fill in, its preview, and what becomes of it. */

#define NCELLS	9

static const struct word verdict_words[] = {
	{ "new", N_("Will be saved") },
	{ "change", N_("Will be changed") },
	{ "same", N_("Unchanged") },
	{ "blank", N_("No grade in the sheet") },
	{ "gone", N_("Nobody with this ID is in this section.") },
	{ "name", N_("The name is not that of this ID. Perhaps a row has "
	    "slipped.") },
	{ "duplicate", N_("The same student is there twice.") },
	{ "ineligible", N_("This student has withdrawn and gets no grade.") },
	{ "closed", N_("This grade is announced. It changes only when the "
	    "student asks for a correction.") },
	{ "window", N_("Grades cannot be entered yet: registrations may still "
	    "change.") },
	{ NULL, NULL }
};

static const char *
tone_of(const char *verdict)
{
	if (strcmp(verdict, "new") == 0 || strcmp(verdict, "change") == 0)
		return "ok";
	if (strcmp(verdict, "same") == 0)
		return "";
	return strcmp(verdict, "blank") == 0 ? "warn" : "bad";
}

/* Which cell of the row is wrong: the student's, the name's or the grade's. */
static const char *
column_of(const char *verdict)
{
	if (strcmp(verdict, "gone") == 0 || strcmp(verdict, "duplicate") == 0 ||
	    strcmp(verdict, "ineligible") == 0)
		return "student";
	if (strcmp(verdict, "name") == 0)
		return "name";
	return strcmp(verdict, "invalid") == 0 ||
	    strcmp(verdict, "closed") == 0 ? "grade" : "";
}

static void
push_rows(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const columns[NCELLS] = { "row", "student", "name",
	    "known", "typed", "now", "verdict", "tone", "text" };
	const char **cells, *verdict;
	int i, n = db_count(r);

	cells = arena_alloc(req->arena, ((size_t)n + 1) * NCELLS *
	    sizeof(*cells));
	for (i = 0; i < n; i++) {
		const char **c = &cells[i * NCELLS];

		verdict = db_get(r, i, "verdict");
		c[0] = db_get(r, i, "row_no");
		c[1] = db_get(r, i, "student");
		c[2] = db_get(r, i, "name");
		c[3] = db_get(r, i, "known");
		c[4] = db_get(r, i, "typed");
		c[5] = db_get(r, i, "now");
		c[6] = column_of(verdict);
		c[7] = tone_of(verdict);
		c[8] = strcmp(verdict, "invalid") == 0 ? teach_why(req,
		    "invalid", db_get(r, i, "why")) :
		    word_of(req, verdict_words, verdict);
	}
	view_table(v, "rows", columns, NCELLS, cells, n);
}

enum outcome
teach_preview(struct req *req, enum outcome said)
{
	const char *code = field(req, "section"), *term = field(req, "term");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int head, rows, upload;

	b = db_open(req);
	head = db_call(b, SQL_HEAD, code, term, req->lang);
	upload = db_call(b, SQL_UPLOAD_HEAD, code, term,
	    field(req, "upload"));
	rows = db_call(b, SQL_UPLOAD_ROWS, code, term, field(req, "upload"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, head)) == 0 ||
	    db_count(db_result(b, upload)) == 0)
		return OUT_UNKNOWN;
	v = view_new(req, "teach/preview");
	view_text(v, "title", arena_printf(req->arena, "%s: %s",
	    T(req, "Check the sheet"), code));
	view_row(v, "s", db_result(b, head), 0);
	view_row(v, "u", db_result(b, upload), 0);
	push_rows(v, req, db_result(b, rows));
	return view_send(v, said);
}

/* POST with a file: read, kept, shown; nothing counts yet. */
enum outcome
teach_upload(struct req *req, const struct upload_file *file)
{
	struct teach_file read = { 0 };
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	/* Who may not is told before the file is looked at. */
	b = db_open(req);
	call = db_call(b, SQL_HEAD, field(req, "section"), field(req, "term"),
	    req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, call)) == 0)
		return OUT_UNKNOWN;
	if (teach_read(req, file, &read) != 0)
		return teach_sheet_page(req, NULL, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_UPLOAD_STORE, req->request,
	    field(req, "section"), field(req, "term"), file->filename,
	    read.sha256, read.notes, read.rows);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (!outcome_good(o))
		return o;
	return resp_done(req, teach_path(req, db_null(r, 0, "upload") ? "" :
	    arena_printf(req->arena, "&upload=%s",
	    db_get(r, 0, "upload"))));
}

/* POST with upload and decision. */
enum outcome
teach_upload_decide(struct req *req)
{
	const struct db_rows *r;
	struct db_batch *b;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_UPLOAD_DECIDE, req->request,
	    field(req, "section"), field(req, "term"), field(req, "upload"),
	    field(req, "decision"), field(req, "seen"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	o = outcome_of(db_get(r, 0, "outcome"));
	if (outcome_good(o))
		return resp_done(req, teach_path(req, ""));
	say_act_rows(req, "grade-file", r);
	return o == OUT_GONE ? teach_sheet_page(req, NULL, o) :
	    teach_preview(req, o);
}

/* The sheet with the students of the section, to be filled in and sent back. */
static enum outcome
send_sheet(struct req *req, enum sheet_format format)
{
	struct sheet_out_column columns[] = {
		{ T(req, "Temporary ID"), SHEET_TEXT, 14 },
		{ T(req, "Name"), SHEET_TEXT, 20 },
		{ T(req, "University"), SHEET_TEXT, 26 },
		{ T(req, "Grade"), SHEET_NUMBER, 10 },
	};
	struct sheet_out_spec spec = { .name = field(req, "section"),
	    .columns = columns, .ncolumns = 4 };
	const char *cells[4], *code = field(req, "section");
	const struct db_rows *r;
	struct sheet_out *out;
	struct db_batch *b;
	enum outcome o;
	char *bytes, *copy;
	size_t size;
	int i, noted, rows;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	rows = db_call(b, SQL_SHEET, code, field(req, "term"), req->lang);
	noted = db_call(b, SQL_DOWNLOADED, code, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, noted)) == 0)
		return OUT_UNKNOWN;
	if ((out = sheet_out_open(format, &spec)) == NULL)
		return OUT_FAULT;
	r = db_result(b, rows);
	for (i = 0; i < db_count(r); i++) {
		if (strcmp(db_get(r, i, "state"), "withdrawn") == 0)
			continue;
		cells[0] = db_get(r, i, "login");
		cells[1] = db_get(r, i, "name");
		cells[2] = db_get(r, i, "university");
		cells[3] = db_get(r, i, "grade");
		sheet_out_row(out, cells);
	}
	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	copy = arena_strndup(req->arena, bytes, size);
	free(bytes);
	return resp_file(req, sheet_format_type(format),
	    arena_printf(req->arena, "grades-%s.%s", code,
	    format == SHEET_XLSX ? "xlsx" : "csv"), copy, size);
}

enum outcome
teach_sheet_xlsx(struct req *req)
{
	return send_sheet(req, SHEET_XLSX);
}

enum outcome
teach_sheet_csv(struct req *req)
{
	return send_sheet(req, SHEET_CSV);
}
