#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_build.h"

/*
 * CSV after RFC 4180, with what people's programs do besides: any of three
 * separators, LF or CR LF or CR, quotation marks inside a bare value.  This
 * is our own, because a message about a quotation mark must name its line.
 */

enum { SAMPLE_RECORDS = 40, SAMPLE_FIELDS = 64 };

struct csv {
	const char *p, *end; /* the text, UTF-8, NUL at end */
	char separator;
	uint64_t line; /* of p, from 1 */
	char *field;   /* the value read last, not terminated */
	size_t len, room;
	bool quoted;
};

static bool
at_line_end(const struct csv *csv)
{
	return csv->p == csv->end || *csv->p == '\n' || *csv->p == '\r';
}

static void
skip_line_end(struct csv *csv)
{
	if (csv->p < csv->end && *csv->p == '\r')
		csv->p++;
	if (csv->p < csv->end && *csv->p == '\n')
		csv->p++;
	csv->line++;
}

/* Reads the quoted value that begins at p. */
static enum sheet_code
read_quoted(struct csv *csv, struct sheet_error *error)
{
	uint64_t opened = csv->line;

	for (csv->p++; csv->p < csv->end; csv->p++) {
		if (*csv->p == '"' && *++csv->p != '"') {
			while (*csv->p == ' ')
				csv->p++;
			if (at_line_end(csv) || *csv->p == csv->separator)
				return SHEET_OK;
			return sheet_fail_at(
			    error, SHEET_STRAY_QUOTE, csv->line, 0);
		}
		csv->line += *csv->p == '\n' ||
		    (*csv->p == '\r' && csv->p[1] != '\n');
		csv->field[csv->len++] = *csv->p;
	}
	return sheet_fail_at(error, SHEET_UNCLOSED_QUOTE, opened, 0);
}

/* Reads one value and stops at the separator or line end after it. */
static enum sheet_code
read_field(struct csv *csv, struct sheet_error *error)
{
	const char *from = csv->p;

	csv->len = 0;
	while (*csv->p == ' ')
		csv->p++;
	csv->quoted = *csv->p == '"';
	if (csv->quoted)
		return read_quoted(csv, error);
	csv->p = from;
	while (!at_line_end(csv) && *csv->p != csv->separator)
		csv->field[csv->len++] = *csv->p++;
	return SHEET_OK;
}

/* Counts the values of one record; 0 when it breaks off in an error. */
static unsigned
count_fields(struct csv *csv)
{
	struct sheet_error error;
	unsigned n = 0;

	for (;;) {
		if (read_field(csv, &error) != SHEET_OK)
			return 0;
		n++;
		if (at_line_end(csv))
			break;
		csv->p++;
	}
	if (csv->p < csv->end)
		skip_line_end(csv);
	return n;
}

/* How well a separator explains the first records: rows alike, then width. */
static unsigned
score_separator(struct csv csv, char separator)
{
	unsigned seen[SAMPLE_FIELDS] = {0}, best = 0, i, n;

	csv.separator = separator;
	for (i = 0; i < SAMPLE_RECORDS && csv.p < csv.end; i++) {
		n = count_fields(&csv);
		if (n == 0)
			break;
		if (n > 1)
			seen[n < SAMPLE_FIELDS ? n : SAMPLE_FIELDS - 1]++;
	}
	for (i = 2; i < SAMPLE_FIELDS; i++)
		best = MAX(best, seen[i] * 100 + (seen[i] > 0 ? i : 0));
	return best;
}

static char
find_separator(const struct csv *csv)
{
	static const char candidates[] = {',', '\t', ';'};
	unsigned best = 0, score;
	char separator = ',';
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(candidates); i++) {
		score = score_separator(*csv, candidates[i]);
		if (score > best) {
			best = score;
			separator = candidates[i];
		}
	}
	return separator;
}

/* Excel's own first line "sep=;" says it. */
static bool
take_declared_separator(struct csv *csv)
{
	const char *p = csv->p;

	if (csv->end - p < 5 || g_ascii_strncasecmp(p, "sep=", 4) != 0 ||
	    strchr(",;\t|", p[4]) == NULL)
		return false;
	csv->separator = p[4];
	csv->p += 5;
	if (!at_line_end(csv)) {
		csv->p = p;
		return false;
	}
	skip_line_end(csv);
	return true;
}

/* A bare value of digits may have lost its leading zeros in Excel. */
static enum sheet_kind
kind_of(const struct csv *csv)
{
	size_t i = 0;

	if (csv->quoted || csv->len == 0 || csv->len > 15)
		return SHEET_TEXT;
	while (i < csv->len && g_ascii_isdigit(csv->field[i]))
		i++;
	return i == csv->len && csv->field[0] != '0' ? SHEET_NUMBER
						     : SHEET_TEXT;
}

static enum sheet_code
read_record(struct sheet_build *build, struct csv *csv, uint32_t number)
{
	enum sheet_code code;
	uint32_t column;

	sheet_build_row(build, number);
	for (column = 0;; column++) {
		code = read_field(csv, build->error);
		if (code == SHEET_OK)
			code = sheet_build_cell(build, column, kind_of(csv),
			    csv->field, csv->len);
		if (code != SHEET_OK)
			return code;
		if (at_line_end(csv))
			break;
		csv->p++;
	}
	sheet_build_row_end(build);
	if (csv->p < csv->end)
		skip_line_end(csv);
	return SHEET_OK;
}

enum sheet_code
sheet_csv_read(struct sheet_build *build, const char *bytes, size_t size)
{
	struct csv csv = {.line = 1};
	enum sheet_code code;
	uint32_t number = 1;
	char *text;
	size_t len;

	code = sheet_decode(bytes, size, build->limits->encoding,
	    &build->sheet->encoding, &text, &len, build->error);
	if (code != SHEET_OK)
		return code;
	csv.p = text;
	csv.end = text + len;
	csv.field = malloc(len + 1);
	if (csv.field == NULL)
		code = sheet_fail(build->error, SHEET_MEMORY);
	else if (take_declared_separator(&csv))
		number++;
	else
		csv.separator = find_separator(&csv);
	build->sheet->separator = csv.separator;
	while (code == SHEET_OK && csv.p < csv.end)
		code = read_record(build, &csv, number++);
	free(csv.field);
	free(text);
	return code;
}
