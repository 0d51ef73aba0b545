#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "applicant.h"
#include "arena.h"
#include "partner.h"
#include "sheet_write.h"
#include "upload_view.h"

/* Lists to download: the rows that stayed out, with the reasons, in the form
 * in which they can be corrected and uploaded again; and the empty list. */

static void
free_bytes(void *bytes)
{
	free(bytes);
}

/* The headings of the list in the reader's language where offices know them. */
static struct sheet_out *
open_list(struct req *req, enum sheet_format format, int reasons)
{
	struct sheet_out_column columns[APPLICANT_COLUMNS + 2] = { 0 };
	struct sheet_out_spec spec = { 0 };
	int c, n = 0;

	for (c = 0; c < APPLICANT_COLUMNS; c++) {
		columns[n].heading = strcmp(req->lang, "ko") == 0 ?
		    applicant_columns[c].names[0] : applicant_columns[c].key;
		columns[n].width = 18;
		n++;
	}
	if (reasons) {
		columns[n].heading = T(req, "Row in the file");
		columns[n++].width = 10;
		columns[n].heading = T(req, "What to correct");
		columns[n++].width = 60;
	}
	spec.name = T(req, "Applicants");
	spec.columns = columns;
	spec.ncolumns = (size_t)n;
	return sheet_out_open(format, &spec);
}

static enum outcome
send_list(struct req *req, struct sheet_out *out, enum sheet_format format,
    const char *name)
{
	char *bytes;
	size_t size;

	if (sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	arena_defer(req->arena, free_bytes, bytes);
	return resp_file(req, sheet_format_type(format),
	    arena_printf(req->arena, "%s.%s", name, format == SHEET_XLSX ?
	    "xlsx" : "csv"), bytes, size);
}

/* All that is wrong with a row, in one cell. */
static const char *
reasons_of(struct req *req, const struct db_rows *r, int i)
{
	const char *out = "", *column, *reason;
	json_t *problems, *p;
	size_t k;

	if (strcmp(db_get(r, i, "verdict"), "error") != 0)
		return upload_verdict_text(req, db_get(r, i, "verdict"),
		    db_get(r, i, "duplicate_of"));
	problems = json_loads(db_get(r, i, "problems"), 0, NULL);
	json_array_foreach(problems, k, p) {
		column = json_string_value(json_object_get(p, "column"));
		reason = json_string_value(json_object_get(p, "reason"));
		out = arena_printf(req->arena, "%s%s%s: %s", out,
		    *out == '\0' ? "" : "; ", column == NULL ? "" : column,
		    upload_problem_text(req, reason == NULL ? "" : reason,
		    (long)json_integer_value(json_object_get(p, "limit"))));
	}
	json_decref(problems);
	return out;
}

static void
add_row(struct req *req, struct sheet_out *out, const struct db_rows *r, int i)
{
	const char *cells[APPLICANT_COLUMNS + 2];
	const char *s;
	json_t *raw;
	int c;

	raw = json_loads(db_get(r, i, "raw"), 0, NULL);
	for (c = 0; c < APPLICANT_COLUMNS; c++) {
		s = json_string_value(json_object_get(raw,
		    applicant_columns[c].key));
		cells[c] = s == NULL ? NULL : arena_strdup(req->arena, s);
	}
	cells[c++] = db_get(r, i, "row_no");
	cells[c] = reasons_of(req, r, i);
	sheet_out_row(out, cells);
	json_decref(raw);
}

static enum outcome
bad_rows(struct req *req, enum sheet_format format)
{
	const struct db_rows *rows;
	struct sheet_out *out;
	struct db_batch *b;
	enum outcome o;
	int h, i, r;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	h = db_call(b, SQL_UPLOAD_HEAD, field(req, "upload"));
	r = db_call(b, SQL_UPLOAD_ROWS, field(req, "upload"), "bad", "0",
	    "20000");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, h)) == 0)
		return OUT_UNKNOWN;
	rows = db_result(b, r);
	out = open_list(req, format, 1);
	if (out == NULL)
		return OUT_FAULT;
	for (i = 0; i < db_count(rows); i++)
		add_row(req, out, rows, i);
	return send_list(req, out, format, arena_printf(req->arena,
	    "corrections-%s", field(req, "upload")));
}

enum outcome
partner_upload_bad_xlsx(struct req *req)
{
	return bad_rows(req, SHEET_XLSX);
}

enum outcome
partner_upload_bad_csv(struct req *req)
{
	return bad_rows(req, SHEET_CSV);
}

/* GET /partner/template.*: the empty list (R20). */
static enum outcome
empty_list(struct req *req, enum sheet_format format)
{
	struct sheet_out *out;
	enum outcome o;

	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	out = open_list(req, format, 0);
	return out == NULL ? OUT_FAULT : send_list(req, out, format,
	    "applicants");
}

enum outcome
partner_template_xlsx(struct req *req)
{
	return empty_list(req, SHEET_XLSX);
}

enum outcome
partner_template_csv(struct req *req)
{
	return empty_list(req, SHEET_CSV);
}
