#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/workbook.h"
#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/*
 * A workbook of which one part is the input; its first letter tells which.
 * Z is the whole file.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const struct {
		char letter;
		const char *part;
	} kinds[] = {{'S', "xl/worksheets/sheet1.xml"},
	    {'T', "xl/sharedStrings.xml"}, {'Y', "xl/styles.xml"},
	    {'W', "xl/workbook.xml"}, {'R', "xl/_rels/workbook.xml.rels"},
	    {'C', "[Content_Types].xml"}};
	static const char one_cell[] =
	    "<worksheet><sheetData><row><c t='s'><v>1</v></c></row>"
	    "</sheetData></worksheet>";
	struct workbook_part part = {NULL, (const char *)bytes + 1, size - 1};
	struct sheet_error error;
	struct sheet *sheet;
	char *workbook;
	size_t i, length;

	if (size < 2)
		return 0;
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kinds[i].letter == (char)bytes[0])
			part.name = kinds[i].part;
	if (part.name == NULL) {
		sheet_read_bytes(bytes + 1, size - 1, &sheet_limits_default,
		    &sheet, &error);
		sheet_free(sheet);
		return 0;
	}
	workbook = workbook_make(one_cell, &part, 1, &length);
	sheet_read_bytes(
	    workbook, length, &sheet_limits_default, &sheet, &error);
	sheet_free(sheet);
	free(workbook);
	return 0;
}
