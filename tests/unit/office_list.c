#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "applicant.h"

/*
 * The whole way from a workbook as a Korean office makes it to applicants
 * (contract section 5): titles, merged cells, an order of its own, dates in
 * every form, a second sheet, resident numbers, rows only formatted.
 */

static lxw_worksheet *page;

static void
write_row(lxw_row_t row, const char *const *cells, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (cells[i][0] != '\0')
			worksheet_write_string(
			    page, row, (lxw_col_t)i, cells[i], NULL);
}

#define ROW(at, ...) \
	write_row(at, (const char *const[]){__VA_ARGS__}, \
	    sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void
write_office_list(const char *path)
{
	lxw_workbook *book = workbook_new(path);
	lxw_format *date = workbook_add_format(book);
	lxw_format *border = workbook_add_format(book);
	lxw_datetime day = {2001, 3, 9, 0, 0, 0};
	lxw_row_t row;

	format_set_num_format(date, "yyyy\". \"m\". \"d\".\"");
	format_set_border(border, LXW_BORDER_THIN);
	page = workbook_add_worksheet(book, "학점교류 명단");
	worksheet_merge_range(
	    page, 0, 0, 0, 7, "2025학년도 2학기 학점교류 신청자 명단", NULL);
	ROW(1, "충남대학교 교무처", "", "", "", "작성일: 2025. 8. 11.");
	ROW(3, "연번", "과 정", "성 명", "학  번", "생년월일", "주민등록번호",
	    "학과(전공)", "E-mail", "비고");
	ROW(4, "1", "학사", "홍길동", "012345678", "2001. 3. 9.",
	    "010309-3123456", "", "hong@cnu.example", "");
	worksheet_merge_range(page, 4, 6, 5, 6, "사학과", NULL);
	ROW(5, "2", "석·박사통합과정", "이몽룡", "２０２１０００２", "", "", "",
	    "lee@cnu.example", "");
	worksheet_write_datetime(page, 5, 4, &day, date);
	worksheet_write_number(page, 5, 5, 103093123456.0, NULL);
	ROW(7, "3", "박사", "성춘향", "", "20010309", "", "음악과",
	    "sung@cnu.example", "010309-4123456 확인");
	worksheet_write_number(page, 7, 3, 20210003, NULL);
	ROW(8, "4", "석사", "심청", "20210004", "2001-02-31", "", "해양학과",
	    "sim@", "");
	for (row = 9; row < 60; row++)
		worksheet_write_blank(page, row, 2, border);
	page = workbook_add_worksheet(book, "참고");
	ROW(0, "학번", "성명");
	workbook_close(book);
}

static void
test_office_list(void **state)
{
	char path[] = "/tmp/office-XXXXXX";
	int fd = mkstemp(path);
	struct applicant_list *list;
	const struct applicant_row *row;
	struct sheet_error error;
	struct sheet *sheet;
	struct table *table;
	int i;

	(void)state;
	write_office_list(path);
	assert_int_equal(sheet_read_fd(fd, &sheet_limits_default, &sheet,
			     &error), SHEET_OK);
	assert_string_equal(sheet->others, "참고");
	assert_int_equal(sheet->blanked, 3);
	assert_int_equal(table_find(sheet, applicant_columns,
			     APPLICANT_COLUMNS, APPLICANT_ROWS_MAX, &table),
	    TABLE_OK);
	assert_int_equal(table->heading_row, 4);
	assert_int_equal(table->nunknown, 3);
	list = applicant_read(table, 2025);
	table_free(table);
	sheet_free(sheet);
	assert_int_equal(list->nrows, 4);
	assert_int_equal(list->good, 3);
	for (i = 0; i < 3; i++)
		assert_string_equal(
		    list->rows[i].values[APPLICANT_BIRTH_DATE], "2001-03-09");
	row = list->rows;
	assert_string_equal(row[0].values[APPLICANT_STUDENT_NO], "012345678");
	assert_string_equal(row[1].values[APPLICANT_STUDENT_NO], "20210002");
	assert_string_equal(row[1].values[APPLICANT_DEPARTMENT], "사학과");
	assert_string_equal(row[1].values[APPLICANT_LEVEL], "MSPHD");
	assert_string_equal(row[2].values[APPLICANT_STUDENT_NO], "20210003");
	assert_int_equal(row[2].number, 8);
	assert_int_equal(row[3].nfaults, 2);
	assert_int_equal(row[3].faults[0].code, VALUE_NO_SUCH_DAY);
	assert_int_equal(row[3].faults[1].code, VALUE_EMAIL);
	applicant_free(list);
	close(fd);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_office_list),
	};

	return cmocka_run_group_tests_name("office_list", tests, NULL, NULL);
}
