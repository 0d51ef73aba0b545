#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_xlsx.h"

/* The cells of one worksheet, read in a single pass. */

enum { ROWS_MAX = 1048576, COLUMNS_MAX = 16384 };

struct cell {
	uint32_t column; /* from 0 */
	unsigned style;
	char type; /* first letter of t: s, i(nlineStr), S(tr), b, e, d, n */
	bool has_formula;
	bool has_value;
};

struct cells {
	struct xlsx *xlsx;
	struct xlsx_part part;
	uint32_t row;    /* of the open row, from 1 */
	uint32_t column; /* of the next cell without a reference */
	struct cell cell;
	GString *text; /* of the open cell */
	bool in_cell, in_text, in_phonetic;
};

static enum sheet_code
damaged(struct cells *cells)
{
	return sheet_fail_part(
	    cells->xlsx->error, SHEET_DAMAGED, cells->part.name);
}

/* "AB12" → column 27, row 12; false for what is no reference. */
static bool
parse_reference(const char *s, uint32_t *column, uint32_t *row)
{
	uint32_t n = 0;
	guint64 r;
	char *end;

	for (; g_ascii_isalpha(*s) && n < COLUMNS_MAX; s++)
		n = n * 26 + (uint32_t)(g_ascii_toupper(*s) - 'A') + 1;
	if (n < 1 || n > COLUMNS_MAX || !g_ascii_isdigit(*s))
		return false;
	r = g_ascii_strtoull(s, &end, 10);
	if (*end != '\0' || r < 1 || r > ROWS_MAX)
		return false;
	*column = n - 1;
	*row = (uint32_t)r;
	return true;
}

static enum sheet_code
begin_row(struct cells *cells)
{
	char *number = xlsx_attribute(&cells->part, "r");
	char *hidden = xlsx_attribute(&cells->part, "hidden");
	guint64 row = cells->row + 1;

	if (number != NULL)
		row = g_ascii_strtoull(number, NULL, 10);
	if (hidden != NULL && strcmp(hidden, "0") != 0 &&
	    strcmp(hidden, "false") != 0)
		cells->xlsx->build->sheet->hidden_rows++;
	xmlFree(number);
	xmlFree(hidden);
	if (row <= cells->row || row > ROWS_MAX)
		return damaged(cells);
	cells->row = (uint32_t)row;
	cells->column = 0;
	sheet_build_row(cells->xlsx->build, cells->row);
	return SHEET_OK;
}

static char
type_of(const char *t)
{
	return strcmp(t, "str") == 0 ? 'S' : t[0] == '\0' ? 'n' : t[0];
}

/* Reads the attributes r, s and t of a <c>. */
static enum sheet_code
begin_cell(struct cells *cells)
{
	xmlTextReaderPtr reader = cells->part.reader;
	struct cell *cell = &cells->cell;
	const char *name, *value;
	bool good = true;
	uint32_t row;

	*cell = (struct cell){.column = cells->column, .type = 'n'};
	while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
		name = (const char *)xmlTextReaderConstLocalName(reader);
		value = (const char *)xmlTextReaderConstValue(reader);
		if (name == NULL || value == NULL)
			continue;
		if (strcmp(name, "r") == 0)
			good = good &&
			    parse_reference(value, &cell->column, &row);
		else if (strcmp(name, "s") == 0)
			cell->style = (unsigned)MIN(
			    g_ascii_strtoull(value, NULL, 10), 1000000);
		else if (strcmp(name, "t") == 0)
			cell->type = type_of(value);
	}
	xmlTextReaderMoveToElement(reader);
	cells->column = cell->column + 1;
	g_string_truncate(cells->text, 0);
	cells->in_cell = true;
	return good && cells->row > 0 ? SHEET_OK : damaged(cells);
}

static enum sheet_code
put_number(struct cells *cells)
{
	const struct xlsx *xlsx = cells->xlsx;
	struct xlsx_style style = {XLSX_NO_DATE, 0};
	enum sheet_kind kind;
	char text[64];

	if (cells->cell.style < xlsx->nstyles)
		style = xlsx->styles[cells->cell.style];
	kind = xlsx_number(cells->text->str, style, xlsx->date1904, text);
	return sheet_build_cell(
	    xlsx->build, cells->cell.column, kind, text, strlen(text));
}

static enum sheet_code
put_shared(struct cells *cells)
{
	const struct xlsx *xlsx = cells->xlsx;
	guint64 n = g_ascii_strtoull(cells->text->str, NULL, 10);

	if (n >= xlsx->nstrings)
		return damaged(cells);
	return sheet_build_cell(xlsx->build, cells->cell.column, SHEET_TEXT,
	    xlsx->strings[n], strlen(xlsx->strings[n]));
}

static enum sheet_code
end_cell(struct cells *cells)
{
	struct cell *cell = &cells->cell;
	struct sheet_build *build = cells->xlsx->build;
	enum sheet_kind kind = SHEET_TEXT;
	const char *text;

	cells->in_cell = cells->in_text = cells->in_phonetic = false;
	if (cell->has_formula && !cell->has_value)
		build->sheet->uncalculated++;
	if (cells->text->len == 0)
		return SHEET_OK;
	if (cell->type == 's')
		return put_shared(cells);
	if (cell->type == 'n')
		return put_number(cells);
	xlsx_unescape(cells->text->str);
	text = cells->text->str;
	if (cell->type == 'b')
		text = strcmp(text, "1") == 0 ? "TRUE" : "FALSE";
	else if (cell->type == 'd')
		kind = SHEET_DATE;
	return sheet_build_cell(
	    build, cell->column, kind, text, strlen(text));
}

static enum sheet_code
read_merge(struct cells *cells)
{
	char *ref = xlsx_attribute(&cells->part, "ref");
	char *to = ref != NULL ? strchr(ref, ':') : NULL;
	enum sheet_code code = SHEET_OK;
	struct sheet_merge merge;

	if (to != NULL) {
		*to++ = '\0';
		if (parse_reference(ref, &merge.column_from, &merge.row_from) &&
		    parse_reference(to, &merge.column_to, &merge.row_to)) {
			merge.column_from++;
			merge.column_to++;
			code = sheet_build_merge(cells->xlsx->build, &merge);
		}
	}
	xmlFree(ref);
	return code;
}

/* What stands inside a cell: value, inline text, formula. */
static void
read_inside(struct cells *cells)
{
	struct xlsx_part *part = &cells->part;
	bool empty = xmlTextReaderIsEmptyElement(part->reader) == 1;
	const char *text = xlsx_text(part);

	if (text != NULL) {
		if (cells->in_text && !cells->in_phonetic)
			g_string_append(cells->text, text);
	} else if (xlsx_at(part, "v") || xlsx_at(part, "t")) {
		cells->in_text = !empty;
		cells->cell.has_value |= !empty;
	} else if (xlsx_at_end(part, "v") || xlsx_at_end(part, "t")) {
		cells->in_text = false;
	} else if (xlsx_at(part, "rPh")) {
		cells->in_phonetic = !empty;
	} else if (xlsx_at_end(part, "rPh")) {
		cells->in_phonetic = false;
	} else if (xlsx_at(part, "f")) {
		cells->cell.has_formula = true;
	}
}

static enum sheet_code
read_node(struct cells *cells)
{
	struct xlsx_part *part = &cells->part;
	enum sheet_code code;

	if (cells->in_cell) {
		if (xlsx_at_end(part, "c"))
			return end_cell(cells);
		read_inside(cells);
		return SHEET_OK;
	}
	if (xlsx_at(part, "c")) {
		code = begin_cell(cells);
		if (code == SHEET_OK &&
		    xmlTextReaderIsEmptyElement(part->reader))
			cells->in_cell = false;
		return code;
	}
	if (xlsx_at(part, "row"))
		return begin_row(cells);
	if (xlsx_at_end(part, "row"))
		sheet_build_row_end(cells->xlsx->build);
	if (xlsx_at(part, "mergeCell"))
		return read_merge(cells);
	return SHEET_OK;
}

enum sheet_code
xlsx_read_cells(struct xlsx *xlsx)
{
	struct cells cells = {.xlsx = xlsx, .text = g_string_new(NULL)};
	enum sheet_code code;
	bool more = true;

	code = xlsx_part_open(xlsx, xlsx->sheet_part, &cells.part);
	while (code == SHEET_OK &&
	    (code = xlsx_part_next(&cells.part, &more)) == SHEET_OK && more)
		code = read_node(&cells);
	xlsx_part_close(&cells.part);
	g_string_free(cells.text, TRUE);
	return code;
}
