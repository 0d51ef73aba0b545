#ifndef TEST_WORKBOOK_H
#define TEST_WORKBOOK_H

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* Workbooks put together by hand, for what no honest program writes. */

struct workbook_part {
	const char *name;
	const char *text;
	size_t len; /* 0: strlen(text) */
};

static const char workbook_types[] =
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
    "content-types'><Default Extension='xml' "
    "ContentType='application/xml'/></Types>";
static const char workbook_root[] =
    "<Relationships><Relationship Id='rId1' "
    "Type='http://x/relationships/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>";
static const char workbook_book[] =
    "<workbook xmlns:r='http://r'><sheets><sheet name='명단' sheetId='1' "
    "r:id='rId1'/></sheets></workbook>";
static const char workbook_relations[] =
    "<Relationships>"
    "<Relationship Id='rId1' Type='http://x/worksheet' "
    "Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='rId2' Type='http://x/sharedStrings' "
    "Target='/xl/sharedStrings.xml'/>"
    "<Relationship Id='rId3' Type='http://x/styles' Target='styles.xml'/>"
    "</Relationships>";
static const char workbook_strings[] =
    "<sst><si><t>학번</t></si><si><r><t>김</t></r><r><t>민수</t></r>"
    "<rPh sb='0' eb='1'><t>KIM</t></rPh></si><si><t/></si></sst>";
static const char workbook_styles[] =
    "<styleSheet><numFmts>"
    "<numFmt numFmtId='100' formatCode='yyyy\"년\"\\ m\"월\"'/>"
    "<numFmt numFmtId='176' formatCode='00000000'/>"
    "<numFmt numFmtId='177' formatCode='#,##0;[Red]-#,##0'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='100'/>"
    "<xf numFmtId='176'/><xf numFmtId='177'/><xf numFmtId='22'/>"
    "</cellXfs></styleSheet>";

/* The bytes of a zip of the parts, the caller's; *size tells how many. */
static inline char *
workbook_zip(const struct workbook_part *parts, size_t n, size_t *size)
{
	zip_source_t *out = zip_source_buffer_create(NULL, 0, 0, NULL), *in;
	zip_t *zip = zip_open_from_source(out, ZIP_TRUNCATE, NULL);
	zip_stat_t st;
	char *bytes;
	size_t i;

	zip_source_keep(out);
	for (i = 0; i < n; i++) {
		in = zip_source_buffer(zip, parts[i].text,
		    parts[i].len > 0 ? parts[i].len : strlen(parts[i].text),
		    0);
		zip_file_add(
		    zip, parts[i].name, in, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
	}
	zip_close(zip);
	zip_source_stat(out, &st);
	bytes = malloc(st.size + 1);
	zip_source_open(out);
	*size = (size_t)zip_source_read(out, bytes, st.size);
	zip_source_close(out);
	zip_source_free(out);
	return bytes;
}

/*
 * A workbook with one sheet of that XML; extra parts replace or add to the
 * usual ones.
 */
static inline char *
workbook_make(const char *cells, const struct workbook_part *extra,
    size_t nextra, size_t *size)
{
	struct workbook_part parts[16] = {
	    {"[Content_Types].xml", workbook_types, 0},
	    {"_rels/.rels", workbook_root, 0},
	    {"xl/workbook.xml", workbook_book, 0},
	    {"xl/_rels/workbook.xml.rels", workbook_relations, 0},
	    {"xl/sharedStrings.xml", workbook_strings, 0},
	    {"xl/styles.xml", workbook_styles, 0},
	    {"xl/worksheets/sheet1.xml", cells, 0}};
	size_t i;

	for (i = 0; i < nextra && i < 9; i++)
		parts[7 + i] = extra[i];
	return workbook_zip(parts, 7 + nextra, size);
}

#endif
