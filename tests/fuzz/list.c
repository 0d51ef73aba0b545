#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "applicant.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A CSV as an applicant list: heading, values, dates, JSON. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct applicant_list *list;
	struct sheet_error error;
	struct sheet *sheet;
	struct table *table;

	if (sheet_read_bytes(bytes, size, &sheet_limits_default, &sheet,
		&error) != SHEET_OK)
		return 0;
	if (table_find(sheet, applicant_columns, APPLICANT_COLUMNS,
		APPLICANT_ROWS_MAX, &table) != TABLE_NO_HEADING) {
		list = applicant_read(table, 2025);
		free(applicant_json(list));
		applicant_free(list);
	}
	table_free(table);
	sheet_free(sheet);
	return 0;
}
