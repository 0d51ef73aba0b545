#include "sheet_build.h"

#include <glib.h>
#include <string.h>

/* What bytes are, by their beginning; the file's name is never asked. */

struct magic {
	const char *bytes;
	size_t len;
	enum sheet_code code;
};
#define MAGIC(bytes, code) {bytes, sizeof bytes - 1, code}

static const struct magic magics[] = {
    MAGIC("%PDF-", SHEET_PDF),
    MAGIC("\x89PNG", SHEET_IMAGE),
    MAGIC("\xff\xd8\xff", SHEET_IMAGE),
    MAGIC("GIF8", SHEET_IMAGE),
    MAGIC("II*\0", SHEET_IMAGE),
    MAGIC("MM\0*", SHEET_IMAGE),
    MAGIC("RIFF", SHEET_IMAGE),
    MAGIC("\x1f\x8b", SHEET_ARCHIVE),
    MAGIC("7z\xbc\xaf\x27\x1c", SHEET_ARCHIVE),
    MAGIC("Rar!\x1a\x07", SHEET_ARCHIVE),
    MAGIC("ALZ\x01", SHEET_ARCHIVE),
    MAGIC("EGGA", SHEET_ARCHIVE),
    MAGIC("{\\rtf", SHEET_WORD_PROCESSOR),
    MAGIC("HWP Document File", SHEET_WORD_PROCESSOR),
    MAGIC("<## NASCA DRM", SHEET_RIGHTS_PROTECTED),
    MAGIC("SCDSA00", SHEET_RIGHTS_PROTECTED),
    MAGIC("\x9b DRMONE", SHEET_RIGHTS_PROTECTED),
    MAGIC("DRMONE", SHEET_RIGHTS_PROTECTED),
    MAGIC("\x7f" "ELF", SHEET_UNKNOWN),
    MAGIC("MZ\x90", SHEET_UNKNOWN),
};

static bool
holds(const void *bytes, size_t size, const void *what, size_t len)
{
	return memmem(bytes, size, what, len) != NULL;
}

/* Holds the name of a stream as OLE writes it, in UTF-16 LE. */
static bool
holds_stream(const void *bytes, size_t size, const char *name)
{
	char wide[64];
	size_t i, len = strlen(name);

	for (i = 0; i < len; i++) {
		wide[2 * i] = name[i];
		wide[2 * i + 1] = '\0';
	}
	return holds(bytes, size, wide, 2 * len);
}

/* An OLE container: encrypted XLSX, old XLS, HWP, DOC or another. */
static enum sheet_code
sniff_ole(const void *bytes, size_t size)
{
	if (holds_stream(bytes, size, "EncryptedPackage"))
		return SHEET_ENCRYPTED;
	if (holds_stream(bytes, size, "WordDocument") ||
	    holds_stream(bytes, size, "HwpSummaryInformation"))
		return SHEET_WORD_PROCESSOR;
	if (holds_stream(bytes, size, "Workbook") ||
	    holds_stream(bytes, size, "Book"))
		return SHEET_OLD_XLS;
	return SHEET_UNKNOWN;
}

/* A web page or XML saved under the name of a sheet. */
static bool
is_markup(const char *bytes, size_t size)
{
	static const char *const beginnings[] = {"<!doctype", "<html", "<head",
	    "<meta", "<body", "<table", "<style", "<?xml", "<script"};
	size_t i, n;

	if (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		size -= 3;
	}
	while (size > 0 && g_ascii_isspace(*bytes)) {
		bytes++;
		size--;
	}
	for (i = 0; i < G_N_ELEMENTS(beginnings); i++) {
		n = strlen(beginnings[i]);
		if (size >= n &&
		    g_ascii_strncasecmp(bytes, beginnings[i], n) == 0)
			return true;
	}
	return false;
}

enum sheet_code
sheet_sniff(const void *bytes, size_t size, bool *is_zip)
{
	size_t i;

	*is_zip = false;
	if (size == 0)
		return SHEET_EMPTY;
	if (size >= 4 &&
	    (memcmp(bytes, "PK\3\4", 4) == 0 ||
		memcmp(bytes, "PK\5\6", 4) == 0)) {
		*is_zip = true;
		return SHEET_OK;
	}
	if (size >= 8 &&
	    memcmp(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return sniff_ole(bytes, size);
	for (i = 0; i < G_N_ELEMENTS(magics); i++)
		if (size >= magics[i].len &&
		    memcmp(bytes, magics[i].bytes, magics[i].len) == 0)
			return magics[i].code;
	if (is_markup(bytes, size))
		return SHEET_HTML;
	return SHEET_OK;
}
