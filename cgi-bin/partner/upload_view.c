#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "applicant.h"
#include "arena.h"
#include "partner.h"
#include "upload_view.h"
#include "value.h"

#define PAGE_ROWS	50

static const char *
translate(void *lang, const char *english)
{
	return i18n_text(lang, english);
}

const char *
upload_problem_text(struct req *req, const char *reason, long limit)
{
	const char *out;
	char *text;

	if (strcmp(reason, "leave") == 0)
		return T(req, "Students on leave cannot take courses (R2).");
	if (value_code_of(reason) == VALUE_CODES)
		return reason;
	text = value_code_text(value_code_of(reason), limit, translate,
	    (void *)req->lang);
	out = arena_strdup(req->arena, text == NULL ? reason : text);
	free(text);
	return out;
}

const char *
upload_verdict_text(struct req *req, const char *verdict,
    const char *duplicate_of)
{
	static const struct {
		const char	*verdict, *text;
	} texts[] = {
		{ "new", N_("New") },
		{ "returning", N_("Known: keeps the temporary ID") },
		{ "adopts", N_("Joins the student's own application") },
		{ "corrects", N_("Corrects a returned application") },
		{ "differs", N_("Differs from the student's own application: "
		    "a person decides") },
		{ "doubtful", N_("May be somebody who is known: a person "
		    "decides") },
		{ "already", N_("On a list of this term already") },
		{ "error", N_("Error") },
	};
	size_t i;

	if (strcmp(verdict, "duplicate") == 0)
		return arena_printf(req->arena,
		    T(req, "The same student number as in row %s"),
		    duplicate_of);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (strcmp(texts[i].verdict, verdict) == 0)
			return T(req, texts[i].text);
	return verdict;
}

/* The columns of the table; a cell shows what was typed. */
static const enum applicant_column shown[] = { APPLICANT_STUDENT_NO,
    APPLICANT_NAME_NATIVE, APPLICANT_BIRTH_DATE, APPLICANT_LEVEL,
    APPLICANT_DEPARTMENT, APPLICANT_EMAIL };

#define NSHOWN	(sizeof(shown) / sizeof(shown[0]))
/* row, verdict, tone, text, latin, other problems, then value + why each */
#define NCELLS	(6 + 2 * NSHOWN)

static const char *
json_text(struct req *req, const json_t *object, const char *key)
{
	const char *s = json_string_value(json_object_get(object, key));

	return s == NULL ? "" : arena_strdup(req->arena, s);
}

/* The first problem of a column, "" when the cell is fine. */
static const char *
problem_of(struct req *req, const json_t *problems, const char *key)
{
	const json_t *p;
	const char *column;
	size_t i;

	json_array_foreach(problems, i, p) {
		column = json_string_value(json_object_get(p, "column"));
		if (column != NULL && strcmp(column, key) == 0)
			return upload_problem_text(req, json_text(req, p,
			    "reason"), (long)json_integer_value(
			    json_object_get(p, "limit")));
	}
	return "";
}

/* Problems of columns that have no place in the table. */
static const char *
other_problems(struct req *req, const json_t *problems)
{
	const char *out = "", *key;
	const json_t *p;
	size_t i, k;
	int c;

	json_array_foreach(problems, i, p) {
		key = json_text(req, p, "column");
		for (k = 0; k < NSHOWN; k++)
			if (strcmp(applicant_columns[shown[k]].key, key) == 0)
				break;
		if (k < NSHOWN)
			continue;
		for (c = 0; c < APPLICANT_COLUMNS; c++)
			if (strcmp(applicant_columns[c].key, key) == 0)
				key = T(req, applicant_label(c));
		out = arena_printf(req->arena, "%s%s%s: %s", out,
		    *out == '\0' ? "" : " ", key, upload_problem_text(req,
		    json_text(req, p, "reason"), (long)json_integer_value(
		    json_object_get(p, "limit"))));
	}
	return out;
}

static const char *
tone_of(const char *verdict)
{
	if (strcmp(verdict, "error") == 0)
		return "bad";
	if (strcmp(verdict, "new") == 0 || strcmp(verdict, "returning") == 0 ||
	    strcmp(verdict, "adopts") == 0 || strcmp(verdict, "corrects") == 0)
		return "ok";
	return "warn";
}

static void
fill_row(struct req *req, const struct db_rows *r, int i, const char **cells)
{
	json_t *raw, *good, *problems;
	const char *key, *verdict;
	size_t k;

	raw = json_loads(db_get(r, i, "raw"), 0, NULL);
	good = json_loads(db_get(r, i, "cells"), 0, NULL);
	problems = json_loads(db_get(r, i, "problems"), 0, NULL);
	verdict = db_get(r, i, "verdict");
	cells[0] = db_get(r, i, "row_no");
	cells[1] = verdict;
	cells[2] = tone_of(verdict);
	cells[3] = upload_verdict_text(req, verdict,
	    db_get(r, i, "duplicate_of"));
	cells[4] = json_text(req, good, "name_latin");
	cells[5] = other_problems(req, problems);
	for (k = 0; k < NSHOWN; k++) {
		key = applicant_columns[shown[k]].key;
		cells[6 + 2 * k] = json_text(req, good, key);
		if (*cells[6 + 2 * k] == '\0')
			cells[6 + 2 * k] = json_text(req, raw, key);
		cells[7 + 2 * k] = problem_of(req, problems, key);
	}
	json_decref(raw);
	json_decref(good);
	json_decref(problems);
}

static void
push_rows(struct view *v, struct req *req, const struct db_rows *r)
{
	const char *columns[NCELLS] = { "row", "verdict", "tone", "text",
	    "latin", "other" };
	const char **cells;
	int i, n = db_count(r);
	size_t k;

	for (k = 0; k < NSHOWN; k++) {
		columns[6 + 2 * k] = applicant_columns[shown[k]].key;
		columns[7 + 2 * k] = arena_printf(req->arena, "why_%s",
		    applicant_columns[shown[k]].key);
	}
	cells = arena_alloc(req->arena, ((size_t)n + 1) * NCELLS *
	    sizeof(*cells));
	for (i = 0; i < n; i++)
		fill_row(req, r, i, cells + (size_t)i * NCELLS);
	view_table(v, "rows", columns, NCELLS, cells, n);
}

/* What the reader noted about the file. */
static void
push_notes(struct view *v, struct req *req, const char *text)
{
	const char *unknown = "";
	const json_t *list;
	json_t *notes;
	size_t i;

	notes = json_loads(text, 0, NULL);
	list = json_object_get(notes, "unknown");
	for (i = 0; i < json_array_size(list); i++)
		unknown = arena_printf(req->arena, "%s%s%s", unknown,
		    i == 0 ? "" : ", ",
		    json_string_value(json_array_get(list, i)));
	view_text(v, "sheet", json_text(req, notes, "sheet"));
	view_int(v, "sheets", json_integer_value(json_object_get(notes,
	    "sheets")));
	view_int(v, "heading", json_integer_value(json_object_get(notes,
	    "heading")));
	view_int(v, "blanked", json_integer_value(json_object_get(notes,
	    "blanked")));
	view_text(v, "unknown", unknown);
	json_decref(notes);
}

enum outcome
upload_preview(struct req *req, enum outcome said)
{
	const struct db_rows *head, *rows;
	long long matching, page;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int h, r;

	page = field_int(req, "page", 1);
	b = db_open(req);
	h = db_call(b, SQL_UPLOAD_HEAD, field(req, "upload"));
	r = db_call(b, SQL_UPLOAD_ROWS, field(req, "upload"),
	    field(req, "verdict"), arena_printf(req->arena, "%lld",
	    (page - 1) * PAGE_ROWS), arena_printf(req->arena, "%d",
	    PAGE_ROWS));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	head = db_result(b, h);
	rows = db_result(b, r);
	if (db_count(head) == 0)
		return OUT_UNKNOWN;
	matching = db_count(rows) == 0 ? 0 : db_int(rows, 0, "matching");
	v = view_new(req, "partner/upload_preview");
	view_text(v, "title", T(req, "Check the list"));
	view_row(v, "", head, 0);
	view_int(v, "n_bad", db_int(head, 0, "n_out") +
	    db_int(head, 0, "n_error"));
	view_int(v, "n_known", db_int(head, 0, "n_returning") +
	    db_int(head, 0, "n_adopts"));
	push_notes(v, req, db_get(head, 0, "notes"));
	view_int(v, "matching", matching);
	view_int(v, "page", page);
	view_int(v, "pages", (matching + PAGE_ROWS - 1) / PAGE_ROWS);
	view_int(v, "before", page - 1);
	view_int(v, "after", page * PAGE_ROWS < matching ? page + 1 : 0);
	push_rows(v, req, rows);
	return view_send(v, said);
}
