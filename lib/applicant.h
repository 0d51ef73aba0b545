#ifndef APPLICANT_H
#define APPLICANT_H

#include "table.h"
#include "value.h"

/* The applicant list of contract section 5 (R6, R20). */

enum applicant_column {
	APPLICANT_STUDENT_NO,
	APPLICANT_NAME_NATIVE,
	APPLICANT_NAME_LATIN,
	APPLICANT_BIRTH_DATE,
	APPLICANT_LEVEL,
	APPLICANT_STATUS,
	APPLICANT_COLLEGE,
	APPLICANT_DEPARTMENT,
	APPLICANT_SEMESTER,
	APPLICANT_EMAIL,
	APPLICANT_PHONE,
	APPLICANT_MAX_CREDITS,
	APPLICANT_PREVIOUS_ID,
	APPLICANT_COLUMNS
};

enum { APPLICANT_ROWS_MAX = 20000 };

/* The known columns with the headings they may have. */
extern const struct table_column applicant_columns[APPLICANT_COLUMNS];

/* The English name of a column, marked for translation: "Student number". */
const char *applicant_label(enum applicant_column column);

struct applicant_fault {
	enum applicant_column column;
	enum value_code code;
	long limit; /* for value_code_text() */
};

struct applicant_row {
	uint32_t number; /* as the spreadsheet program shows it */
	const char *raw[APPLICANT_COLUMNS];    /* as typed, trimmed; never NULL */
	const char *values[APPLICANT_COLUMNS]; /* normalised; "" if none */
	struct applicant_fault faults[APPLICANT_COLUMNS];
	size_t nfaults;
	uint32_t duplicate_of; /* number of an earlier row; 0 = none */
	uint32_t blanked;      /* bit per column: held a resident number */
};

struct applicant_list {
	struct applicant_row *rows;
	size_t nrows;
	size_t good; /* rows without a fault that are no duplicates */
	void *texts; /* what the rows point into */
};

/*
 * Reads every row of a list found by table_find() with applicant_columns.
 * this_year is the year of sojourn.now(), for dates of birth.  The result is
 * the caller's and does not need the table or the sheet any more.
 *
 * A duplicate is a student number that an earlier row has too, whatever the
 * earlier row's faults.
 */
struct applicant_list *applicant_read(
    const struct table *table, int this_year);

void applicant_free(struct applicant_list *list);

/*
 * The list as JSON for the database, in the order of the file:
 * [{"row": 5, "duplicate_of": 3, "cells": {"student_no": "…", …},
 *   "raw": {…}, "problems": [{"column": "email", "value": "…",
 *   "reason": "email", "limit": 0}]}]
 * Columns without text are left out of cells and raw, duplicate_of where
 * there is none.  The caller's (free).
 */
char *applicant_json(const struct applicant_list *list);

#endif
