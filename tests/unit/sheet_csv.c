#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "sheet.h"

static struct sheet_error error;

static struct sheet *
read_bytes(const char *bytes, size_t size)
{
	struct sheet *sheet;

	sheet_read_bytes(
	    bytes, size, &sheet_limits_default, &sheet, &error);
	return sheet;
}

static struct sheet *
read_text(const char *text)
{
	struct sheet *sheet = read_bytes(text, strlen(text));

	if (sheet == NULL)
		fail_msg("refused: %s", sheet_code_name(error.code));
	assert_int_equal(error.code, SHEET_OK);
	return sheet;
}

static void
assert_refused(const char *text, enum sheet_code code)
{
	struct sheet *sheet = read_bytes(text, strlen(text));

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
test_plain(void **state)
{
	struct sheet *sheet = read_text(
	    "학번,성명\r\n20210001,김민수\r\n\r\n01,\"이 \"\"B\"\",\n영희\"");

	(void)state;
	assert_int_equal(sheet->nrows, 3);
	assert_int_equal(sheet->encoding, SHEET_ENCODING_UTF8);
	assert_int_equal(sheet->separator, ',');
	assert_cell(sheet, 0, 0, "학번");
	assert_cell(sheet, 1, 1, "김민수");
	assert_int_equal(sheet_cell(sheet, 1, 0)->kind, SHEET_NUMBER);
	assert_int_equal(sheet_cell(sheet, 2, 0)->kind, SHEET_TEXT);
	assert_cell(sheet, 2, 1, "이 \"B\",\n영희");
	assert_int_equal(sheet->rows[2].number, 4);
	assert_cell(sheet, 2, 9, "");
	assert_cell(sheet, 9, 0, "");
	sheet_free(sheet);
}

static void
test_separators(void **state)
{
	struct sheet *sheet;

	(void)state;
	sheet = read_text("a;b;c\n1,5;2;3\n4,5;5;6\n");
	assert_int_equal(sheet->separator, ';');
	assert_cell(sheet, 1, 0, "1,5");
	sheet_free(sheet);
	sheet = read_text("명단, 2025\na\tb\tc\nx, y\t2\t3\nz\t5\t6\n");
	assert_int_equal(sheet->separator, '\t');
	assert_cell(sheet, 2, 0, "x, y");
	sheet_free(sheet);
	sheet = read_text("sep=|\na|b\n");
	assert_int_equal(sheet->separator, '|');
	assert_int_equal(sheet->rows[0].number, 2);
	sheet_free(sheet);
	sheet = read_text("one\ntwo\n");
	assert_int_equal(sheet->nrows, 2);
	sheet_free(sheet);
	sheet = read_text("a,b\rc,d\r");
	assert_int_equal(sheet->nrows, 2);
	assert_cell(sheet, 1, 1, "d");
	sheet_free(sheet);
}

static void
test_encodings(void **state)
{
	static const char utf16le[] = "\xff\xfe\x59\xd5\x88\xbc,\0" "A\0\n\0";
	static const char utf16be[] = "\xfe\xff\xd5\x59\xbc\x88\0,\0A\0\n";
	struct sheet *sheet;

	(void)state;
	sheet = read_text("\xef\xbb\xbf학번,A\n");
	assert_cell(sheet, 0, 0, "학번");
	sheet_free(sheet);
	sheet = read_bytes(utf16le, sizeof utf16le - 1);
	assert_non_null(sheet);
	assert_cell(sheet, 0, 0, "학번");
	assert_cell(sheet, 0, 1, "A");
	assert_int_equal(sheet->encoding, SHEET_ENCODING_UTF16);
	sheet_free(sheet);
	sheet = read_bytes(utf16be, sizeof utf16be - 1);
	assert_non_null(sheet);
	assert_cell(sheet, 0, 0, "학번");
	sheet_free(sheet);
	/* 뷁 is in CP949 and not in EUC-KR. */
	sheet = read_text("\xc7\xd0\xb9\xf8,\x94\xee\n\xb1\xe8,1\n");
	assert_int_equal(sheet->encoding, SHEET_ENCODING_CP949);
	assert_cell(sheet, 0, 0, "학번");
	assert_cell(sheet, 0, 1, "뷁");
	assert_cell(sheet, 1, 0, "김");
	sheet_free(sheet);
	/* Jamo of a Mac become letters. */
	sheet = read_text("\xe1\x84\x80\xe1\x85\xb5\xe1\x86\xb7,1\n");
	assert_cell(sheet, 0, 0, "김");
	sheet_free(sheet);
}

static void
test_broken_encodings(void **state)
{
	(void)state;
	assert_refused("a,b\nc,\xff\xff\n", SHEET_BAD_ENCODING);
	assert_int_equal(error.row, 2);
	/* One byte lost in a UTF-8 file is not another encoding. */
	assert_refused("학번,성명,학과,생년월일\n김민수,이영희\n김\xeb\xaf,1\n",
	    SHEET_BAD_ENCODING);
	assert_int_equal(error.row, 3);
	assert_refused("학번,성명\n1,\xff\xff\n", SHEET_BAD_ENCODING);
	assert_int_equal(error.row, 2);
	assert_null(read_bytes("a,b\nc\0,d\n", 9));
	assert_int_equal(error.code, SHEET_NUL_BYTE);
	assert_int_equal(error.row, 2);
	assert_null(read_bytes("\xff\xfe" "a\0b", 5));
	assert_int_equal(error.code, SHEET_BAD_ENCODING);
	assert_null(read_bytes("\xff\xfe" "a\0\0\0", 6));
	assert_int_equal(error.code, SHEET_NUL_BYTE);
	assert_null(read_bytes("\xff\xfe\x00\xd8" "a\0", 6));
	assert_int_equal(error.code, SHEET_BAD_ENCODING);
}

static void
test_quotes(void **state)
{
	struct sheet *sheet;

	(void)state;
	assert_refused("a,b\n\"c\nd\",e\nf,\"g\nh\n", SHEET_UNCLOSED_QUOTE);
	assert_int_equal(error.row, 4);
	assert_refused("a,b\n\"c\"d,e\n", SHEET_STRAY_QUOTE);
	assert_int_equal(error.row, 2);
	sheet = read_text("O\"Brien, \"x\" ,5\" disk\n");
	assert_cell(sheet, 0, 0, "O\"Brien");
	assert_cell(sheet, 0, 1, "x");
	assert_cell(sheet, 0, 2, "5\" disk");
	sheet_free(sheet);
}

static void
test_kinds_refused(void **state)
{
	(void)state;
	assert_refused("", SHEET_EMPTY);
	assert_refused("\n , \n\n", SHEET_EMPTY);
	assert_refused("%PDF-1.7\n", SHEET_PDF);
	assert_refused("\x89PNG\r\n", SHEET_IMAGE);
	assert_refused(" \n<html><table>", SHEET_HTML);
	assert_refused("\xef\xbb\xbf<!DOCTYPE html>", SHEET_HTML);
	assert_refused("<?xml version='1.0'?>", SHEET_HTML);
	assert_refused("{\\rtf1", SHEET_WORD_PROCESSOR);
	assert_refused("<## NASCA DRM FILE - VER1.00 ##>",
	    SHEET_RIGHTS_PROTECTED);
	assert_refused("PK\3\4 not a zip at all", SHEET_DAMAGED);
	assert_refused("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SHEET_UNKNOWN);
}

/* Old and encrypted workbooks are OLE containers with telling streams. */
static void
test_containers(void **state)
{
	static const struct {
		const char *stream;
		enum sheet_code code;
	} kinds[] = {{"Workbook", SHEET_OLD_XLS},
	    {"EncryptedPackage", SHEET_ENCRYPTED},
	    {"WordDocument", SHEET_WORD_PROCESSOR}};
	char bytes[2048];
	size_t i, j;

	(void)state;
	for (i = 0; i < G_N_ELEMENTS(kinds); i++) {
		memset(bytes, 0, sizeof bytes);
		memcpy(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
		for (j = 0; kinds[i].stream[j] != '\0'; j++)
			bytes[1024 + 2 * j] = kinds[i].stream[j];
		assert_null(read_bytes(bytes, sizeof bytes));
		assert_int_equal(error.code, kinds[i].code);
	}
}

static void
test_limits(void **state)
{
	GString *text = g_string_new("학번\n");
	struct sheet *sheet;
	int i;

	(void)state;
	for (i = 0; i < 100000; i++)
		g_string_append_printf(text, "%d\n", i);
	assert_refused(text->str, SHEET_TOO_MANY_ROWS);
	assert_int_equal(error.value, 100001);
	assert_int_equal(error.limit, 20000);

	g_string_assign(text, "a");
	for (i = 0; i < 16383; i++)
		g_string_append(text, ",b");
	assert_refused(text->str, SHEET_TOO_MANY_COLUMNS);
	assert_int_equal(error.row, 1);
	/* Separators alone, as a formatted sheet leaves them, do no harm. */
	g_string_assign(text, "a");
	for (i = 0; i < 16383; i++)
		g_string_append_c(text, ',');
	sheet = read_text(text->str);
	assert_int_equal(sheet->rows[0].cells, 1);
	sheet_free(sheet);

	g_string_assign(text, "a,b\n1,\"");
	for (i = 0; i < 5000; i++)
		g_string_append(text, "가");
	g_string_append(text, "\"\n");
	assert_refused(text->str, SHEET_CELL_TOO_LONG);
	assert_int_equal(error.row, 2);
	assert_int_equal(error.column, 2);
	g_string_free(text, TRUE);
}

static void
test_too_large(void **state)
{
	size_t size = sheet_limits_default.bytes + 1;
	char *bytes = calloc(1, size), *text;

	(void)state;
	assert_null(read_bytes(bytes, size));
	assert_int_equal(error.code, SHEET_TOO_LARGE);
	text = sheet_error_text(&error, NULL, NULL);
	assert_string_equal(text,
	    "The file has 20,971,521 bytes; at most 20,971,520 are "
	    "accepted.");
	free(text);
	free(bytes);
}

static const char *
shout(void *arg, const char *english)
{
	(void)english;
	return arg;
}

static void
test_error_texts(void **state)
{
	struct sheet_error e = {
	    SHEET_CELL_TOO_LONG, .row = 1234, .column = 28, .limit = 7};
	char *text;
	int code;

	(void)state;
	text = sheet_error_text(&e, shout, "{row}!{column}!{limit}!{x}{");
	assert_string_equal(text, "1,234!AB!7!{x}{");
	free(text);
	for (code = 1; code < SHEET_CODES; code++) {
		e.code = (enum sheet_code)code;
		text = sheet_error_text(&e, NULL, NULL);
		assert_true(strlen(text) > 10);
		assert_null(strchr(text, '{'));
		free(text);
	}
}

/* S16: blanked before anything else sees the cell, and counted. */
static void
test_resident_numbers(void **state)
{
	struct sheet *sheet =
	    read_text("학번,주민등록번호,비고\n1,010309-3123456,a\n"
		      "2,3123456,0103093123456\n3,010309,103093123456\n");
	uint32_t i;

	(void)state;
	assert_cell(sheet, 1, 0, "1");
	assert_cell(sheet, 1, 1, "");
	assert_true(sheet_cell(sheet, 1, 1)->blanked);
	assert_cell(sheet, 2, 1, "");
	assert_cell(sheet, 2, 2, "");
	assert_cell(sheet, 3, 1, "010309");
	assert_cell(sheet, 3, 2, "");
	assert_int_equal(sheet->blanked, 4);
	for (i = 0; i + 7 <= sheet->npool; i++)
		assert_memory_not_equal(sheet->pool + i, "3123456", 7);
	sheet_free(sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_plain),
	    cmocka_unit_test(test_separators),
	    cmocka_unit_test(test_encodings),
	    cmocka_unit_test(test_broken_encodings),
	    cmocka_unit_test(test_quotes),
	    cmocka_unit_test(test_kinds_refused),
	    cmocka_unit_test(test_containers),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_too_large),
	    cmocka_unit_test(test_error_texts),
	    cmocka_unit_test(test_resident_numbers),
	};

	return cmocka_run_group_tests_name("sheet_csv", tests, NULL, NULL);
}
