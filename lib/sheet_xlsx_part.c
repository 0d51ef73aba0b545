#include <glib.h>
#include <string.h>

#include "sheet_xlsx.h"

/*
 * Sizes that no list comes near and no zip bomb stays under: parts and bytes
 * of the archive, bytes of one part, bytes of XML read, how many times a
 * part may grow, levels of elements.
 */
enum { PARTS_MAX = 3000, DEPTH_MAX = 64, RATIO_MAX = 300 };
static const uint64_t part_max = UINT64_C(150) << 20;
static const uint64_t total_max = UINT64_C(300) << 20;
static const uint64_t ratio_from = UINT64_C(8) << 20;

static enum sheet_code
check_entry(struct xlsx *xlsx, const zip_stat_t *st, uint64_t *total)
{
	*total += st->size;
	if (st->encryption_method != ZIP_EM_NONE)
		return sheet_fail(xlsx->error, SHEET_ENCRYPTED);
	if (st->size <= part_max && *total <= total_max &&
	    (st->size < ratio_from ||
		st->size / RATIO_MAX <= st->comp_size))
		return SHEET_OK;
	sheet_fail_part(xlsx->error, SHEET_BOMB, st->name);
	xlsx->error->value = st->size;
	xlsx->error->limit = part_max;
	return SHEET_BOMB;
}

enum sheet_code
xlsx_check_directory(struct xlsx *xlsx)
{
	zip_int64_t i, n = zip_get_num_entries(xlsx->zip, 0);
	enum { NEEDED = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE };
	enum sheet_code code;
	uint64_t total = 0;
	zip_stat_t st;

	if (n > PARTS_MAX)
		return sheet_fail_part(xlsx->error, SHEET_BOMB, "directory");
	for (i = 0; i < n; i++) {
		zip_stat_init(&st);
		if (zip_stat_index(xlsx->zip, (zip_uint64_t)i, 0, &st) != 0 ||
		    (st.valid & NEEDED) != NEEDED)
			return sheet_fail_part(
			    xlsx->error, SHEET_DAMAGED, "directory");
		code = check_entry(xlsx, &st, &total);
		if (code != SHEET_OK)
			return code;
	}
	return SHEET_OK;
}

bool
xlsx_part_exists(struct xlsx *xlsx, const char *name)
{
	return zip_name_locate(xlsx->zip, name, ZIP_FL_NOCASE) >= 0;
}

/* Feeds libxml2; the directory's sizes may lie, so bytes are counted here. */
static int
feed(void *arg, char *buffer, int len)
{
	struct xlsx_part *part = arg;
	zip_int64_t n;

	n = zip_fread(part->file, buffer, (zip_uint64_t)len);
	if (n < 0)
		return -1;
	part->xlsx->unpacked += (uint64_t)n;
	if (part->xlsx->unpacked > total_max) {
		part->over = true;
		return -1;
	}
	return (int)n;
}

/* Errors are told by xlsx_part_next(); libxml2 shall not print them. */
static void
silence(void *arg, xmlErrorPtr error)
{
	(void)arg;
	(void)error;
}

enum sheet_code
xlsx_part_open(struct xlsx *xlsx, const char *name, struct xlsx_part *part)
{
	zip_int64_t at;

	*part = (struct xlsx_part){.xlsx = xlsx, .name = name};
	at = zip_name_locate(xlsx->zip, name, ZIP_FL_NOCASE);
	if (at >= 0)
		part->file = zip_fopen_index(xlsx->zip, (zip_uint64_t)at, 0);
	if (part->file == NULL)
		return sheet_fail_part(xlsx->error, SHEET_DAMAGED, name);
	part->reader = xmlReaderForIO(feed, NULL, part, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		XML_PARSE_COMPACT);
	if (part->reader == NULL)
		return sheet_fail(xlsx->error, SHEET_MEMORY);
	xmlTextReaderSetStructuredErrorHandler(part->reader, silence, NULL);
	return SHEET_OK;
}

static enum sheet_code
explain_end(struct xlsx_part *part)
{
	/* From here on the document is ours to free. */
	part->doc = xmlTextReaderCurrentDoc(part->reader);
	if (part->over)
		return sheet_fail_part(
		    part->xlsx->error, SHEET_BOMB, part->name);
	if (part->doc != NULL && part->doc->intSubset != NULL)
		return sheet_fail_part(
		    part->xlsx->error, SHEET_DOCTYPE, part->name);
	return sheet_fail_part(part->xlsx->error, SHEET_DAMAGED, part->name);
}

enum sheet_code
xlsx_part_next(struct xlsx_part *part, bool *more)
{
	int rc = xmlTextReaderRead(part->reader);

	*more = rc == 1;
	if (rc < 0)
		return explain_end(part);
	if (rc == 0)
		return SHEET_OK;
	switch (xmlTextReaderNodeType(part->reader)) {
	case XML_READER_TYPE_DOCUMENT_TYPE:
	case XML_READER_TYPE_ENTITY_REFERENCE:
		return sheet_fail_part(
		    part->xlsx->error, SHEET_DOCTYPE, part->name);
	default:
		break;
	}
	if (xmlTextReaderDepth(part->reader) > DEPTH_MAX)
		return sheet_fail_part(
		    part->xlsx->error, SHEET_TOO_DEEP, part->name);
	return SHEET_OK;
}

void
xlsx_part_close(struct xlsx_part *part)
{
	xmlFreeTextReader(part->reader);
	xmlFreeDoc(part->doc);
	if (part->file != NULL)
		zip_fclose(part->file);
}

static bool
is_named(const struct xlsx_part *part, const char *name)
{
	const xmlChar *local = xmlTextReaderConstLocalName(part->reader);

	return local != NULL && strcmp((const char *)local, name) == 0;
}

bool
xlsx_at(const struct xlsx_part *part, const char *name)
{
	return xmlTextReaderNodeType(part->reader) ==
	    XML_READER_TYPE_ELEMENT &&
	    is_named(part, name);
}

bool
xlsx_at_end(const struct xlsx_part *part, const char *name)
{
	return xmlTextReaderNodeType(part->reader) ==
	    XML_READER_TYPE_END_ELEMENT &&
	    is_named(part, name);
}

const char *
xlsx_text(const struct xlsx_part *part)
{
	switch (xmlTextReaderNodeType(part->reader)) {
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
		return (const char *)xmlTextReaderConstValue(part->reader);
	default:
		return NULL;
	}
}

char *
xlsx_attribute(const struct xlsx_part *part, const char *name)
{
	char *value = NULL;

	while (value == NULL &&
	    xmlTextReaderMoveToNextAttribute(part->reader) == 1)
		if (is_named(part, name))
			value = (char *)xmlTextReaderValue(part->reader);
	xmlTextReaderMoveToElement(part->reader);
	return value;
}
