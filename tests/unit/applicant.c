#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "applicant.h"

static struct applicant_list *list;

static int
end(void **state)
{
	(void)state;
	applicant_free(list);
	list = NULL;
	return 0;
}

static void
read_list(const char *csv)
{
	struct sheet_error error;
	struct sheet *sheet;
	struct table *table;

	end(NULL);
	assert_int_equal(sheet_read_bytes(csv, strlen(csv),
			     &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_int_equal(table_find(sheet, applicant_columns,
			     APPLICANT_COLUMNS, APPLICANT_ROWS_MAX, &table),
	    TABLE_OK);
	list = applicant_read(table, 2025);
	table_free(table);
	sheet_free(sheet);
}

#define HEADING \
	"학번,성명,영문성명,생년월일,과정,학적상태,대학,학과,학기,이메일," \
	"연락처,신청가능학점,기존 임시학번,비고\n"

static void
test_good_row(void **state)
{
	static const char *const wanted[APPLICANT_COLUMNS] = {"00123",
	    "김민수", "KIM Minsu", "2001-03-09", "MA", "enrolled", "공과대학",
	    "컴퓨터공학과", "3", "kim@cnu.example", "010-1234-5678", "9",
	    "E252000015"};
	int i;

	(void)state;
	read_list(HEADING
	    "００１２３,김민수,KIM  Minsu,2001. 3. 9.,석사,재학,공과대학,"
	    "컴퓨터공학과,3,kim@CNU.example,010 1234 5678,9학점,e252000015,x\n");
	assert_int_equal(list->nrows, 1);
	assert_int_equal(list->good, 1);
	assert_int_equal(list->rows[0].number, 2);
	for (i = 0; i < APPLICANT_COLUMNS; i++)
		assert_string_equal(list->rows[0].values[i], wanted[i]);
	assert_string_equal(
	    list->rows[0].raw[APPLICANT_BIRTH_DATE], "2001. 3. 9.");
}

static void
test_optional_cells(void **state)
{
	(void)state;
	read_list(HEADING "1,김,,010309,BA,,,수학,,a@b.kr,-,없음,N/A,\n");
	assert_int_equal(list->good, 1);
	assert_string_equal(list->rows[0].values[APPLICANT_PHONE], "");
	assert_string_equal(list->rows[0].values[APPLICANT_PREVIOUS_ID], "");
}

static void
test_faults(void **state)
{
	const struct applicant_row *row;

	(void)state;
	read_list(HEADING
	    ",,,2001-02-31,x,y,,,,nobody,1,99,E252000016,\n"
	    "2,010309-3123456,,010309,BA,,,수학,,a@b.kr,,,,\n");
	row = &list->rows[0];
	assert_int_equal(list->good, 0);
	assert_int_equal(row->nfaults, 10);
	assert_int_equal(row->faults[0].column, APPLICANT_STUDENT_NO);
	assert_int_equal(row->faults[0].code, VALUE_EMPTY);
	assert_int_equal(row->faults[2].column, APPLICANT_BIRTH_DATE);
	assert_int_equal(row->faults[2].code, VALUE_NO_SUCH_DAY);
	assert_string_equal(row->raw[APPLICANT_BIRTH_DATE], "2001-02-31");
	row = &list->rows[1];
	assert_int_equal(row->nfaults, 1);
	assert_int_equal(row->faults[0].code, VALUE_RESIDENT);
	assert_string_equal(row->raw[APPLICANT_NAME_NATIVE], "");
	assert_int_equal(row->blanked, 1 << APPLICANT_NAME_NATIVE);
}

static void
test_duplicates(void **state)
{
	(void)state;
	read_list(HEADING "1,김,,010309,BA,,,수학,,a@b.kr,,,,\n"
			  "2,이,,010309,BA,,,수학,,b@b.kr,,,,\n"
			  "１,박,,010309,BA,,,수학,,c@b.kr,,,,\n");
	assert_int_equal(list->rows[0].duplicate_of, 0);
	assert_int_equal(list->rows[1].duplicate_of, 0);
	assert_int_equal(list->rows[2].duplicate_of, 2);
	assert_int_equal(list->good, 2);
}

static void
test_json(void **state)
{
	char *json;

	(void)state;
	read_list("학번,성명,생년월일,과정,학과,이메일\n"
		  "1,김,010309,BA,수학,a\n1,\"이\"\"\",1,BA,수학,a@b.kr\n");
	json = applicant_json(list);
	assert_string_equal(json,
	    "[{\"row\":2,\"cells\":{\"student_no\":\"1\",\"name_native\":"
	    "\"김\",\"birth_date\":\"2001-03-09\",\"level\":\"BA\","
	    "\"department\":\"수학\"},\"raw\":{\"student_no\":\"1\","
	    "\"name_native\":\"김\",\"birth_date\":\"010309\",\"level\":"
	    "\"BA\",\"department\":\"수학\",\"email\":\"a\"},\"problems\":"
	    "[{\"column\":\"email\",\"value\":\"a\",\"reason\":\"email\","
	    "\"limit\":254}]},{\"row\":3,\"duplicate_of\":2,\"cells\":"
	    "{\"student_no\":\"1\",\"name_native\":\"이\\\"\",\"level\":"
	    "\"BA\",\"department\":\"수학\",\"email\":\"a@b.kr\"},\"raw\":"
	    "{\"student_no\":\"1\",\"name_native\":\"이\\\"\","
	    "\"birth_date\":\"1\",\"level\":\"BA\",\"department\":\"수학\","
	    "\"email\":\"a@b.kr\"},\"problems\":[{\"column\":\"birth_date\","
	    "\"value\":\"1\",\"reason\":\"date\",\"limit\":100}]}]");
	free(json);
}

/* Every heading of every column leads to that column and no other. */
static void
test_headings_are_distinct(void **state)
{
	const struct table_column *column;
	const char *const *name;
	struct sheet_error error;
	struct sheet *sheet;
	struct table *table;
	char csv[600];
	int i;

	(void)state;
	for (i = 0; i < APPLICANT_COLUMNS; i++) {
		column = &applicant_columns[i];
		for (name = column->names; *name != NULL; name++) {
			snprintf(csv, sizeof csv, "%s,\"%s\"\n1,2\n",
			    i == 0 ? "성명" : "학번", *name);
			sheet_read_bytes(csv, strlen(csv),
			    &sheet_limits_default, &sheet, &error);
			table_find(sheet, applicant_columns,
			    APPLICANT_COLUMNS, 9, &table);
			if (table == NULL || table->place[i] != 1)
				fail_msg("%s is not %s", *name, column->key);
			table_free(table);
			sheet_free(sheet);
		}
	}
}

/* The labels lead back to their columns, so that templates can be read. */
static void
test_labels_are_headings(void **state)
{
	struct sheet_error error;
	struct sheet *sheet;
	struct table *table;
	char csv[2000] = "";
	int i;

	(void)state;
	for (i = 0; i < APPLICANT_COLUMNS; i++) {
		strcat(csv, i > 0 ? "," : "");
		strcat(csv, applicant_label((enum applicant_column)i));
	}
	assert_int_equal(sheet_read_bytes(csv, strlen(csv),
			     &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_int_equal(table_find(sheet, applicant_columns,
			     APPLICANT_COLUMNS, 9, &table), TABLE_NO_ROWS);
	for (i = 0; i < APPLICANT_COLUMNS; i++)
		assert_int_equal(table->place[i], i);
	table_free(table);
	sheet_free(sheet);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_good_row),
	    cmocka_unit_test(test_optional_cells),
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_duplicates),
	    cmocka_unit_test(test_json),
	    cmocka_unit_test(test_headings_are_distinct),
	    cmocka_unit_test(test_labels_are_headings),
	};

	return cmocka_run_group_tests_name("applicant", tests, NULL, end);
}
