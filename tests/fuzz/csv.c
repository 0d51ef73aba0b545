#include <stddef.h>
#include <stdint.h>

#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Any bytes as a file: sniffing, encodings, CSV. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct sheet_error error;
	struct sheet *sheet;

	sheet_read_bytes(bytes, size, &sheet_limits_default, &sheet, &error);
	sheet_free(sheet);
	return 0;
}
