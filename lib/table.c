#include "table.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "unitext.h"

enum { HEADING_ROWS = 30, HEADING_LETTERS = 100, HEADING_MIN = 2 };

/* What the headings of the columns look like once they are made alike. */
struct names {
	GHashTable *by_text; /* letters → index of the column + 1 */
};

/* A row, or two together, taken for the heading. */
struct fit {
	uint32_t row;
	bool second;    /* the row below belongs to it */
	size_t known;   /* cells that name a column not named before */
	size_t unknown; /* cells with other text */
};

static void
names_begin(struct names *names, const struct table *table)
{
	const char *const *name;
	size_t i;

	names->by_text =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (i = 0; i < table->ncolumns; i++) {
		g_hash_table_replace(names->by_text,
		    unitext_letters(table->columns[i].key, true),
		    GSIZE_TO_POINTER(i + 1));
		for (name = table->columns[i].names; *name != NULL; name++)
			g_hash_table_replace(names->by_text,
			    unitext_letters(*name, true), GSIZE_TO_POINTER(i + 1));
	}
}

/* Index + 1 of the column that the letters of text name, else 0. */
static size_t
look_up(const struct names *names, const char *text, bool with_brackets)
{
	char *letters = unitext_letters(text, with_brackets);
	size_t found =
	    GPOINTER_TO_SIZE(g_hash_table_lookup(names->by_text, letters));

	g_free(letters);
	return found;
}

/*
 * "학번/Student ID", "이메일\n(e-mail)": the parts of a heading in two
 * languages; 0 when they name different columns or none.
 */
static size_t
look_up_parts(const struct names *names, const char *text)
{
	char **parts = g_strsplit_set(text, "/\n(),:|", 8);
	size_t found = 0, one;
	char **part;

	for (part = parts; *part != NULL; part++) {
		one = look_up(names, *part, true);
		if (one != 0 && found != 0 && one != found) {
			found = 0;
			break;
		}
		if (one != 0)
			found = one;
	}
	g_strfreev(parts);
	return found;
}

/* Index + 1 of the column that a heading names, else 0. */
static size_t
column_named(const struct names *names, const char *text)
{
	size_t found;

	if (*text == '\0' || unitext_length(text) > HEADING_LETTERS)
		return 0;
	found = look_up(names, text, true);
	if (found == 0)
		found = look_up(names, text, false);
	if (found == 0)
		found = look_up_parts(names, text);
	return found;
}

/* Of a heading of two rows the lower one counts where it has text. */
static const char *
heading_text(const struct sheet *sheet, const struct fit *fit, uint32_t column)
{
	const char *text = "";

	if (fit->second)
		text = sheet_text(sheet, fit->row + 1, column);
	return *text != '\0' ? text : sheet_text(sheet, fit->row, column);
}

static uint32_t
heading_end(const struct sheet *sheet, const struct fit *fit)
{
	uint32_t end = sheet->rows[fit->row].cells;

	return fit->second ? MAX(end, sheet->rows[fit->row + 1].cells) : end;
}

static void
count_known(const struct table *table, const struct names *names,
    struct fit *fit)
{
	bool *seen = g_new0(bool, table->ncolumns);
	uint32_t column, end = heading_end(table->sheet, fit);
	const char *text;
	size_t found;

	for (column = 0; column < end; column++) {
		text = heading_text(table->sheet, fit, column);
		found = column_named(names, text);
		if (found != 0 && !seen[found - 1]) {
			seen[found - 1] = true;
			fit->known++;
		} else if (*text != '\0') {
			fit->unknown++;
		}
	}
	g_free(seen);
}

/*
 * A heading of two rows: the lower one names the parts of what spans columns
 * in the upper one.  True when every cell of that row names a column.
 */
static bool
is_second_row(const struct table *table, const struct names *names,
    uint32_t row)
{
	const struct sheet *sheet = table->sheet;
	struct fit fit = {.row = row};

	if (row == 0 || row >= sheet->nrows ||
	    sheet->rows[row].number != sheet->rows[row - 1].number + 1)
		return false;
	count_known(table, names, &fit);
	return fit.known > 0 && fit.unknown == 0;
}

/* What of the first rows names most columns; the upper of equals. */
static struct fit
find_heading(const struct table *table, const struct names *names)
{
	struct fit best = {0}, one, two;
	uint32_t row;

	for (row = 0; row < table->sheet->nrows && row < HEADING_ROWS; row++) {
		one = (struct fit){.row = row};
		count_known(table, names, &one);
		if (one.known > best.known)
			best = one;
		two = (struct fit){.row = row, .second = true};
		if (one.known == 0 || !is_second_row(table, names, row + 1))
			continue;
		count_known(table, names, &two);
		if (two.known > best.known)
			best = two;
	}
	return best;
}

static void
add_extra(struct table_extra **list, size_t *n, uint32_t column,
    const char *text)
{
	*list = g_renew(struct table_extra, *list, *n + 1);
	(*list)[(*n)++] = (struct table_extra){column, text};
}

static void
map_columns(struct table *table, const struct names *names,
    const struct fit *fit)
{
	const struct sheet *sheet = table->sheet;
	uint32_t column, end = heading_end(sheet, fit);
	const char *text;
	size_t found;

	for (column = 0; column < end; column++) {
		text = heading_text(sheet, fit, column);
		found = column_named(names, text);
		if (found == 0 && *text != '\0')
			add_extra(&table->unknown, &table->nunknown, column,
			    text);
		else if (found != 0 && table->place[found - 1] >= 0)
			add_extra(&table->doubled, &table->ndoubled, column,
			    text);
		else if (found != 0)
			table->place[found - 1] = (int32_t)column;
	}
	table->heading = fit->row + fit->second;
	table->heading_row = sheet->rows[table->heading].number;
}

/* True when some known column has text (or had, before it was blanked). */
static bool
has_data(const struct table *table, uint32_t row)
{
	const struct sheet_cell *cell;
	char *text;
	size_t i;
	bool has = false;

	for (i = 0; i < table->ncolumns && !has; i++) {
		if (table->place[i] < 0)
			continue;
		cell = sheet_cell(
		    table->sheet, row, (uint32_t)table->place[i]);
		if (cell == NULL)
			continue;
		text = g_strdup(table->sheet->pool + cell->text);
		has = cell->blanked || *unitext_trim(text) != '\0';
		g_free(text);
	}
	return has;
}

/* A heading again, as on each printed page. */
static bool
is_repeated(const struct table *table, uint32_t row)
{
	size_t i, same = 0, other = 0;
	const char *here, *there;
	uint32_t column;

	for (i = 0; i < table->ncolumns; i++) {
		if (table->place[i] < 0)
			continue;
		column = (uint32_t)table->place[i];
		here = sheet_text(table->sheet, row, column);
		there = sheet_text(table->sheet, table->heading, column);
		if (strcmp(here, there) == 0 && *here != '\0')
			same++;
		else
			other++;
	}
	return same >= HEADING_MIN && same > other;
}

static void
list_rows(struct table *table)
{
	const struct sheet *sheet = table->sheet;
	uint32_t row;

	table->rows = g_new(uint32_t, sheet->nrows);
	for (row = table->heading + 1; row < sheet->nrows; row++) {
		if (is_repeated(table, row))
			table->repeated++;
		else if (has_data(table, row))
			table->rows[table->nrows++] = row;
	}
}

/* The first row with that number or a later one. */
static uint32_t
row_at(const struct sheet *sheet, uint32_t number)
{
	uint32_t low = 0, high = sheet->nrows, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (sheet->rows[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Index + 1 of the known column at a place of the sheet, from 1; else 0. */
static size_t
column_at(const struct table *table, uint32_t place)
{
	size_t i;

	for (i = 0; i < table->ncolumns; i++)
		if (table->place[i] >= 0 &&
		    (uint32_t)table->place[i] + 1 == place)
			return i + 1;
	return 0;
}

/*
 * Cells merged in one column share the value of the upper one.  Work is
 * bounded, because a file can claim any number of overlapping merges.
 */
static void
fill_merged(struct table *table)
{
	const struct sheet *sheet = table->sheet;
	const struct sheet_merge *m;
	uint32_t i, from, row, left = 1000000;
	size_t column;

	if (sheet->nmerges == 0)
		return;
	table->filled = g_new0(uint32_t, sheet->nrows * table->ncolumns);
	for (i = 0; i < sheet->nmerges; i++) {
		m = &sheet->merges[i];
		column = column_at(table, m->column_from);
		from = row_at(sheet, m->row_from);
		if (column == 0 || m->column_to != m->column_from ||
		    m->row_from <= table->heading_row ||
		    from == sheet->nrows ||
		    sheet->rows[from].number != m->row_from)
			continue;
		for (row = from + 1; row < sheet->nrows && left > 0 &&
		     sheet->rows[row].number <= m->row_to;
		     row++, left--)
			table->filled[row * table->ncolumns + column - 1] =
			    from + 1;
	}
}

static const struct sheet_cell *
cell_of(const struct table *table, uint32_t row, size_t column)
{
	const struct sheet_cell *cell;
	uint32_t place;

	if (row >= table->nrows || column >= table->ncolumns ||
	    table->place[column] < 0)
		return NULL;
	place = (uint32_t)table->place[column];
	row = table->rows[row];
	cell = sheet_cell(table->sheet, row, place);
	if ((cell == NULL || (cell->text == 0 && !cell->blanked)) &&
	    table->filled != NULL) {
		row = table->filled[row * table->ncolumns + column];
		if (row > 0)
			cell = sheet_cell(table->sheet, row - 1, place);
	}
	return cell;
}

enum table_code
table_find(const struct sheet *sheet, const struct table_column *columns,
    size_t ncolumns, uint32_t max_rows, struct table **out)
{
	struct table *table = g_new0(struct table, 1);
	struct names names;
	struct fit heading;
	size_t i;

	*out = NULL;
	table->sheet = sheet;
	table->columns = columns;
	table->ncolumns = ncolumns;
	table->place = g_new(int32_t, ncolumns);
	for (i = 0; i < ncolumns; i++)
		table->place[i] = -1;
	names_begin(&names, table);
	heading = find_heading(table, &names);
	if (heading.known >= HEADING_MIN)
		map_columns(table, &names, &heading);
	g_hash_table_destroy(names.by_text);
	if (heading.known < HEADING_MIN) {
		table_free(table);
		return TABLE_NO_HEADING;
	}
	list_rows(table);
	fill_merged(table);
	*out = table;
	if (table_missing(table, 0) != NULL)
		return TABLE_MISSING_COLUMN;
	if (table->nrows > max_rows)
		return TABLE_TOO_MANY_ROWS;
	return table->nrows > 0 ? TABLE_OK : TABLE_NO_ROWS;
}

void
table_free(struct table *table)
{
	if (table == NULL)
		return;
	g_free(table->place);
	g_free(table->rows);
	g_free(table->filled);
	g_free(table->unknown);
	g_free(table->doubled);
	g_free(table);
}

const struct table_column *
table_missing(const struct table *table, size_t n)
{
	size_t i;

	for (i = 0; i < table->ncolumns; i++)
		if (table->columns[i].required && table->place[i] < 0 &&
		    n-- == 0)
			return &table->columns[i];
	return NULL;
}

uint32_t
table_row_number(const struct table *table, uint32_t row)
{
	return table->sheet->rows[table->rows[row]].number;
}

const char *
table_raw(const struct table *table, uint32_t row, size_t column)
{
	const struct sheet_cell *cell = cell_of(table, row, column);

	return cell == NULL ? "" : table->sheet->pool + cell->text;
}

char *
table_value(const struct table *table, uint32_t row, size_t column)
{
	char *value = g_strdup(table_raw(table, row, column));

	unitext_trim(value);
	if (value[0] == '\'' && value[1] != '\0' &&
	    strchr("=+-@\t\r", value[1]) != NULL)
		unitext_trim(memmove(value, value + 1, strlen(value)));
	return value;
}

enum sheet_kind
table_kind(const struct table *table, uint32_t row, size_t column)
{
	const struct sheet_cell *cell = cell_of(table, row, column);

	return cell == NULL ? SHEET_TEXT : (enum sheet_kind)cell->kind;
}

bool
table_blanked(const struct table *table, uint32_t row, size_t column)
{
	const struct sheet_cell *cell = cell_of(table, row, column);

	return cell != NULL && cell->blanked;
}
