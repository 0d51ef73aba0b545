#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sheet_build.h"

/* From bytes to a sheet: sniff, then one of the two readers. */

enum sheet_code
sheet_read_bytes(const void *bytes, size_t size,
    const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error)
{
	struct sheet_build build;
	enum sheet_code code;
	bool is_zip;

	*out = NULL;
	*error = (struct sheet_error){.code = SHEET_OK};
	if (size > limits->bytes)
		return sheet_fail_over(
		    error, SHEET_TOO_LARGE, size, limits->bytes);
	code = sheet_sniff(bytes, size, &is_zip);
	if (code != SHEET_OK)
		return sheet_fail(error, code);
	code = sheet_build_begin(&build, limits, error);
	if (code != SHEET_OK)
		return code;
	if (is_zip)
		code = sheet_xlsx_read(&build, bytes, size);
	else
		code = sheet_csv_read(&build, bytes, size);
	if (code == SHEET_OK)
		code = sheet_build_end(&build, out);
	sheet_build_drop(&build);
	return code;
}

/* Reads size bytes from the beginning of fd; false on an error or less. */
static bool
read_all(int fd, char *buffer, size_t size)
{
	size_t done = 0;
	ssize_t n;

	while (done < size) {
		n = pread(fd, buffer + done, size - done, (off_t)done);
		if (n == 0 || (n < 0 && errno != EINTR))
			return false;
		if (n > 0)
			done += (size_t)n;
	}
	return true;
}

enum sheet_code
sheet_read_fd(int fd, const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error)
{
	enum sheet_code code;
	struct stat st;
	char *buffer;

	*out = NULL;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return sheet_fail(error, SHEET_FAULT);
	if ((uint64_t)st.st_size > limits->bytes)
		return sheet_fail_over(error, SHEET_TOO_LARGE,
		    (uint64_t)st.st_size, limits->bytes);
	buffer = malloc((size_t)st.st_size + 1);
	if (buffer == NULL)
		return sheet_fail(error, SHEET_MEMORY);
	if (read_all(fd, buffer, (size_t)st.st_size))
		code = sheet_read_bytes(
		    buffer, (size_t)st.st_size, limits, out, error);
	else
		code = sheet_fail(error, SHEET_FAULT);
	free(buffer);
	return code;
}
