#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "conf.h"
#include "sheet_child.h"
#include "table.h"
#include "teach.h"
#include "upload.h"

/* A sheet of grades from a file: read in a process of its own (S16). */

#define ROWS_MAX	5000

static const char *const student_names[] = { "temporary_id", "student",
    "임시학번", "학번", "Temporary ID", "Temporary student ID", "Student ID",
    "学生番号", "臨時学生番号", "仮学籍番号", NULL };
static const char *const name_names[] = { "name", "성명", "이름", "Name",
    "氏名", NULL };
static const char *const grade_names[] = { "grade", "성적", "점수", "백분율",
    "Grade", "Score", "Percent", "成績", "点数", NULL };

enum { COLUMN_STUDENT, COLUMN_NAME, COLUMN_GRADE, COLUMNS };

static const struct table_column columns[COLUMNS] = {
	[COLUMN_STUDENT] = { "student", student_names, true },
	[COLUMN_NAME] = { "name", name_names, false },
	[COLUMN_GRADE] = { "grade", grade_names, true },
};

static const char *
translate(void *lang, const char *english)
{
	return i18n_text(lang, english);
}

/* Why there is no list in a sheet that could be read. */
static void
refuse_table(struct req *req, enum table_code code, const struct table *t)
{
	if (code == TABLE_NO_ROWS)
		field_error(req, "list", T(req, "There are no students below "
		    "the heading of the list."));
	else if (code == TABLE_TOO_MANY_ROWS)
		field_error(req, "list", arena_printf(req->arena,
		    T(req, "The sheet has %u rows; at most %d can be read."),
		    t->nrows, ROWS_MAX));
	else
		field_error(req, "list", T(req, "No heading was found. The "
		    "sheet needs a row that names the columns temporary ID "
		    "and grade. There is a sheet with your students to "
		    "download."));
}

/* JSON as a text of the request; json is given away. */
static const char *
dumped(struct req *req, json_t *json)
{
	char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);
	const char *out = text == NULL ? "[]" : arena_strdup(req->arena, text);

	free(text);
	json_decref(json);
	return out;
}

static const char *
rows_of(struct req *req, const struct table *t)
{
	static const char *const keys[COLUMNS] = { "student", "name",
	    "grade" };
	json_t *rows = json_array(), *row;
	char *value;
	uint32_t i;
	int c;

	for (i = 0; i < t->nrows; i++) {
		row = json_pack("{s:i}", "row", (int)table_row_number(t, i));
		for (c = 0; c < COLUMNS; c++) {
			value = table_value(t, i, (size_t)c);
			json_object_set_new(row, keys[c],
			    json_string(value == NULL ? "" : value));
			free(value);
		}
		json_array_append_new(rows, row);
	}
	return dumped(req, rows);
}

static const char *
notes_of(struct req *req, const struct sheet *s, const struct table *t)
{
	json_t *unknown = json_array();
	size_t i;

	for (i = 0; i < t->nunknown; i++)
		json_array_append_new(unknown, json_string(t->unknown[i].text));
	return dumped(req, json_pack("{s:s, s:i, s:o}", "sheet", s->name,
	    "heading", (int)t->heading_row, "unknown", unknown));
}

int
teach_read(struct req *req, const struct upload_file *file,
    struct teach_file *out)
{
	struct sheet_child child = { 0 };
	unsigned char hash[crypto_hash_sha256_BYTES];
	struct sheet_error error;
	struct sheet *s = NULL;
	struct table *t = NULL;
	enum table_code code;
	char *text;

	child.helper = arena_printf(req->arena, "%s/sheetreader",
	    conf_get(req->app->conf, "libexec", "/usr/libexec/sojourn"));
	if (sheet_child_read(&child, file->bytes, file->size,
	    &sheet_limits_default, &s, &error) != SHEET_OK) {
		text = sheet_error_text(&error, translate, (void *)req->lang);
		field_error(req, "list", arena_strdup(req->arena, text));
		free(text);
		return -1;
	}
	code = table_find(s, columns, COLUMNS, ROWS_MAX, &t);
	if (code == TABLE_OK) {
		crypto_hash_sha256(hash, file->bytes, file->size);
		out->sha256 = db_bytes(req->arena, hash, sizeof(hash));
		out->rows = rows_of(req, t);
		out->notes = notes_of(req, s, t);
	} else
		refuse_table(req, code, t);
	table_free(t);
	sheet_free(s);
	return code == TABLE_OK ? 0 : -1;
}
