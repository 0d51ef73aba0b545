#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "sheet_child.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

struct wire_input {
	const uint8_t *p;
	size_t left;
};

static int
read_input(void *arg, void *buffer, size_t n)
{
	struct wire_input *input = arg;

	if (n > input->left)
		return -1;
	memcpy(buffer, input->p, n);
	input->p += n;
	input->left -= n;
	return 0;
}

/* What a reader that was taken over might answer. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct wire_input input = {bytes, size};
	const struct sheet_source source = {read_input, &input};
	struct sheet_error error;
	struct sheet *sheet;
	volatile size_t length = 0;
	uint32_t row, column;

	sheet_wire_receive(&source, &sheet_limits_default, &sheet, &error);
	if (sheet != NULL)
		for (row = 0; row < sheet->nrows; row++)
			for (column = 0; column < sheet->rows[row].cells;
			     column++)
				length += strlen(
				    sheet_text(sheet, row, column));
	sheet_free(sheet);
	return 0;
}
