#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

#include <libxml/xmlreader.h>
#include <zip.h>

#include "sheet_build.h"

/* The parts of a workbook; nothing outside lib/sheet_xlsx*.c includes this. */

enum xlsx_time { XLSX_NO_DATE, XLSX_DATE, XLSX_TIME };

struct xlsx_style {
	uint8_t time;  /* enum xlsx_time */
	uint8_t zeros; /* digits that the number is filled up to */
};

struct xlsx {
	zip_t *zip;
	struct sheet_build *build;
	struct sheet_error *error;
	uint64_t unpacked; /* bytes of XML read so far, all parts */
	char *workbook;    /* names of parts */
	char *strings_part;
	char *styles_part;
	char *sheet_part;
	bool date1904;
	char **strings;
	size_t nstrings, room_strings;
	uint64_t string_bytes;
	struct xlsx_style *styles;
	size_t nstyles, room_styles;
};

/* One part of the workbook as a stream of XML. */
struct xlsx_part {
	struct xlsx *xlsx;
	const char *name;
	zip_file_t *file;
	xmlTextReaderPtr reader;
	xmlDocPtr doc; /* kept only to explain an error */
	bool over; /* unpacks to more than it may */
};

/*
 * Opens a part.  SHEET_OK, or SHEET_DAMAGED when it is not there.  part is
 * to be closed in either case.
 */
enum sheet_code xlsx_part_open(
    struct xlsx *xlsx, const char *name, struct xlsx_part *part);

/*
 * Moves to the next node: SHEET_OK with *more telling whether there is one,
 * or the refusal of a document type, of depth, size or bad XML.
 */
enum sheet_code xlsx_part_next(struct xlsx_part *part, bool *more);

void xlsx_part_close(struct xlsx_part *part);

bool xlsx_part_exists(struct xlsx *xlsx, const char *name);

/* True at the beginning (or end) of an element of that local name. */
bool xlsx_at(const struct xlsx_part *part, const char *name);
bool xlsx_at_end(const struct xlsx_part *part, const char *name);

/* The text at the node, or NULL if it is not text. */
const char *xlsx_text(const struct xlsx_part *part);

/* An attribute by its local name, the caller's (xmlFree), or NULL. */
char *xlsx_attribute(const struct xlsx_part *part, const char *name);

/* Refuses more parts and bytes than a workbook has, by the zip directory. */
enum sheet_code xlsx_check_directory(struct xlsx *xlsx);

enum sheet_code xlsx_read_strings(struct xlsx *xlsx);
enum sheet_code xlsx_read_styles(struct xlsx *xlsx);
enum sheet_code xlsx_read_cells(struct xlsx *xlsx);

/* Undoes _x000D_ and its like in place. */
void xlsx_unescape(char *s);

/* Whether a number format shows a date, and how many zeros it fills up to. */
struct xlsx_style xlsx_style_of(const char *format);
struct xlsx_style xlsx_style_builtin(unsigned id);

/*
 * A stored number as the sheet shows it: "20210001" for 20210001.0, an ISO
 * date for a date.  text has room for 64 bytes.
 */
enum sheet_kind xlsx_number(const char *stored, struct xlsx_style style,
    bool date1904, char text[64]);

#endif
