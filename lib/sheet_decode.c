#include <errno.h>
#include <glib.h>
#include <iconv.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_build.h"

/*
 * Which encoding a CSV is in is decided by rule, not by statistics: those
 * take a short list in CP949 for Cyrillic.
 */

static iconv_t cp949 = (iconv_t)-1;
static pthread_once_t cp949_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t cp949_lock = PTHREAD_MUTEX_INITIALIZER;

static void
open_cp949(void)
{
	cp949 = iconv_open("UTF-8", "CP949");
}

void
sheet_decode_prepare(void)
{
	pthread_once(&cp949_once, open_cp949);
}

static uint64_t
line_of(const char *bytes, size_t at)
{
	uint64_t line = 1;
	size_t i;

	for (i = 0; i < at; i++)
		line += bytes[i] == '\n';
	return line;
}

static char *
copy(const char *bytes, size_t size)
{
	char *text = malloc(size + 1);

	if (text != NULL) {
		memcpy(text, bytes, size);
		text[size] = '\0';
	}
	return text;
}

static enum sheet_code
decode_utf8(const char *bytes, size_t size, char **text, size_t *len,
    struct sheet_error *error)
{
	const char *end;

	if (!g_utf8_validate_len(bytes, size, &end))
		return sheet_fail_at(error, SHEET_BAD_ENCODING,
		    line_of(bytes, (size_t)(end - bytes)), 0);
	*text = copy(bytes, size);
	*len = size;
	return *text != NULL ? SHEET_OK : sheet_fail(error, SHEET_MEMORY);
}

/* bytes begin with the byte order mark FF FE or FE FF. */
static enum sheet_code
decode_utf16(const char *bytes, size_t size, char **text, size_t *len,
    struct sheet_error *error)
{
	const unsigned char *in = (const unsigned char *)bytes;
	bool little = in[0] == 0xff;
	size_t n = size / 2 - 1, i;
	glong read = 0, written = 0;
	uint64_t line = 1;
	gunichar2 *units;

	units = malloc((n + 1) * sizeof *units);
	if (units == NULL)
		return sheet_fail(error, SHEET_MEMORY);
	for (i = 0; i < n; i++) {
		in += 2;
		units[i] = (gunichar2)(little ? in[0] | in[1] << 8
					      : in[0] << 8 | in[1]);
	}
	*text = g_utf16_to_utf8(units, (glong)n, &read, &written, NULL);
	for (i = 0; i < (size_t)read; i++)
		line += units[i] == '\n';
	/* A unit of zero ends the conversion early: no text. */
	if (*text == NULL || (size_t)read < n || size % 2 != 0) {
		sheet_fail_at(error, *text == NULL || size % 2 != 0
			? SHEET_BAD_ENCODING : SHEET_NUL_BYTE, line, 0);
		free(*text);
		*text = NULL;
	}
	free(units);
	*len = (size_t)written;
	return *text != NULL ? SHEET_OK : error->code;
}

static enum sheet_code
decode_cp949(const char *bytes, size_t size, char **text, size_t *len,
    struct sheet_error *error)
{
	size_t in_left = size, room = size * 3 / 2 + 16, out_left = room, r;
	char *in = (char *)bytes, *out = *text = malloc(room + 1);

	sheet_decode_prepare();
	if (out == NULL)
		return sheet_fail(error, SHEET_MEMORY);
	if (cp949 == (iconv_t)-1) {
		free(out);
		*text = NULL;
		return sheet_fail(error, SHEET_FAULT);
	}
	pthread_mutex_lock(&cp949_lock);
	iconv(cp949, NULL, NULL, NULL, NULL);
	r = iconv(cp949, &in, &in_left, &out, &out_left);
	pthread_mutex_unlock(&cp949_lock);
	if (r == (size_t)-1) {
		free(*text);
		*text = NULL;
		return sheet_fail_at(error, SHEET_BAD_ENCODING,
		    line_of(bytes, size - in_left), 0);
	}
	*out = '\0';
	*len = room - out_left;
	return SHEET_OK;
}

/*
 * True when bytes are UTF-8 with some damage rather than another encoding:
 * far more letters of several bytes that are right than places that are not.
 */
static bool
is_damaged_utf8(const char *bytes, size_t size)
{
	const char *p = bytes, *end = bytes + size, *bad;
	size_t good = 0, wrong = 0;
	enum { TRUST = 4 };

	while (p < end) {
		if (!g_utf8_validate_len(p, (gsize)(end - p), &bad))
			wrong++;
		for (; p < bad; p++)
			good += ((unsigned char)*p & 0xc0) == 0xc0;
		for (p += p < end;
		     p < end && ((unsigned char)*p & 0xc0) == 0x80; p++)
			;
		if (wrong > 100 && good < wrong * TRUST)
			return false;
	}
	return good >= wrong * TRUST;
}

static enum sheet_code
decode_auto(const char *bytes, size_t size, enum sheet_encoding *read,
    char **text, size_t *len, struct sheet_error *error)
{
	struct sheet_error first;
	enum sheet_code code;

	*read = SHEET_ENCODING_UTF8;
	code = decode_utf8(bytes, size, text, len, &first);
	if (code == SHEET_OK)
		return code;
	if (code != SHEET_BAD_ENCODING || is_damaged_utf8(bytes, size)) {
		*error = first;
		return code;
	}
	*read = SHEET_ENCODING_CP949;
	code = decode_cp949(bytes, size, text, len, error);
	/* What could be read further is what it was meant to be. */
	if (code == SHEET_BAD_ENCODING && first.row > error->row)
		*error = first;
	return code;
}

enum sheet_code
sheet_decode(const char *bytes, size_t size, enum sheet_encoding wanted,
    enum sheet_encoding *read, char **text, size_t *len,
    struct sheet_error *error)
{
	const char *nul;

	*text = NULL;
	if (size >= 2 &&
	    (memcmp(bytes, "\xff\xfe", 2) == 0 ||
		memcmp(bytes, "\xfe\xff", 2) == 0)) {
		*read = SHEET_ENCODING_UTF16;
		return decode_utf16(bytes, size, text, len, error);
	}
	nul = memchr(bytes, '\0', size);
	if (nul != NULL)
		return sheet_fail_at(error, SHEET_NUL_BYTE,
		    line_of(bytes, (size_t)(nul - bytes)), 0);
	if (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		size -= 3;
		wanted = SHEET_ENCODING_UTF8;
	}
	*read = wanted;
	if (wanted == SHEET_ENCODING_CP949)
		return decode_cp949(bytes, size, text, len, error);
	if (wanted == SHEET_ENCODING_UTF8)
		return decode_utf8(bytes, size, text, len, error);
	return decode_auto(bytes, size, read, text, len, error);
}
