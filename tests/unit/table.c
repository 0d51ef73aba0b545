#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "workbook.h"

#define NAMES(...) (const char *const[]){__VA_ARGS__, NULL}

enum { NO, NAME, EMAIL, PHONE, COLUMNS };
static const struct table_column columns[COLUMNS] = {
    [NO] = {"student_no", NAMES("학번", "student ID"), true},
    [NAME] = {"name", NAMES("성명", "성명(한글)"), true},
    [EMAIL] = {"email", NAMES("이메일", "e-mail"), true},
    [PHONE] = {"phone", NAMES("연락처"), false},
};

static struct sheet *sheet;
static struct table *table;

static int
end(void **state)
{
	(void)state;
	table_free(table);
	sheet_free(sheet);
	table = NULL;
	sheet = NULL;
	return 0;
}

static void
find(const char *csv, enum table_code code)
{
	struct sheet_error error;

	end(NULL);
	assert_int_equal(sheet_read_bytes(csv, strlen(csv),
			     &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_int_equal(
	    table_find(sheet, columns, COLUMNS, 5, &table), code);
}

static void
assert_value(uint32_t row, size_t column, const char *wanted)
{
	char *value = table_value(table, row, column);

	assert_string_equal(value, wanted);
	free(value);
}

static void
test_titles_and_order(void **state)
{
	(void)state;
	find("2025-2 학점교류 명단,,,,\n충남대학교,이메일,,,\n,,,,\n"
	     "비고,E-MAIL,성 명,학 번\n"
	     "x,a@b.kr,김민수,00123\n,,,\n ,c@d.kr,이영희,00124\n,,,\n",
	    TABLE_OK);
	assert_int_equal(table->heading_row, 4);
	assert_int_equal(table->nrows, 2);
	assert_int_equal(table_row_number(table, 0), 5);
	assert_int_equal(table_row_number(table, 1), 7);
	assert_value(0, NO, "00123");
	assert_value(1, NAME, "이영희");
	assert_value(1, EMAIL, "c@d.kr");
	assert_value(1, PHONE, "");
	assert_int_equal(table->nunknown, 1);
	assert_string_equal(table->unknown[0].text, "비고");
	assert_int_equal(table->unknown[0].column, 0);
	assert_null(table_missing(table, 0));
}

static void
test_heading_variants(void **state)
{
	(void)state;
	find("student_no,성명(한글),이메일 (필수)\n1,a,b\n", TABLE_OK);
	find("학번/Student ID,성명*,\"이메일\n(E-mail)\"\n1,a,b\n", TABLE_OK);
	find("Ｓｔｕｄｅｎｔ　ＩＤ,\xef\xbb\xbf성명,[이메일]\n1,a,b\n", TABLE_OK);
	find("학번 (예: 2021),성명 (name),e mail\n1,a,b\n", TABLE_OK);
}

static void
test_refusals(void **state)
{
	(void)state;
	find("a,b\n1,2\n", TABLE_NO_HEADING);
	assert_null(table);
	find("학번,연락처\n1,2\n", TABLE_MISSING_COLUMN);
	assert_string_equal(table_missing(table, 0)->key, "name");
	assert_string_equal(table_missing(table, 1)->key, "email");
	assert_null(table_missing(table, 2));
	find("학번,성명,이메일\n ,\xc2\xa0,\n", TABLE_NO_ROWS);
	find("학번,성명,이메일\n1,,\n2,,\n3,,\n4,,\n5,,\n6,,\n",
	    TABLE_TOO_MANY_ROWS);
	assert_int_equal(table->nrows, 6);
}

static void
test_doubled_and_repeated(void **state)
{
	(void)state;
	find("학번,성명,이메일,이메일\n1,a,b,c\n학번,성명,이메일,이메일\n"
	     "2,d,e,f\n",
	    TABLE_OK);
	assert_int_equal(table->ndoubled, 1);
	assert_int_equal(table->doubled[0].column, 3);
	assert_int_equal(table->repeated, 1);
	assert_int_equal(table->nrows, 2);
	assert_value(1, EMAIL, "e");
}

/* The heading's upper row spans columns that the lower one names. */
static void
test_two_rows(void **state)
{
	(void)state;
	find("학번,성명,연락,\n,,이메일,연락처\n1,a,b,c\n", TABLE_OK);
	assert_int_equal(table->heading_row, 2);
	assert_int_equal(table->nrows, 1);
	assert_value(0, PHONE, "c");
}

/* S17: the apostrophe that guards a formula goes, no other. */
static void
test_apostrophe(void **state)
{
	(void)state;
	find("학번,성명,이메일\n'=1,'a,' +b\n'-,\xe2\x80\x8b c ,'\n", TABLE_OK);
	assert_value(0, NO, "=1");
	assert_value(0, NAME, "'a");
	assert_value(0, EMAIL, "' +b");
	assert_value(1, NO, "-");
	assert_value(1, NAME, "c");
	assert_value(1, EMAIL, "'");
}

static void
test_blanked(void **state)
{
	(void)state;
	find("학번,성명,이메일\n1,010309-3123456,b\n", TABLE_OK);
	assert_true(table_blanked(table, 0, NAME));
	assert_false(table_blanked(table, 0, NO));
	assert_string_equal(table_raw(table, 0, NAME), "");
}

static void
test_merged(void **state)
{
	struct sheet_error error;
	size_t size;
	char *bytes = workbook_make(
#define CELL(ref, text) \
	"<c r='" ref "' t='str'><v>" text "</v></c>"
	    "<worksheet><sheetData><row r='1'>" CELL("A1", "명단")
	    "</row><row r='2'>" CELL("A2", "학번") CELL("B2", "성명")
	    CELL("C2", "이메일") "</row><row r='3'>" CELL("A3", "1")
	    CELL("B3", "김") "</row><row r='4'>" CELL("A4", "2")
	    "</row><row r='6'>" CELL("A6", "3") "</row></sheetData>"
	    "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='B3:B5'/>"
	    "</mergeCells></worksheet>", NULL, 0, &size);

	(void)state;
	end(NULL);
	assert_int_equal(sheet_read_bytes(bytes, size, &sheet_limits_default,
			     &sheet, &error), SHEET_OK);
	free(bytes);
	assert_int_equal(
	    table_find(sheet, columns, COLUMNS, 5, &table), TABLE_OK);
	assert_value(0, NAME, "김");
	assert_value(1, NAME, "김");
	assert_value(2, NAME, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_titles_and_order),
	    cmocka_unit_test(test_heading_variants),
	    cmocka_unit_test(test_refusals),
	    cmocka_unit_test(test_doubled_and_repeated),
	    cmocka_unit_test(test_two_rows),
	    cmocka_unit_test(test_apostrophe),
	    cmocka_unit_test(test_blanked),
	    cmocka_unit_test(test_merged),
	};

	return cmocka_run_group_tests_name("table", tests, NULL, end);
}
