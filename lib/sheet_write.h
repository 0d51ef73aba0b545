#ifndef SHEET_WRITE_H
#define SHEET_WRITE_H

#include <time.h>

#include "sheet.h"

/*
 * Lists that people download: XLSX for offices, CSV for programs.  Both are
 * read back by sheet_read_bytes().
 */

enum sheet_format { SHEET_XLSX, SHEET_CSV };

struct sheet_out_column {
	const char *heading;
	enum sheet_kind kind; /* TEXT unless declared; see sheet_out_row() */
	double width;         /* in characters; 0 = by the heading */
};

struct sheet_out_spec {
	const char *name;           /* of the sheet, in any language */
	const char *const *titles;  /* lines above the heading, ends with NULL;
				       NULL = none */
	const struct sheet_out_column *columns;
	size_t ncolumns;
	/* When it was made, for a file whose bytes are always the same;
	   0 = now. */
	time_t made_at;
};

struct sheet_out;

/*
 * Begins a file; spec is only read here.  NULL when there is no memory or no
 * temporary file.
 */
struct sheet_out *sheet_out_open(
    enum sheet_format format, const struct sheet_out_spec *spec);

/*
 * Adds a row of ncolumns texts in UTF-8; NULL is an empty cell.  Cells are
 * strings, so that no text becomes a formula (S17); in a NUMBER column what
 * is a plain number is written as one, in a DATE column an ISO date as one.
 * In a CSV, texts beginning with = + - @ TAB CR get an apostrophe, which
 * table_value() takes off again.
 */
void sheet_out_row(struct sheet_out *out, const char *const *cells);

/*
 * Ends the file and frees out.  0 and *bytes (the caller's, free) with
 * *size, or -1 when anything could not be written.
 */
int sheet_out_end(struct sheet_out *out, char **bytes, size_t *size);

/* Gives up; out may be NULL. */
void sheet_out_drop(struct sheet_out *out);

/* The media type: for the answer's header. */
const char *sheet_format_type(enum sheet_format format);

#endif
