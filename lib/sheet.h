#ifndef SHEET_H
#define SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A table that somebody sent: CSV or XLSX, read into rows of UTF-8 text.
 * Cells that look like resident registration numbers are empty here already
 * (contract section 5, S16).  docs/sheets.md says what is accepted.
 */

enum sheet_kind { SHEET_TEXT, SHEET_NUMBER, SHEET_DATE };

enum sheet_encoding {
	SHEET_ENCODING_AUTO,
	SHEET_ENCODING_UTF8,
	SHEET_ENCODING_UTF16,
	SHEET_ENCODING_CP949,
	SHEET_ENCODING_XLSX
};

/* Why a file was refused.  The comment names the fields of sheet_error set. */
enum sheet_code {
	SHEET_OK,
	SHEET_EMPTY,            /* no bytes, or no cell with text */
	SHEET_TOO_LARGE,        /* value and limit in bytes */
	SHEET_TOO_MANY_ROWS,    /* value, limit */
	SHEET_TOO_MANY_COLUMNS, /* row, limit */
	SHEET_TOO_MANY_CELLS,   /* value, limit */
	SHEET_CELL_TOO_LONG,    /* row, column, limit in characters */
	SHEET_UNCLOSED_QUOTE,   /* line */
	SHEET_STRAY_QUOTE,      /* line */
	SHEET_NUL_BYTE,         /* line */
	SHEET_BAD_ENCODING,     /* line */
	SHEET_OLD_XLS,
	SHEET_ENCRYPTED,
	SHEET_RIGHTS_PROTECTED, /* wrapped by a document security product */
	SHEET_MACROS,
	SHEET_BINARY_XLSB,
	SHEET_OPENDOCUMENT,
	SHEET_WORD_PROCESSOR, /* HWP, HWPX, DOC, DOCX */
	SHEET_PDF,
	SHEET_IMAGE,
	SHEET_HTML,
	SHEET_ARCHIVE,     /* a zip or other archive, not a workbook */
	SHEET_UNKNOWN,     /* bytes of no kind we know */
	SHEET_DAMAGED,     /* part */
	SHEET_BOMB,        /* part; value and limit in bytes */
	SHEET_DOCTYPE,     /* part: XML with a document type or entities */
	SHEET_TOO_DEEP,    /* part */
	SHEET_NO_VISIBLE,  /* every sheet of the workbook is hidden */
	SHEET_CRASHED,     /* the reader died of this file */
	SHEET_TIMEOUT,     /* limit in seconds */
	SHEET_MEMORY,      /* the reader needed more than it may use */
	SHEET_BUSY,        /* too many files are being read now */
	SHEET_FAULT,       /* ours: the reader could not be run */
	SHEET_CODES
};

struct sheet_error {
	enum sheet_code code;
	uint64_t row;    /* row or line of the file, from 1; 0 = none */
	uint64_t column; /* from 1; 0 = none */
	uint64_t value;
	uint64_t limit;
	char part[64]; /* part of the workbook, plain ASCII */
};

struct sheet_limits {
	uint64_t bytes;   /* of the file */
	uint32_t rows;    /* of data; a few titles may come on top */
	uint32_t columns; /* of a row */
	uint32_t cells;   /* of the sheet, gaps included */
	uint32_t letters; /* of a cell, in characters */
	enum sheet_encoding encoding; /* AUTO, or what the user chose */
};

/*
 * 20 MB and 20,000 rows (contract section 5).  Reading stops well beyond;
 * table.h, which knows the heading, counts the rows of data exactly.
 */
extern const struct sheet_limits sheet_limits_default;

struct sheet_cell {
	uint32_t text; /* offset into the pool; 0 is the empty text */
	uint8_t kind;  /* enum sheet_kind */
	uint8_t blanked; /* held a resident registration number */
};

struct sheet_row {
	uint32_t number; /* as the spreadsheet program shows it, from 1 */
	uint32_t first;  /* index of its first cell */
	uint32_t cells;  /* up to the last cell with content */
};

/* Cells of one column that are merged into one; rows and columns from 1. */
struct sheet_merge {
	uint32_t row_from, row_to;
	uint32_t column_from, column_to;
};

struct sheet {
	enum sheet_encoding encoding; /* what was read */
	char separator;               /* of a CSV, else 0 */
	char *name;                   /* of the sheet read, "" for a CSV */
	char *others;          /* names of the other sheets, '\n' between */
	uint32_t sheets;       /* in the workbook, hidden ones included */
	uint32_t hidden_rows;  /* read all the same */
	uint32_t uncalculated; /* formulas without a stored value */
	uint32_t blanked;      /* cells blanked */
	struct sheet_row *rows; /* only rows with content, in file order */
	uint32_t nrows;
	struct sheet_cell *cells;
	uint32_t ncells;
	struct sheet_merge *merges;
	uint32_t nmerges;
	char *pool; /* NUL-terminated NFC texts; begins with "" */
	uint32_t npool;
};

/*
 * Reads a whole file from fd, from its beginning.  The parser runs in this
 * process: only for programs that hold nothing worth taking.  The suite's
 * programs call sheet_child_read() instead (S16).
 * SHEET_OK: *out is the caller's, for sheet_free().  Else *out is NULL and
 * *error says why, the file's fault or (SHEET_FAULT) ours.
 */
enum sheet_code sheet_read_fd(int fd, const struct sheet_limits *limits,
    struct sheet **out, struct sheet_error *error);

/* The same for bytes in memory. */
enum sheet_code sheet_read_bytes(const void *bytes, size_t size,
    const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error);

void sheet_free(struct sheet *sheet);

/* A cell's text by index of row and column, both from 0; "" where none is. */
const char *sheet_text(
    const struct sheet *sheet, uint32_t row, uint32_t column);

/* The cell, or NULL where none is. */
const struct sheet_cell *sheet_cell(
    const struct sheet *sheet, uint32_t row, uint32_t column);

/* "A", "Z", "AA" … for a column from 0; name has room for 8 bytes. */
char *sheet_column_name(uint32_t column, char name[8]);

/* A translation of an English text; NULL leaves it English. */
typedef const char *(*sheet_translate)(void *arg, const char *english);

/*
 * What a refusal means and what to do, in one or two sentences with their
 * numbers.  From malloc, the caller's.
 */
char *sheet_error_text(
    const struct sheet_error *error, sheet_translate translate, void *arg);

/* A stable word for logs and tests: "too-many-rows". */
const char *sheet_code_name(enum sheet_code code);

#endif
