#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "app.h"
#include "applicant.h"
#include "arena.h"
#include "conf.h"
#include "sheet_child.h"
#include "table.h"
#include "upload.h"
#include "upload_read.h"

static const char *
translate(void *lang, const char *english)
{
	return i18n_text(lang, english);
}

/* A sentence from malloc becomes the problem of the field `list`. */
static void
refuse(struct req *req, char *text)
{
	field_error(req, "list", arena_strdup(req->arena, text));
	free(text);
}

/* Why no list was found in a sheet that could be read. */
static void
refuse_table(struct req *req, enum table_code code, const struct table *t)
{
	const struct table_column *c;
	const char *names = "";
	size_t i;

	switch (code) {
	case TABLE_MISSING_COLUMN:
		for (i = 0; (c = table_missing(t, i)) != NULL; i++)
			names = arena_printf(req->arena, "%s%s%s", names,
			    *names == '\0' ? "" : ", ", T(req,
			    applicant_label((enum applicant_column)
			    (c - applicant_columns))));
		field_error(req, "list", arena_printf(req->arena,
		    T(req, "These columns are missing: %s. The heading was "
		    "found in row %u."), names, t->heading_row));
		break;
	case TABLE_NO_ROWS:
		field_error(req, "list", T(req, "There are no students below "
		    "the heading of the list."));
		break;
	case TABLE_TOO_MANY_ROWS:
		field_error(req, "list", arena_printf(req->arena,
		    T(req, "The list has %u students; at most %d can be sent "
		    "at once. Please divide it."), t->nrows,
		    APPLICANT_ROWS_MAX));
		break;
	default:
		field_error(req, "list", T(req, "No heading was found. The "
		    "list needs a row that names its columns, such as student "
		    "number, name, date of birth. There is an empty list to "
		    "download."));
	}
}

/* What a coordinator should know of how the file was read. */
static const char *
notes_of(struct req *req, const struct sheet *s, const struct table *t,
    const struct applicant_list *list)
{
	json_t *notes, *unknown;
	uint32_t blanked = 0;
	const char *out;
	char *text;
	size_t i;

	unknown = json_array();
	for (i = 0; i < t->nunknown; i++)
		json_array_append_new(unknown, json_string(t->unknown[i].text));
	for (i = 0; i < list->nrows; i++)
		blanked += (uint32_t)__builtin_popcount(list->rows[i].blanked);
	if (s->blanked > blanked)
		blanked = s->blanked;
	notes = json_pack("{s:s, s:i, s:i, s:i, s:o, s:i}", "sheet", s->name,
	    "sheets", (int)s->sheets, "heading", (int)t->heading_row,
	    "blanked", (int)blanked, "unknown", unknown, "hidden",
	    (int)s->hidden_rows);
	text = notes == NULL ? NULL : json_dumps(notes, JSON_COMPACT);
	json_decref(notes);
	out = arena_strdup(req->arena, text == NULL ? "{}" : text);
	free(text);
	return out;
}

static struct upload_rows *
rows_of(struct req *req, const struct sheet *s, int this_year)
{
	struct applicant_list *list;
	struct upload_rows *out = NULL;
	struct table *t = NULL;
	enum table_code code;
	char *json;

	code = table_find(s, applicant_columns, APPLICANT_COLUMNS,
	    APPLICANT_ROWS_MAX, &t);
	if (code != TABLE_OK) {
		refuse_table(req, code, t);
		table_free(t);
		return NULL;
	}
	list = applicant_read(t, this_year);
	json = list == NULL ? NULL : applicant_json(list);
	if (json != NULL) {
		out = arena_alloc(req->arena, sizeof(*out));
		out->rows = arena_strdup(req->arena, json);
		out->notes = notes_of(req, s, t, list);
	} else
		field_error(req, "list", T(req, "The file could not be read "
		    "because of a fault of ours. Please try again later."));
	free(json);
	applicant_free(list);
	table_free(t);
	return out;
}

struct upload_rows *
upload_read(struct req *req, const struct upload_file *file, int this_year)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	struct upload_rows *out;
	struct sheet_child child = { 0 };
	struct sheet_error error;
	struct sheet *s = NULL;

	child.helper = arena_printf(req->arena, "%s/sheetreader",
	    conf_get(req->app->conf, "libexec", "/usr/libexec/sojourn"));
	if (sheet_child_read(&child, file->bytes, file->size,
	    &sheet_limits_default, &s, &error) != SHEET_OK) {
		req->reply.too_large = error.code == SHEET_TOO_LARGE;
		refuse(req, sheet_error_text(&error, translate,
		    (void *)req->lang));
		return NULL;
	}
	out = rows_of(req, s, this_year);
	sheet_free(s);
	if (out == NULL)
		return NULL;
	crypto_hash_sha256(hash, file->bytes, file->size);
	out->sha256 = db_bytes(req->arena, hash, sizeof(hash));
	return out;
}
