#include <glib.h>

#include "applicant.h"

/*
 * The list as JSON.  Written straight into one text: a tree of ten thousand
 * rows took four times as long as reading them.
 */

static void
put_string(GString *out, const char *s)
{
	const char *from;

	g_string_append_c(out, '"');
	for (from = s; *s != '\0'; s++) {
		if ((unsigned char)*s >= 0x20 && *s != '"' && *s != '\\')
			continue;
		g_string_append_len(out, from, s - from);
		if ((unsigned char)*s < 0x20)
			g_string_append_printf(
			    out, "\\u%04x", (unsigned)*s);
		else
			g_string_append_printf(out, "\\%c", *s);
		from = s + 1;
	}
	g_string_append_len(out, from, s - from);
	g_string_append_c(out, '"');
}

static void
put_number(GString *out, const char *key, long long n)
{
	g_string_append_printf(out, "\"%s\":%lld", key, n);
}

static void
put_text(GString *out, const char *key, const char *text)
{
	g_string_append_c(out, '"');
	g_string_append(out, key);
	g_string_append(out, "\":");
	put_string(out, text);
}

/* The columns that have a text, by key. */
static void
put_texts(GString *out, const char *key, const char *const *texts)
{
	const char *comma = "";
	int i;

	g_string_append_printf(out, ",\"%s\":{", key);
	for (i = 0; i < APPLICANT_COLUMNS; i++) {
		if (*texts[i] == '\0')
			continue;
		g_string_append(out, comma);
		put_text(out, applicant_columns[i].key, texts[i]);
		comma = ",";
	}
	g_string_append_c(out, '}');
}

static void
put_fault(GString *out, const struct applicant_row *row,
    const struct applicant_fault *fault)
{
	g_string_append_c(out, '{');
	put_text(out, "column", applicant_columns[fault->column].key);
	g_string_append_c(out, ',');
	put_text(out, "value", row->raw[fault->column]);
	g_string_append_c(out, ',');
	put_text(out, "reason", value_code_name(fault->code));
	g_string_append_c(out, ',');
	put_number(out, "limit", fault->limit);
	g_string_append_c(out, '}');
}

static void
put_row(GString *out, const struct applicant_row *row)
{
	size_t i;

	g_string_append_c(out, '{');
	put_number(out, "row", row->number);
	if (row->duplicate_of != 0) {
		g_string_append_c(out, ',');
		put_number(out, "duplicate_of", row->duplicate_of);
	}
	put_texts(out, "cells", row->values);
	put_texts(out, "raw", row->raw);
	g_string_append(out, ",\"problems\":[");
	for (i = 0; i < row->nfaults; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		put_fault(out, row, &row->faults[i]);
	}
	g_string_append(out, "]}");
}

char *
applicant_json(const struct applicant_list *list)
{
	GString *out = g_string_sized_new(list->nrows * 500 + 16);
	size_t i;

	g_string_append_c(out, '[');
	for (i = 0; i < list->nrows; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		put_row(out, &list->rows[i]);
	}
	g_string_append_c(out, ']');
	return g_string_free(out, FALSE);
}
