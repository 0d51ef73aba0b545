#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "sheet_xlsx.h"

/* What the cells of a workbook point to: shared strings and styles. */

enum { STRINGS_MAX = 2000000, STYLES_MAX = 70000 };
static const uint64_t string_bytes_max = UINT64_C(64) << 20;

void
xlsx_unescape(char *s)
{
	char *in = s, *out = s;
	int i, digit, value;

	if (strstr(s, "_x") == NULL)
		return;
	for (; *in != '\0'; in++) {
		*out = *in;
		value = 0;
		if (in[0] == '_' && in[1] == 'x')
			for (i = 2; i < 6 && value >= 0; i++) {
				digit = g_ascii_xdigit_value(in[i]);
				value = digit < 0 ? -1 : value * 16 + digit;
			}
		/* Only control characters and the underscore need it. */
		if (value > 0 && in[6] == '_' && (value < 32 || value == '_')) {
			*out = (char)value;
			in += 6;
		}
		out++;
	}
	*out = '\0';
}

/* Adds a string to the table; takes it over. */
static enum sheet_code
add_string(struct xlsx *xlsx, char *string)
{
	size_t room = xlsx->room_strings;
	char **list;

	xlsx->string_bytes += strlen(string);
	if (xlsx->nstrings >= STRINGS_MAX ||
	    xlsx->string_bytes > string_bytes_max) {
		free(string);
		return sheet_fail_part(
		    xlsx->error, SHEET_BOMB, xlsx->strings_part);
	}
	if (xlsx->nstrings == room) {
		room = room == 0 ? 1024 : room * 2;
		list = realloc(xlsx->strings, room * sizeof *list);
		if (list == NULL) {
			free(string);
			return sheet_fail(xlsx->error, SHEET_MEMORY);
		}
		xlsx->strings = list;
		xlsx->room_strings = room;
	}
	xlsx->strings[xlsx->nstrings++] = string;
	return SHEET_OK;
}

/*
 * Collects the text of one <si>: all <t> but those in <rPh>, which spell how
 * a name is read aloud.
 */
static enum sheet_code
read_string(struct xlsx_part *part)
{
	GString *text = g_string_new(NULL);
	bool in_text = false, in_phonetic = false, more = true;
	enum sheet_code code = SHEET_OK;
	const char *piece;

	if (!xmlTextReaderIsEmptyElement(part->reader))
		while ((code = xlsx_part_next(part, &more)) == SHEET_OK &&
		    more && !xlsx_at_end(part, "si")) {
			piece = xlsx_text(part);
			if (piece != NULL && in_text && !in_phonetic)
				g_string_append(text, piece);
			else if (xlsx_at(part, "t"))
				in_text = !xmlTextReaderIsEmptyElement(
				    part->reader);
			else if (xlsx_at_end(part, "t"))
				in_text = false;
			else if (xlsx_at(part, "rPh"))
				in_phonetic = !xmlTextReaderIsEmptyElement(
				    part->reader);
			else if (xlsx_at_end(part, "rPh"))
				in_phonetic = false;
		}
	if (code != SHEET_OK) {
		g_string_free(text, TRUE);
		return code;
	}
	xlsx_unescape(text->str);
	return add_string(part->xlsx, g_string_free(text, FALSE));
}

enum sheet_code
xlsx_read_strings(struct xlsx *xlsx)
{
	struct xlsx_part part;
	enum sheet_code code;
	bool more = true;

	if (xlsx->strings_part == NULL)
		return SHEET_OK;
	code = xlsx_part_open(xlsx, xlsx->strings_part, &part);
	while (code == SHEET_OK &&
	    (code = xlsx_part_next(&part, &more)) == SHEET_OK && more)
		if (xlsx_at(&part, "si"))
			code = read_string(&part);
	xlsx_part_close(&part);
	return code;
}

/* Custom number formats by their id, while the styles are read. */
struct formats {
	struct xlsx_style *styles;
	bool *known;
};

static void
read_format(struct xlsx_part *part, struct formats *formats)
{
	char *id = xlsx_attribute(part, "numFmtId");
	char *format = xlsx_attribute(part, "formatCode");
	guint64 n = id != NULL ? g_ascii_strtoull(id, NULL, 10) : STYLES_MAX;

	if (format != NULL && n < STYLES_MAX) {
		formats->styles[n] = xlsx_style_of(format);
		formats->known[n] = true;
	}
	xmlFree(id);
	xmlFree(format);
}

static enum sheet_code
read_cell_style(struct xlsx_part *part, const struct formats *formats)
{
	struct xlsx *xlsx = part->xlsx;
	char *id = xlsx_attribute(part, "numFmtId");
	guint64 n = id != NULL ? g_ascii_strtoull(id, NULL, 10) : 0;
	struct xlsx_style *list;

	xmlFree(id);
	if (xlsx->nstyles >= STYLES_MAX)
		return sheet_fail_part(
		    xlsx->error, SHEET_BOMB, xlsx->styles_part);
	if (xlsx->nstyles == xlsx->room_styles) {
		xlsx->room_styles = xlsx->room_styles * 2 + 64;
		list = realloc(
		    xlsx->styles, xlsx->room_styles * sizeof *list);
		if (list == NULL)
			return sheet_fail(xlsx->error, SHEET_MEMORY);
		xlsx->styles = list;
	}
	xlsx->styles[xlsx->nstyles++] = n < STYLES_MAX && formats->known[n]
	    ? formats->styles[n]
	    : xlsx_style_builtin((unsigned)MIN(n, STYLES_MAX));
	return SHEET_OK;
}

static enum sheet_code
read_styles(struct xlsx_part *part, struct formats *formats)
{
	bool in_cells = false, more = true;
	enum sheet_code code;

	while ((code = xlsx_part_next(part, &more)) == SHEET_OK && more) {
		if (xlsx_at(part, "numFmt"))
			read_format(part, formats);
		else if (xlsx_at(part, "cellXfs"))
			in_cells = !xmlTextReaderIsEmptyElement(part->reader);
		else if (xlsx_at_end(part, "cellXfs"))
			in_cells = false;
		else if (in_cells && xlsx_at(part, "xf") &&
		    (code = read_cell_style(part, formats)) != SHEET_OK)
			break;
	}
	return code;
}

enum sheet_code
xlsx_read_styles(struct xlsx *xlsx)
{
	struct formats formats;
	struct xlsx_part part;
	enum sheet_code code;

	if (xlsx->styles_part == NULL)
		return SHEET_OK;
	formats.styles = calloc(STYLES_MAX, sizeof *formats.styles);
	formats.known = calloc(STYLES_MAX, sizeof *formats.known);
	code = xlsx_part_open(xlsx, xlsx->styles_part, &part);
	if (formats.styles == NULL || formats.known == NULL)
		code = sheet_fail(xlsx->error, SHEET_MEMORY);
	if (code == SHEET_OK)
		code = read_styles(&part, &formats);
	xlsx_part_close(&part);
	free(formats.styles);
	free(formats.known);
	return code;
}
