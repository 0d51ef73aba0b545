#include "sheet_write.h"

/* Apart from the writing, for those who only hand out what was written. */

const char *
sheet_format_type(enum sheet_format format)
{
	return format == SHEET_CSV
	    ? "text/csv; charset=utf-8"
	    : "application/vnd.openxmlformats-officedocument."
	      "spreadsheetml.sheet";
}
