#ifndef SHEET_WRITE_PARTS_H
#define SHEET_WRITE_PARTS_H

#include <glib.h>
#include <xlsxwriter.h>

#include "sheet_write.h"

/* What lib/sheet_write*.c share; nothing else includes this. */

struct sheet_out {
	enum sheet_format format;
	size_t ncolumns;
	enum sheet_kind *kinds;
	GString *csv;
	lxw_workbook *book;
	lxw_worksheet *page;
	lxw_format *text, *date, *number;
	lxw_row_t row;
	int fd;      /* what the workbook is written into */
	bool failed;
};

/* -12, 3.5: what a number cell holds without losing anything. */
bool sheet_is_number(const char *s);

void sheet_csv_begin(struct sheet_out *, const struct sheet_out_spec *);
void sheet_csv_row(struct sheet_out *, const char *const *cells);

int sheet_xlsx_begin(struct sheet_out *, const struct sheet_out_spec *);
void sheet_xlsx_row(struct sheet_out *, const char *const *cells);
int sheet_xlsx_end(struct sheet_out *, char **bytes, size_t *size);
void sheet_xlsx_drop(struct sheet_out *);

#endif
