#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sheet_write.h"
#include "table.h"

static const struct sheet_out_column columns[] = {
    {"학번", SHEET_TEXT, 0},
    {"생년월일", SHEET_DATE, 12},
    {"학점", SHEET_NUMBER, 0},
};
static const char *const titles[] = {"충남대학교 2025-2", "=제목", NULL};
static const struct sheet_out_spec spec = {
    "명단/2025 [2]: *가나다라마바사아자차카타파하가나다라마바사아자차카타파하?",
    titles, columns, 3, 0};

static char *
write_rows(
    enum sheet_format format, const char *const (*rows)[3], size_t n,
    size_t *size)
{
	struct sheet_out *out = sheet_out_open(format, &spec);
	char *bytes;
	size_t i;

	assert_non_null(out);
	for (i = 0; i < n; i++)
		sheet_out_row(out, rows[i]);
	assert_int_equal(sheet_out_end(out, &bytes, size), 0);
	return bytes;
}

static struct sheet *
read_back(const char *bytes, size_t size)
{
	struct sheet_error error;
	struct sheet *sheet;

	assert_int_equal(sheet_read_bytes(bytes, size, &sheet_limits_default,
			     &sheet, &error), SHEET_OK);
	return sheet;
}

static const char *const rows[][3] = {
    {"00123", "2001-03-09", "12"},
    {"=1+1", "31 February", "-5"},
    {"+82-10", NULL, "007"},
    {"a,\"b\"\nc", "", "1.5"},
};

static void
test_csv(void **state)
{
	size_t size;
	char *bytes = write_rows(SHEET_CSV, rows, 4, &size);

	(void)state;
	assert_string_equal(bytes,
	    "\xef\xbb\xbf" "충남대학교 2025-2\r\n\"'=제목\"\r\n"
	    "학번,생년월일,학점\r\n00123,2001-03-09,12\r\n"
	    "\"'=1+1\",31 February,-5\r\n\"'+82-10\",,007\r\n"
	    "\"a,\"\"b\"\"\nc\",,1.5\r\n");
	assert_int_equal(size, strlen(bytes));
	free(bytes);
}

/* S17: what was written comes back as it was, in both formats. */
static void
test_round_trip(void **state)
{
	const struct table_column known[] = {
	    {"a", (const char *const[]){"학번", NULL}, true},
	    {"b", (const char *const[]){"생년월일", NULL}, true},
	    {"c", (const char *const[]){"학점", NULL}, true}};
	struct sheet *sheet;
	struct table *table;
	char *bytes, *value;
	const char *wanted;
	size_t size, i, j;
	int format;

	(void)state;
	for (format = 0; format < 2; format++) {
		bytes = write_rows(
		    (enum sheet_format)format, rows, 4, &size);
		sheet = read_back(bytes, size);
		assert_int_equal(
		    table_find(sheet, known, 3, 9, &table), TABLE_OK);
		assert_int_equal(table->nrows, 4);
		assert_int_equal(table->heading_row, 3);
		for (i = 0; i < 4; i++)
			for (j = 0; j < 3; j++) {
				value = table_value(table, (uint32_t)i, j);
				wanted = rows[i][j] != NULL ? rows[i][j] : "";
				assert_string_equal(value, wanted);
				free(value);
			}
		table_free(table);
		sheet_free(sheet);
		free(bytes);
	}
}

static void
test_xlsx_kinds(void **state)
{
	size_t size;
	char *bytes = write_rows(SHEET_XLSX, rows, 4, &size);
	struct sheet *sheet = read_back(bytes, size);

	(void)state;
	assert_string_equal(sheet->name,
	    "명단 2025 2 가나다라마바사아자차카타파하가나다라마바사");
	assert_int_equal(sheet_cell(sheet, 3, 0)->kind, SHEET_TEXT);
	assert_int_equal(sheet_cell(sheet, 3, 1)->kind, SHEET_DATE);
	assert_int_equal(sheet_cell(sheet, 3, 2)->kind, SHEET_NUMBER);
	assert_int_equal(sheet_cell(sheet, 4, 0)->kind, SHEET_TEXT);
	assert_int_equal(sheet_cell(sheet, 4, 1)->kind, SHEET_TEXT);
	assert_int_equal(sheet_cell(sheet, 5, 2)->kind, SHEET_TEXT);
	assert_int_equal(sheet->uncalculated, 0);
	sheet_free(sheet);
	free(bytes);
}

static void
test_long_and_empty(void **state)
{
	static const char *const none[1][3];
	struct sheet_out_spec nameless = {"'", NULL, columns, 3, 0};
	struct sheet_out *out = sheet_out_open(SHEET_XLSX, &nameless);
	char *text = malloc(40001), *bytes;
	const char *cells[3] = {text, NULL, NULL};
	size_t size;

	(void)state;
	assert_non_null(out);
	memset(text, 'a', 40000);
	text[40000] = '\0';
	sheet_out_row(out, cells);
	assert_int_equal(sheet_out_end(out, &bytes, &size), 0);
	free(bytes);
	free(text);
	bytes = write_rows(SHEET_XLSX, none, 1, &size);
	free(bytes);
	sheet_out_drop(sheet_out_open(SHEET_XLSX, &spec));
	sheet_out_drop(sheet_out_open(SHEET_CSV, &spec));
	sheet_out_drop(NULL);
}

/* With its moment given a workbook does not depend on the clock. */
static void
test_same_bytes(void **state)
{
	struct sheet_out_spec fixed = spec;
	size_t size[2];
	char *bytes[2];
	int i;

	(void)state;
	fixed.made_at = 1766934000;
	for (i = 0; i < 2; i++) {
		struct sheet_out *out = sheet_out_open(SHEET_XLSX, &fixed);

		assert_non_null(out);
		sheet_out_row(out, rows[0]);
		assert_int_equal(sheet_out_end(out, &bytes[i], &size[i]), 0);
		if (i == 0)
			usleep(2100000);
	}
	assert_int_equal(size[0], size[1]);
	assert_memory_equal(bytes[0], bytes[1], size[0]);
	free(bytes[0]);
	free(bytes[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_csv),
	    cmocka_unit_test(test_round_trip),
	    cmocka_unit_test(test_xlsx_kinds),
	    cmocka_unit_test(test_long_and_empty),
	    cmocka_unit_test(test_same_bytes),
	};

	return cmocka_run_group_tests_name("sheet_write", tests, NULL, NULL);
}
