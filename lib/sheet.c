#include "sheet.h"

#include <stdlib.h>
#include <string.h>

#include "resident.h"
#include "sheet_build.h"
#include "unitext.h"

enum { HEADING_ROWS = 30 }; /* where a heading is looked for */

const struct sheet_limits sheet_limits_default = {
    .bytes = 20 * 1024 * 1024,
    .rows = 20000,
    .columns = 256,
    .cells = 2000000,
    .letters = 4000,
    .encoding = SHEET_ENCODING_AUTO,
};

void
sheet_free(struct sheet *sheet)
{
	if (sheet == NULL)
		return;
	free(sheet->name);
	free(sheet->others);
	free(sheet->rows);
	free(sheet->cells);
	free(sheet->merges);
	free(sheet->pool);
	free(sheet);
}

const struct sheet_cell *
sheet_cell(const struct sheet *sheet, uint32_t row, uint32_t column)
{
	if (row >= sheet->nrows || column >= sheet->rows[row].cells)
		return NULL;
	return &sheet->cells[sheet->rows[row].first + column];
}

const char *
sheet_text(const struct sheet *sheet, uint32_t row, uint32_t column)
{
	const struct sheet_cell *cell = sheet_cell(sheet, row, column);

	return cell == NULL ? "" : sheet->pool + cell->text;
}

char *
sheet_column_name(uint32_t column, char name[8])
{
	char back[8];
	size_t n = 0, i;

	for (column++; column > 0 && n < sizeof back - 1; column /= 26) {
		column--;
		back[n++] = (char)('A' + column % 26);
	}
	for (i = 0; i < n; i++)
		name[i] = back[n - 1 - i];
	name[n] = '\0';
	return name;
}

/* Room for one more of size bytes each; false when memory is at its end. */
static bool
grow(void **list, size_t *room, size_t used, size_t more, size_t size)
{
	size_t wanted = *room == 0 ? 256 : *room;
	void *p;

	if (used + more <= *room)
		return true;
	while (wanted < used + more)
		wanted *= 2;
	p = realloc(*list, wanted * size);
	if (p == NULL)
		return false;
	*list = p;
	*room = wanted;
	return true;
}

enum sheet_code
sheet_build_begin(struct sheet_build *build, const struct sheet_limits *limits,
    struct sheet_error *error)
{
	struct sheet *sheet;

	*build = (struct sheet_build){.limits = limits, .error = error};
	build->sheet = sheet = calloc(1, sizeof *sheet);
	if (sheet == NULL || (sheet->name = strdup("")) == NULL ||
	    (sheet->others = strdup("")) == NULL ||
	    !grow((void **)&sheet->pool, &build->room_pool, 0, 1, 1)) {
		sheet_build_drop(build);
		return sheet_fail(error, SHEET_MEMORY);
	}
	sheet->sheets = 1;
	sheet->pool[sheet->npool++] = '\0';
	return SHEET_OK;
}

void
sheet_build_row(struct sheet_build *build, uint32_t number)
{
	build->row_number = number;
	build->row_has_content = false;
}

static bool
is_over(const struct sheet_build *build)
{
	return build->seen_rows > build->limits->rows + SHEET_OTHER_ROWS;
}

/* The open row's entry exists from its first cell with content on. */
static enum sheet_code
open_row(struct sheet_build *build)
{
	struct sheet *sheet = build->sheet;

	build->row_has_content = true;
	build->seen_rows++;
	if (is_over(build))
		return SHEET_OK;
	if (!grow((void **)&sheet->rows, &build->room_rows, sheet->nrows, 1,
		sizeof *sheet->rows))
		return sheet_fail(build->error, SHEET_MEMORY);
	sheet->rows[sheet->nrows++] = (struct sheet_row){
	    .number = build->row_number, .first = sheet->ncells};
	return SHEET_OK;
}

/* Keeps text in the pool and tells where. */
static enum sheet_code
keep(struct sheet_build *build, const char *text, uint32_t *at)
{
	struct sheet *sheet = build->sheet;
	size_t len = strlen(text) + 1;

	if (sheet->npool + len > SHEET_POOL_MAX ||
	    !grow((void **)&sheet->pool, &build->room_pool, sheet->npool, len,
		1))
		return sheet_fail(build->error, SHEET_MEMORY);
	memcpy(sheet->pool + sheet->npool, text, len);
	*at = sheet->npool;
	sheet->npool += (uint32_t)len;
	return SHEET_OK;
}

/* Cells up to and with column exist, empty ones in the gap. */
static enum sheet_code
reach(struct sheet_build *build, uint32_t column)
{
	struct sheet *sheet = build->sheet;
	struct sheet_row *row = &sheet->rows[sheet->nrows - 1];
	size_t more = column + 1 - (size_t)row->cells;

	if (column < row->cells)
		return sheet_fail_part(
		    build->error, SHEET_DAMAGED, "order of cells");
	if (sheet->ncells + more > build->limits->cells)
		return sheet_fail_over(build->error, SHEET_TOO_MANY_CELLS,
		    sheet->ncells + more, build->limits->cells);
	if (!grow((void **)&sheet->cells, &build->room_cells, sheet->ncells,
		more, sizeof *sheet->cells))
		return sheet_fail(build->error, SHEET_MEMORY);
	memset(sheet->cells + sheet->ncells, 0, more * sizeof *sheet->cells);
	sheet->ncells += (uint32_t)more;
	row->cells = column + 1;
	return SHEET_OK;
}

/* "\r\n" and "\r" become "\n", in place. */
static void
unify_line_ends(char *s)
{
	char *out = s;

	if (strchr(s, '\r') == NULL)
		return;
	for (; *s != '\0'; s++) {
		if (*s == '\r' && s[1] == '\n')
			continue;
		*out++ = *s == '\r' ? '\n' : *s;
	}
	*out = '\0';
}

static enum sheet_code
put_text(struct sheet_build *build, uint32_t column, enum sheet_kind kind,
    const char *text)
{
	struct sheet *sheet = build->sheet;
	struct sheet_cell *cell;
	enum sheet_code code;
	bool resident;

	code = reach(build, column);
	if (code != SHEET_OK)
		return code;
	cell = &sheet->cells[sheet->ncells - 1];
	cell->kind = (uint8_t)kind;
	resident = kind == SHEET_NUMBER ? resident_in_number(text)
					: resident_in_text(text);
	if (resident) {
		cell->blanked = true;
		return SHEET_OK;
	}
	return keep(build, text, &cell->text);
}

static bool
is_space(const char *text, size_t len)
{
	while (len > 0 && strchr(" \t\r\n", *text) != NULL) {
		text++;
		len--;
	}
	return len == 0;
}

enum sheet_code
sheet_build_cell(struct sheet_build *build, uint32_t column,
    enum sheet_kind kind, const char *text, size_t len)
{
	enum sheet_code code = SHEET_OK;
	char *clean;

	if (is_space(text, len))
		return SHEET_OK;
	if (column >= build->limits->columns) {
		sheet_fail_over(build->error, SHEET_TOO_MANY_COLUMNS, 0,
		    build->limits->columns);
		build->error->row = build->row_number;
		return SHEET_TOO_MANY_COLUMNS;
	}
	if (!build->row_has_content)
		code = open_row(build);
	if (code != SHEET_OK || is_over(build))
		return code;
	clean = unitext_nfc(text, len);
	unify_line_ends(clean);
	if (strlen(clean) > build->limits->letters &&
	    unitext_length(clean) > build->limits->letters) {
		code = sheet_fail_at(build->error, SHEET_CELL_TOO_LONG,
		    build->row_number, column + 1);
		build->error->limit = build->limits->letters;
	} else {
		code = put_text(build, column, kind, clean);
	}
	free(clean);
	return code;
}

void
sheet_build_row_end(struct sheet_build *build)
{
	build->row_has_content = false;
}

enum sheet_code
sheet_build_merge(struct sheet_build *build, const struct sheet_merge *merge)
{
	struct sheet *sheet = build->sheet;

	if (sheet->nmerges >= SHEET_MERGES_MAX)
		return SHEET_OK;
	if (!grow((void **)&sheet->merges, &build->room_merges, sheet->nmerges,
		1, sizeof *sheet->merges))
		return sheet_fail(build->error, SHEET_MEMORY);
	sheet->merges[sheet->nmerges++] = *merge;
	return SHEET_OK;
}

/* Empties a cell and wipes its text out of the pool. */
static void
blank(struct sheet *sheet, struct sheet_cell *cell)
{
	char *text = sheet->pool + cell->text;

	memset(text, 0, strlen(text));
	cell->text = 0;
	cell->blanked = true;
}

/* Blanks what stands below a heading for resident numbers. */
static void
blank_below_headings(struct sheet *sheet)
{
	uint32_t row, column, below;
	struct sheet_cell *cell;

	for (row = 0; row < sheet->nrows && row < HEADING_ROWS; row++)
		for (column = 0; column < sheet->rows[row].cells; column++) {
			if (!resident_heading(sheet_text(sheet, row, column)))
				continue;
			for (below = row + 1; below < sheet->nrows; below++) {
				cell = (struct sheet_cell *)sheet_cell(
				    sheet, below, column);
				if (cell != NULL && cell->text != 0 &&
				    resident_below_heading(
					sheet->pool + cell->text))
					blank(sheet, cell);
			}
		}
}

/* Blanks ten-digit numbers in columns that held longer ones of that kind. */
static void
blank_short_numbers(struct sheet *sheet)
{
	unsigned char column_has[256] = {0};
	struct sheet_cell *cell;
	uint32_t row, column;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (row = 0; row < sheet->nrows; row++)
			for (column = 0; column < sheet->rows[row].cells &&
			     column < sizeof column_has;
			     column++) {
				cell = &sheet->cells[sheet->rows[row].first +
				    column];
				if (pass == 0)
					column_has[column] |= cell->blanked &&
					    cell->kind == SHEET_NUMBER;
				else if (column_has[column] &&
				    resident_in_short_number(
					sheet->pool + cell->text))
					blank(sheet, cell);
			}
}

enum sheet_code
sheet_build_end(struct sheet_build *build, struct sheet **out)
{
	struct sheet *sheet = build->sheet;
	uint32_t i;

	if (is_over(build))
		return sheet_fail_over(build->error, SHEET_TOO_MANY_ROWS,
		    build->seen_rows, build->limits->rows);
	if (build->seen_rows == 0)
		return sheet_fail(build->error, SHEET_EMPTY);
	blank_below_headings(sheet);
	blank_short_numbers(sheet);
	for (i = 0; i < sheet->ncells; i++)
		sheet->blanked += sheet->cells[i].blanked;
	*out = sheet;
	build->sheet = NULL;
	return SHEET_OK;
}

void
sheet_build_drop(struct sheet_build *build)
{
	sheet_free(build->sheet);
	build->sheet = NULL;
}
