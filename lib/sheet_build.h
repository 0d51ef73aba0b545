#ifndef SHEET_BUILD_H
#define SHEET_BUILD_H

#include "sheet.h"

/*
 * What the readers of CSV and XLSX share: the sheet while it grows, within
 * its limits.  Nothing outside lib/sheet*.c includes this file.
 */

enum {
	SHEET_OTHER_ROWS = 50, /* titles and headings beyond the rows of data */
	SHEET_MERGES_MAX = 50000,
	SHEET_POOL_MAX = 64 * 1024 * 1024
};

struct sheet_build {
	const struct sheet_limits *limits;
	struct sheet_error *error;
	struct sheet *sheet;
	size_t room_rows, room_cells, room_pool, room_merges;
	uint32_t row_number;  /* of the row that is open */
	uint32_t seen_rows;   /* with content, also beyond the limit */
	bool row_has_content; /* of the row that is open */
};

/* Takes *error to report in; SHEET_MEMORY when there is none left. */
enum sheet_code sheet_build_begin(struct sheet_build *build,
    const struct sheet_limits *limits, struct sheet_error *error);

void sheet_build_row(struct sheet_build *build, uint32_t number);

/*
 * Puts a cell into the open row; columns must grow.  Blanks a resident
 * number, normalises to NFC, makes line ends '\n', trims nothing.  Rows
 * beyond the limit are counted and not kept.
 */
enum sheet_code sheet_build_cell(struct sheet_build *build, uint32_t column,
    enum sheet_kind kind, const char *text, size_t len);

/* Closes the row; one without content leaves no trace. */
void sheet_build_row_end(struct sheet_build *build);

enum sheet_code sheet_build_merge(
    struct sheet_build *build, const struct sheet_merge *merge);

/*
 * Looks over whole columns for resident numbers and gives the sheet away:
 * SHEET_OK and *out, or SHEET_EMPTY, SHEET_TOO_MANY_ROWS.
 */
enum sheet_code sheet_build_end(struct sheet_build *build, struct sheet **out);

/* Frees what has not been given away. */
void sheet_build_drop(struct sheet_build *build);

/* Fills *error and returns code, so that "return sheet_fail(…)" reads well. */
enum sheet_code sheet_fail(struct sheet_error *error, enum sheet_code code);
enum sheet_code sheet_fail_at(struct sheet_error *error, enum sheet_code code,
    uint64_t row, uint64_t column);
enum sheet_code sheet_fail_over(struct sheet_error *error,
    enum sheet_code code, uint64_t value, uint64_t limit);
enum sheet_code sheet_fail_part(
    struct sheet_error *error, enum sheet_code code, const char *part);

/* SHEET_OK for what may be a CSV or an XLSX, else what the bytes are. */
enum sheet_code sheet_sniff(const void *bytes, size_t size, bool *is_zip);

/*
 * Turns the bytes of a CSV into UTF-8 by rule: byte order mark, else strict
 * UTF-8, else CP949.  *text is the caller's.
 */
enum sheet_code sheet_decode(const char *bytes, size_t size,
    enum sheet_encoding wanted, enum sheet_encoding *read, char **text,
    size_t *len, struct sheet_error *error);

/* Opens the converters, which a sandboxed process could not load later. */
void sheet_decode_prepare(void);

enum sheet_code sheet_csv_read(struct sheet_build *build, const char *bytes,
    size_t size);
enum sheet_code sheet_xlsx_read(struct sheet_build *build, const void *bytes,
    size_t size);

#endif
