#include <stdio.h>

#include "sheet.h"

/* The measure of upload_10k: the sheet on descriptor 0 as tab-separated text,
 * nothing looked at and nothing checked. */
int
main(void)
{
	struct sheet_error error;
	struct sheet *s;
	uint32_t c, r;

	if (sheet_read_fd(0, &sheet_limits_default, &s, &error) != SHEET_OK)
		return 1;
	for (r = 0; r < s->nrows; r++)
		for (c = 0; c < 7; c++)
			printf("%s%c", sheet_text(s, r, c), c == 6 ? '\n' : '\t');
	sheet_free(s);
	return 0;
}
