#include <string.h>

#include "sheet_write_parts.h"

/* CSV as Excel opens it by a double click: UTF-8 with BOM, CR LF. */

static void
put_cell(GString *csv, const char *text, bool is_number)
{
	bool guard = !is_number && *text != '\0' &&
	    strchr("=+-@\t\r", *text) != NULL;
	size_t len = strlen(text);

	if (!guard && strpbrk(text, "\",\r\n;\t") == NULL &&
	    (len == 0 || (text[0] != ' ' && text[len - 1] != ' '))) {
		g_string_append(csv, text);
		return;
	}
	g_string_append_c(csv, '"');
	if (guard)
		g_string_append_c(csv, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			g_string_append_c(csv, '"');
		g_string_append_c(csv, *text);
	}
	g_string_append_c(csv, '"');
}

void
sheet_csv_begin(struct sheet_out *out, const struct sheet_out_spec *spec)
{
	const char *const *title;
	size_t i;

	out->csv = g_string_new("\xef\xbb\xbf");
	for (title = spec->titles; title != NULL && *title != NULL; title++) {
		put_cell(out->csv, *title, false);
		g_string_append(out->csv, "\r\n");
	}
	for (i = 0; i < spec->ncolumns; i++) {
		if (i > 0)
			g_string_append_c(out->csv, ',');
		put_cell(out->csv, spec->columns[i].heading, false);
	}
	g_string_append(out->csv, "\r\n");
}

void
sheet_csv_row(struct sheet_out *out, const char *const *cells)
{
	size_t i;

	for (i = 0; i < out->ncolumns; i++) {
		if (i > 0)
			g_string_append_c(out->csv, ',');
		if (cells[i] != NULL)
			put_cell(out->csv, cells[i],
			    out->kinds[i] == SHEET_NUMBER &&
				sheet_is_number(cells[i]));
	}
	g_string_append(out->csv, "\r\n");
}
