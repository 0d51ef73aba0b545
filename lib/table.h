#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sheet.h"

/*
 * The list inside a sheet: which row is its heading, which column is which,
 * which rows are data.  Titles may stand above, columns in any order, names
 * in Korean or English (contract section 5).
 */

struct table_column {
	const char *key;
	const char *const *names; /* headings it may have; ends with NULL */
	bool required;
};

enum table_code {
	TABLE_OK,
	TABLE_NO_HEADING,     /* no row names two known columns */
	TABLE_MISSING_COLUMN, /* table_missing() tells which */
	TABLE_NO_ROWS,        /* a heading and nothing below */
	TABLE_TOO_MANY_ROWS   /* nrows tells how many */
};

/* A column of the sheet that is not used, and the text of its heading. */
struct table_extra {
	uint32_t column; /* from 0 */
	const char *text;
};

struct table {
	const struct sheet *sheet; /* the caller's, must live as long */
	const struct table_column *columns;
	size_t ncolumns;
	int32_t *place;       /* of each column in the sheet; -1 = absent */
	uint32_t heading;     /* index of the (last) row of the heading */
	uint32_t heading_row; /* its number in the file */
	uint32_t *rows;       /* indices of the rows of data */
	uint32_t nrows;
	uint32_t *filled; /* row + 1 that a merged cell's value is in */
	struct table_extra *unknown; /* named and ignored */
	size_t nunknown;
	struct table_extra *doubled; /* second columns of the same meaning */
	size_t ndoubled;
	uint32_t repeated; /* headings repeated between the data, left out */
};

/*
 * Finds the list in the sheet.  *out is set for every code but
 * TABLE_NO_HEADING, so that a refusal can be explained;
 * it is the caller's, for table_free().  max_rows is the limit of data rows.
 */
enum table_code table_find(const struct sheet *sheet,
    const struct table_column *columns, size_t ncolumns, uint32_t max_rows,
    struct table **out);

void table_free(struct table *table);

/* The n-th required column that the heading lacks, NULL after the last. */
const struct table_column *table_missing(const struct table *table, size_t n);

/* The number of a data row as the spreadsheet program shows it. */
uint32_t table_row_number(const struct table *table, uint32_t row);

/*
 * The text of a column (its index in columns) in a data row, as typed; "" if
 * the cell or the column is not there.  Lives as long as the sheet.
 */
const char *table_raw(
    const struct table *table, uint32_t row, size_t column);

/*
 * The same cleaned: the ends trimmed, the apostrophe taken off that guards a
 * formula (S17), merged cells of one column filled down.  From malloc.
 */
char *table_value(const struct table *table, uint32_t row, size_t column);

/* How the cell was stored; SHEET_TEXT where none is. */
enum sheet_kind table_kind(
    const struct table *table, uint32_t row, size_t column);

/* True when the cell held a resident number and is blank for that. */
bool table_blanked(const struct table *table, uint32_t row, size_t column);

#endif
