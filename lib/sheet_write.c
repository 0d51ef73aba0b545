#include "sheet_write.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_write_parts.h"

struct sheet_out *
sheet_out_open(enum sheet_format format, const struct sheet_out_spec *spec)
{
	struct sheet_out *out = calloc(1, sizeof *out);
	size_t i;

	if (out == NULL)
		return NULL;
	out->format = format;
	out->ncolumns = spec->ncolumns;
	out->kinds = g_new(enum sheet_kind, spec->ncolumns);
	for (i = 0; i < spec->ncolumns; i++)
		out->kinds[i] = spec->columns[i].kind;
	if (format == SHEET_CSV)
		sheet_csv_begin(out, spec);
	else if (sheet_xlsx_begin(out, spec) != 0) {
		sheet_out_drop(out);
		return NULL;
	}
	return out;
}

void
sheet_out_row(struct sheet_out *out, const char *const *cells)
{
	if (out->format == SHEET_CSV)
		sheet_csv_row(out, cells);
	else
		sheet_xlsx_row(out, cells);
}

int
sheet_out_end(struct sheet_out *out, char **bytes, size_t *size)
{
	int rc = 0;

	*bytes = NULL;
	if (out->format == SHEET_CSV) {
		*size = out->csv->len;
		*bytes = g_string_free(out->csv, FALSE);
		out->csv = NULL;
	} else {
		rc = sheet_xlsx_end(out, bytes, size);
	}
	sheet_out_drop(out);
	return rc;
}

void
sheet_out_drop(struct sheet_out *out)
{
	if (out == NULL)
		return;
	if (out->csv != NULL)
		g_string_free(out->csv, TRUE);
	sheet_xlsx_drop(out);
	g_free(out->kinds);
	free(out);
}

bool
sheet_is_number(const char *s)
{
	size_t n;

	s += *s == '-';
	n = strspn(s, "0123456789");
	if (n < 1 || n > 15 || (n > 1 && s[0] == '0'))
		return false;
	if (s[n] == '.') {
		s += n + 1;
		n = strspn(s, "0123456789");
		if (n < 1 || n > 10)
			return false;
	}
	return s[n] == '\0';
}
