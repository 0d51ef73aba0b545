#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "upload.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A form's body with the boundary XX. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct upload *upload;
	volatile char last;
	size_t i;

	upload_parse_bytes(bytes, size, "multipart/form-data; boundary=XX",
	    &upload_limits_default, &upload);
	if (upload == NULL)
		return 0;
	/* Every byte that is given out can be read. */
	for (i = 0; i < upload->nfields; i++)
		last = upload->fields[i].value[upload->fields[i].len];
	for (i = 0; i < upload->nfiles; i++)
		if (upload->files[i].size > 0)
			last = ((const char *)upload->files[i]
				    .bytes)[upload->files[i].size - 1];
	(void)last;
	upload_free(upload);
	return 0;
}
