#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "sheet.h"
#include "workbook.h"

static struct sheet_error error;

/* Reads a workbook made by hand; NULL when refused. */
static struct sheet *
read_made(
    const char *cells, const struct workbook_part *extra, size_t nextra)
{
	struct sheet *sheet;
	size_t size;
	char *bytes = workbook_make(cells, extra, nextra, &size);

	sheet_read_bytes(
	    bytes, size, &sheet_limits_default, &sheet, &error);
	free(bytes);
	return sheet;
}

static struct sheet *
read_good(const char *cells)
{
	struct sheet *sheet = read_made(cells, NULL, 0);

	if (sheet == NULL)
		fail_msg("refused: %s %s", sheet_code_name(error.code),
		    error.part);
	return sheet;
}

static void
assert_refused(const char *cells, const char *part, const char *text,
    enum sheet_code code)
{
	struct workbook_part extra = {part, text, 0};
	struct sheet *sheet = read_made(cells, &extra, part != NULL);

	assert_null(sheet);
	assert_string_equal(
	    sheet_code_name(error.code), sheet_code_name(code));
}

static void
assert_cell(
    const struct sheet *sheet, uint32_t row, uint32_t column, const char *text)
{
	assert_string_equal(sheet_text(sheet, row, column), text);
}

static void
test_cells(void **state)
{
	struct sheet *sheet = read_good(
	    "<worksheet><sheetData>"
	    "<row r='3'><c r='B3' t='s'><v>0</v></c><c t='s'><v>1</v></c>"
	    "<c r='E3' t='inlineStr'><is><t>안</t><rPh><t>x</t></rPh>"
	    "<r><t>녕_x000D_</t></r></is></c><c r='XFD3' s='1'/></row>"
	    "<row r='4'/><row><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>"
	    "<c t='str'><f>A1</f><v>_x005F_b</v></c><c><f>A1</f></c>"
	    "<c t='n'><f>1+1</f><v>2</v></c><c t='s'><v>2</v></c></row>"
	    "</sheetData><mergeCells><mergeCell ref='B3:C5'/></mergeCells>"
	    "</worksheet>");

	(void)state;
	assert_int_equal(sheet->nrows, 2);
	assert_int_equal(sheet->rows[0].number, 3);
	assert_int_equal(sheet->rows[0].cells, 5);
	assert_cell(sheet, 0, 0, "");
	assert_cell(sheet, 0, 1, "학번");
	assert_cell(sheet, 0, 2, "김민수");
	assert_cell(sheet, 0, 4, "안녕\n");
	assert_int_equal(sheet->rows[1].number, 5);
	assert_cell(sheet, 1, 0, "TRUE");
	assert_cell(sheet, 1, 1, "#N/A");
	assert_cell(sheet, 1, 2, "_b");
	assert_cell(sheet, 1, 4, "2");
	assert_int_equal(sheet->uncalculated, 1);
	assert_int_equal(sheet->nmerges, 1);
	assert_int_equal(sheet->merges[0].row_to, 5);
	assert_int_equal(sheet->merges[0].column_from, 2);
	assert_string_equal(sheet->name, "명단");
	assert_int_equal(sheet->encoding, SHEET_ENCODING_XLSX);
	sheet_free(sheet);
}

static void
test_numbers(void **state)
{
	struct sheet *sheet = read_good(
	    "<worksheet><sheetData><row><c><v>20210001.0</v></c>"
	    "<c><v>2.0210001E7</v></c><c s='3'><v>1234567</v></c>"
	    "<c><v>3.2999999999999998</v></c><c s='4'><v>-12</v></c>"
	    "<c><v>12345678901234567890</v></c><c><v>x</v></c></row>"
	    "<row><c s='1'><v>36959</v></c><c s='2'><v>36959</v></c>"
	    "<c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>61</v></c>"
	    "<c s='5'><v>45931.375</v></c><c t='d'><v>2001-03-09</v></c>"
	    "<c s='1'><v>-1</v></c><c s='1'><v>2958466</v></c>"
	    "<c s='99'><v>5</v></c></row></sheetData></worksheet>");

	(void)state;
	assert_cell(sheet, 0, 0, "20210001");
	assert_cell(sheet, 0, 1, "20210001");
	assert_cell(sheet, 0, 2, "01234567");
	assert_cell(sheet, 0, 3, "3.3");
	assert_cell(sheet, 0, 4, "-12");
	assert_cell(sheet, 0, 5, "12345678901234567890");
	assert_cell(sheet, 0, 6, "x");
	assert_cell(sheet, 1, 0, "2001-03-09");
	assert_int_equal(sheet_cell(sheet, 1, 0)->kind, SHEET_DATE);
	assert_cell(sheet, 1, 1, "2001-03-09");
	assert_cell(sheet, 1, 2, "1900-01-01");
	assert_cell(sheet, 1, 3, "1900-02-28");
	assert_cell(sheet, 1, 4, "1900-03-01");
	assert_cell(sheet, 1, 5, "2025-10-01 09:00");
	assert_cell(sheet, 1, 6, "2001-03-09");
	assert_cell(sheet, 1, 7, "-1");
	assert_cell(sheet, 1, 8, "2958466");
	assert_cell(sheet, 1, 9, "5");
	sheet_free(sheet);
}

static void
test_date1904(void **state)
{
	struct workbook_part book = {"xl/workbook.xml",
	    "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets>"
	    "<sheet name='숨김' state='hidden' r:id='rId1'/>"
	    "<sheet name='본문' r:id='rId1'/><sheet name='셋' r:id='rId9'/>"
	    "</sheets></workbook>", 0};
	struct sheet *sheet = read_made(
	    "<worksheet><sheetData><row hidden='1'><c s='1'><v>35497</v></c>"
	    "</row></sheetData></worksheet>", &book, 1);

	(void)state;
	assert_non_null(sheet);
	assert_cell(sheet, 0, 0, "2001-03-09");
	assert_string_equal(sheet->name, "본문");
	assert_string_equal(sheet->others, "숨김\n셋");
	assert_int_equal(sheet->sheets, 3);
	assert_int_equal(sheet->hidden_rows, 1);
	sheet_free(sheet);
}

/* S16 holds for the names of sheets too; a long one is cut. */
static void
test_sheet_names(void **state)
{
	char *letters = g_strnfill(9000, 'a');
	char *text = g_strconcat(
	    "<workbook xmlns:r='r'><sheets><sheet name='", letters,
	    "' r:id='rId1'/><sheet name='010309-3123456' r:id='rId9'/>"
	    "<sheet name='나머지' r:id='rId9'/></sheets></workbook>", NULL);
	struct workbook_part book = {"xl/workbook.xml", text, 0};
	struct sheet *sheet = read_made(
	    "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>"
	    "</worksheet>", &book, 1);

	(void)state;
	assert_non_null(sheet);
	assert_int_equal(strlen(sheet->name), 100);
	assert_string_equal(sheet->others, "나머지");
	sheet_free(sheet);
	g_free(text);
	g_free(letters);
}

static void
test_resident_numbers(void **state)
{
	struct sheet *sheet = read_good(
	    "<worksheet><sheetData><row><c><v>103093123456</v></c>"
	    "<c t='inlineStr'><is><t>a 010309-3123456</t></is></c>"
	    "<c><v>1.03093123456E11</v></c></row><row>"
	    "<c><v>3093123456</v></c><c><v>3093123456</v></c></row>"
	    "</sheetData></worksheet>");

	(void)state;
	assert_cell(sheet, 0, 0, "");
	assert_cell(sheet, 0, 1, "");
	assert_cell(sheet, 0, 2, "");
	assert_cell(sheet, 1, 0, "");
	assert_cell(sheet, 1, 1, "3093123456");
	assert_int_equal(sheet->blanked, 4);
	sheet_free(sheet);
}

#define ONE_CELL \
	"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>" \
	"</worksheet>"

static void
test_refused(void **state)
{
	(void)state;
	assert_refused(ONE_CELL, "xl/vbaProject.bin", "x", SHEET_MACROS);
	assert_refused(ONE_CELL, "[Content_Types].xml",
	    "<Types><Override ContentType='application/vnd.ms-excel.sheet."
	    "macroEnabled.main+xml'/></Types>", SHEET_MACROS);
	assert_refused(ONE_CELL, "xl/workbook.bin", "x", SHEET_BINARY_XLSB);
	assert_refused(
	    ONE_CELL, "word/document.xml", "x", SHEET_WORD_PROCESSOR);
	assert_refused(ONE_CELL, "xl/workbook.xml",
	    "<workbook><sheets><sheet name='a' state='veryHidden' id='rId1'/>"
	    "</sheets></workbook>", SHEET_NO_VISIBLE);
	assert_refused(
	    "<worksheet><sheetData/></worksheet>", NULL, NULL, SHEET_EMPTY);
	assert_refused("<worksheet><sheetData><row>", NULL, NULL,
	    SHEET_DAMAGED);
	assert_refused("\x01\x02", NULL, NULL, SHEET_DAMAGED);
	assert_refused("<worksheet><sheetData><row r='5'/><row r='5'/>"
		       "</sheetData></worksheet>", NULL, NULL, SHEET_DAMAGED);
	assert_refused("<worksheet><sheetData><row><c r='B1'><v>1</v></c>"
		       "<c r='A1'><v>1</v></c></row></sheetData></worksheet>",
	    NULL, NULL, SHEET_DAMAGED);
	assert_refused("<worksheet><sheetData><row><c t='s'><v>77</v></c>"
		       "</row></sheetData></worksheet>", NULL, NULL,
	    SHEET_DAMAGED);
	assert_refused("<worksheet><sheetData><row><c r='ZZZZ1'><v>1</v></c>"
		       "</row></sheetData></worksheet>", NULL, NULL,
	    SHEET_DAMAGED);
	assert_refused("<worksheet><sheetData><row><c r='XFD1'><v>1</v></c>"
		       "</row></sheetData></worksheet>", NULL, NULL,
	    SHEET_TOO_MANY_COLUMNS);
}

static void
test_entities(void **state)
{
	(void)state;
	assert_refused(
	    "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'>"
	    "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
	    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
	    "<worksheet><sheetData><row><c t='str'><v>&c;</v></c></row>"
	    "</sheetData></worksheet>", NULL, NULL, SHEET_DOCTYPE);
	assert_refused(ONE_CELL, "xl/sharedStrings.xml",
	    "<!DOCTYPE sst SYSTEM 'file:///etc/passwd'><sst/>",
	    SHEET_DOCTYPE);
	assert_refused("<!DOCTYPE w [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>"
		       "<w x='&a;'/>", NULL, NULL, SHEET_DOCTYPE);
}

static void
test_deep(void **state)
{
	GString *deep = g_string_new("<worksheet>");
	int i;

	(void)state;
	for (i = 0; i < 100; i++)
		g_string_append(deep, "<a>");
	assert_refused(deep->str, NULL, NULL, SHEET_TOO_DEEP);
	for (i = 0; i < 100000; i++)
		g_string_append(deep, "<a>");
	assert_refused(deep->str, NULL, NULL, SHEET_TOO_DEEP);
	g_string_free(deep, TRUE);
}

/* The directory says 200 MB; or it lies and the stream grows. */
static void
test_bombs(void **state)
{
	size_t size = 60u << 20;
	char *spaces = g_malloc(size);
	struct workbook_part extra = {"xl/media/a.bin", spaces, size};

	(void)state;
	memset(spaces, ' ', size);
	assert_null(read_made(ONE_CELL, &extra, 1));
	assert_int_equal(error.code, SHEET_BOMB);
	assert_string_equal(error.part, "xl/media/a.bin");
	g_free(spaces);
}

static void
test_many_rows(void **state)
{
	GString *cells = g_string_new("<worksheet><sheetData>");
	int i;

	(void)state;
	for (i = 0; i < 100000; i++)
		g_string_append_printf(
		    cells, "<row><c><v>%d</v></c></row>", i);
	g_string_append(cells, "</sheetData></worksheet>");
	assert_refused(cells->str, NULL, NULL, SHEET_TOO_MANY_ROWS);
	assert_int_equal(error.value, 100000);
	g_string_free(cells, TRUE);
}

/* Every prefix of a workbook is refused or read, never worse. */
static void
test_truncated(void **state)
{
	struct sheet *sheet;
	size_t size, i;
	char *bytes = workbook_make(ONE_CELL, NULL, 0, &size), *part;

	(void)state;
	for (i = 4; i < size; i++) {
		part = g_memdup2(bytes, i);
		sheet_read_bytes(
		    part, i, &sheet_limits_default, &sheet, &error);
		assert_null(sheet);
		g_free(part);
	}
	free(bytes);
}

/* What libxlsxwriter writes is read back from a file descriptor. */
static void
test_written(void **state)
{
	char path[] = "/tmp/sheet-XXXXXX";
	int fd = mkstemp(path);
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *w = workbook_add_worksheet(book, "학생 명단");
	lxw_format *date = workbook_add_format(book);
	lxw_datetime day = {2001, 3, 9, 0, 0, 0};
	struct sheet *sheet;

	(void)state;
	format_set_num_format(date, "yyyy.mm.dd");
	worksheet_merge_range(w, 0, 0, 0, 3, "2025-2 명단", NULL);
	worksheet_write_string(w, 2, 1, "00123", NULL);
	worksheet_write_number(w, 2, 2, 20210001, NULL);
	worksheet_write_datetime(w, 2, 3, &day, date);
	workbook_close(book);
	assert_int_equal(
	    sheet_read_fd(fd, &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_cell(sheet, 0, 0, "2025-2 명단");
	assert_cell(sheet, 1, 1, "00123");
	assert_cell(sheet, 1, 2, "20210001");
	assert_cell(sheet, 1, 3, "2001-03-09");
	assert_int_equal(sheet->nmerges, 1);
	sheet_free(sheet);
	close(fd);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cells),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_date1904),
	    cmocka_unit_test(test_resident_numbers),
	    cmocka_unit_test(test_sheet_names),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_entities),
	    cmocka_unit_test(test_deep),
	    cmocka_unit_test(test_bombs),
	    cmocka_unit_test(test_many_rows),
	    cmocka_unit_test(test_truncated),
	    cmocka_unit_test(test_written),
	};

	return cmocka_run_group_tests_name("sheet_xlsx", tests, NULL, NULL);
}
