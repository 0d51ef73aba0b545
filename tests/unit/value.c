#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "value.h"

#define THIS_YEAR 2025

typedef enum value_code (*reader)(const char *, char **);

struct example {
	const char *typed;
	enum value_code code;
	const char *value;
};

static void
check(const char *typed, enum value_code got, char *value,
    const struct example *wanted)
{
	if (got != wanted->code)
		fail_msg("\"%s\": %s, not %s", typed, value_code_name(got),
		    value_code_name(wanted->code));
	if (wanted->value != NULL)
		assert_string_equal(value, wanted->value);
	else
		assert_null(value);
	free(value);
}

static void
check_all(reader read, const struct example *examples, size_t n)
{
	enum value_code got;
	char *value;
	size_t i;

	for (i = 0; i < n; i++) {
		got = read(examples[i].typed, &value);
		check(examples[i].typed, got, value, &examples[i]);
	}
}
#define CHECK(read, examples) \
	check_all(read, examples, sizeof examples / sizeof examples[0])

static void
check_date(const char *typed, enum sheet_kind kind, enum value_code code,
    const char *value)
{
	struct example wanted = {typed, code, value};
	enum value_code got;
	char *out;

	got = value_birth_date(typed, kind, THIS_YEAR, &out);
	check(typed, got, out, &wanted);
}

/* Contract section 5: the forms of a date of birth. */
static void
test_birth_dates(void **state)
{
	static const char *const forms[] = {"2001-03-09", "2001.3.9",
	    "2001. 3. 9.", "2001. 3. 9", "2001/3/9", "20010309", "010309",
	    "2001년 3월 9일", "2001년3월9일", "２００１．３．９", " 2001-3-9 ",
	    "2001-03-09 00:00:00", "2001-03-09T00:00:00", "01.3.9", "01-03-09",
	    "'01.03.09", "36959", "20010309.", "01년 3월 9일"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof forms / sizeof forms[0]; i++)
		check_date(forms[i], SHEET_TEXT, VALUE_OK, "2001-03-09");
	check_date("2001-03-09", SHEET_DATE, VALUE_OK, "2001-03-09");
	check_date("10309", SHEET_NUMBER, VALUE_OK, "2001-03-09");
	check_date("309", SHEET_NUMBER, VALUE_OK, "2000-03-09");
	check_date("1231", SHEET_NUMBER, VALUE_OK, "2000-12-31");
	check_date("990309", SHEET_NUMBER, VALUE_OK, "1999-03-09");
	check_date("150101", SHEET_TEXT, VALUE_OK, "2015-01-01");
	check_date("160101", SHEET_TEXT, VALUE_DATE_RANGE, NULL);
	check_date("20000229", SHEET_TEXT, VALUE_OK, "2000-02-29");
}

static void
test_bad_birth_dates(void **state)
{
	(void)state;
	check_date("", SHEET_TEXT, VALUE_EMPTY, NULL);
	check_date("2001-02-31", SHEET_TEXT, VALUE_NO_SUCH_DAY, NULL);
	check_date("010229", SHEET_TEXT, VALUE_NO_SUCH_DAY, NULL);
	check_date("19000229", SHEET_TEXT, VALUE_NO_SUCH_DAY, NULL);
	check_date("2001-13-01", SHEET_TEXT, VALUE_NO_SUCH_DAY, NULL);
	check_date("2001-00-10", SHEET_TEXT, VALUE_NO_SUCH_DAY, NULL);
	check_date("2024-01-01", SHEET_TEXT, VALUE_DATE_RANGE, NULL);
	check_date("1899-01-01", SHEET_TEXT, VALUE_DATE_RANGE, NULL);
	check_date("01/03/09", SHEET_TEXT, VALUE_TWO_DATES, NULL);
	check_date("30309", SHEET_NUMBER, VALUE_TWO_DATES, NULL);
	check_date("09/03/2001", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("2001.3-9", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("2001-3", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("2001-3-9 x", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("2001-3-999", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("309", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("99999999999999999999", SHEET_TEXT, VALUE_DATE, NULL);
	check_date("March 9", SHEET_TEXT, VALUE_DATE, NULL);
}

static void
test_levels(void **state)
{
	static const struct example levels[] = {{"학사", VALUE_OK, "BA"},
	    {"학사과정", VALUE_OK, "BA"}, {"B.A.", VALUE_OK, "BA"},
	    {"Bachelor's", VALUE_OK, "BA"}, {"석사 과정", VALUE_OK, "MA"},
	    {"Master", VALUE_OK, "MA"}, {"M.S.", VALUE_OK, "MA"},
	    {"박사(3학기)", VALUE_OK, "PHD"}, {"Ph.D.", VALUE_OK, "PHD"},
	    {"Doctor", VALUE_OK, "PHD"}, {"석박통합", VALUE_OK, "MSPHD"},
	    {"석·박사 통합과정", VALUE_OK, "MSPHD"},
	    {"MS/PhD", VALUE_OK, "MSPHD"}, {"ＭＡ", VALUE_OK, "MA"},
	    {"", VALUE_EMPTY, NULL}, {"고등학교", VALUE_LEVEL, NULL}};
	static const struct example statuses[] = {
	    {"재학", VALUE_OK, "enrolled"}, {"휴학중", VALUE_OK, "leave"},
	    {"Leave of absence", VALUE_OK, "leave"},
	    {"졸업", VALUE_STATUS, NULL}, {" ", VALUE_EMPTY, NULL}};

	(void)state;
	CHECK(value_level, levels);
	CHECK(value_status, statuses);
}

static void
test_emails(void **state)
{
	static const struct example emails[] = {
	    {" Kim.MS+x@CNU.Example ", VALUE_OK, "Kim.MS+x@cnu.example"},
	    {"ａ＠ｃｎｕ．ａｃ．ｋｒ", VALUE_OK, "a@cnu.ac.kr"},
	    {"mailto:a@b.kr", VALUE_OK, "a@b.kr"},
	    {"a@gmial.com", VALUE_OK, "a@gmial.com"},
	    {"a@xn--3e0b707e", VALUE_EMAIL, NULL}, {"", VALUE_EMPTY, NULL},
	    {"a", VALUE_EMAIL, NULL}, {"a@b", VALUE_EMAIL, NULL},
	    {"@b.kr", VALUE_EMAIL, NULL}, {"a@", VALUE_EMAIL, NULL},
	    {"a b@c.kr", VALUE_EMAIL, NULL}, {"a@b..kr", VALUE_EMAIL, NULL},
	    {"a..b@c.kr", VALUE_EMAIL, NULL}, {".a@c.kr", VALUE_EMAIL, NULL},
	    {"a@-b.kr", VALUE_EMAIL, NULL}, {"a@1.2.3.4", VALUE_EMAIL, NULL},
	    {"A <a@b.kr>", VALUE_EMAIL, NULL},
	    {"\"a\"@b.kr", VALUE_EMAIL, NULL},
	    {"a@b.kr, c@d.kr", VALUE_TWO_EMAILS, NULL},
	    {"a@b.kr\r\nBcc: c", VALUE_EMAIL, NULL},
	    {"a\x01@b.kr", VALUE_HIDDEN, NULL},
	    {"홍@b.kr", VALUE_EMAIL, NULL}};

	(void)state;
	CHECK(value_email, emails);
}

static void
test_names(void **state)
{
	static const struct example names[] = {
	    {"\xe1\x84\x80\xe1\x85\xb5\xe1\x86\xb7", VALUE_OK, "김"},
	    {"  KIM\xc2\xa0 Min  Su ", VALUE_OK, "KIM Min Su"},
	    {"김\n민수", VALUE_OK, "김 민수"},
	    {"\xe2\x80\x8b김", VALUE_OK, "김"},
	    {"김\xe2\x80\x8b민수", VALUE_HIDDEN, NULL},
	    {"김\xe2\x80\xae민", VALUE_HIDDEN, NULL},
	    {"김\x07", VALUE_HIDDEN, NULL}, {"김\xef\xbf\xbd", VALUE_LOST, NULL},
	    {"ㅤ", VALUE_EMPTY, NULL}, {"", VALUE_EMPTY, NULL}};
	char longest[4 * 121 + 1] = "", *value;
	int i;

	(void)state;
	CHECK(value_name, names);
	for (i = 0; i < VALUE_NAME_MAX; i++)
		strcat(longest, "가");
	assert_int_equal(value_name(longest, &value), VALUE_OK);
	free(value);
	strcat(longest, "가");
	assert_int_equal(value_name(longest, &value), VALUE_TOO_LONG);
	assert_null(value);
}

static void
test_numbers(void **state)
{
	static const struct example student_nos[] = {
	    {"00123", VALUE_OK, "00123"}, {"２０２１０００１", VALUE_OK, "20210001"},
	    {"A-12/3", VALUE_OK, "A-12/3"}, {"", VALUE_EMPTY, NULL},
	    {"2.02E+07", VALUE_EXPONENT, NULL},
	    {"2021 0001", VALUE_STUDENT_NO, NULL},
	    {"학번1", VALUE_STUDENT_NO, NULL},
	    {"1234567890123456789012345678901", VALUE_TOO_LONG, NULL}};
	static const struct example phones[] = {
	    {"010-1234-5678", VALUE_OK, "010-1234-5678"},
	    {"010 1234 5678", VALUE_OK, "010-1234-5678"},
	    {"(042) 865-2345", VALUE_OK, "042-865-2345"},
	    {"+82 10.1234.5678", VALUE_OK, "+82-10-1234-5678"},
	    {"1012345678", VALUE_OK, "01012345678"},
	    {"０１０－１２３４－５６７８", VALUE_OK, "010-1234-5678"},
	    {"010-12", VALUE_PHONE, NULL}, {"없음", VALUE_PHONE, NULL},
	    {"010/1234/5678", VALUE_PHONE, NULL}};
	static const struct example credits[] = {{"12", VALUE_OK, "12"},
	    {"12.0", VALUE_OK, "12"}, {"9학점", VALUE_OK, "9"},
	    {"9 credits", VALUE_OK, "9"}, {"0", VALUE_CREDITS, NULL},
	    {"31", VALUE_CREDITS, NULL}, {"1.5", VALUE_CREDITS, NULL},
	    {"-3", VALUE_CREDITS, NULL}, {"999999999", VALUE_CREDITS, NULL}};
	static const struct example ids[] = {
	    {"e252000015", VALUE_OK, "E252000015"},
	    {"E252000016", VALUE_TEMPID_CHECK, NULL},
	    {"20210001", VALUE_TEMPID, NULL}, {"", VALUE_EMPTY, NULL}};

	(void)state;
	CHECK(value_student_no, student_nos);
	CHECK(value_phone, phones);
	CHECK(value_credits, credits);
	CHECK(value_tempid, ids);
}

static void
test_nothing(void **state)
{
	(void)state;
	assert_true(value_is_nothing(""));
	assert_true(value_is_nothing(" - "));
	assert_true(value_is_nothing("N/A"));
	assert_true(value_is_nothing("해당 없음"));
	assert_false(value_is_nothing("0"));
	assert_false(value_is_nothing("NA1"));
}

static void
test_texts(void **state)
{
	char *text;
	int code;

	(void)state;
	for (code = 1; code < VALUE_CODES; code++) {
		text = value_code_text((enum value_code)code, 30, NULL, NULL);
		assert_true(strlen(text) > 10);
		assert_null(strchr(text, '{'));
		free(text);
		assert_int_equal(
		    value_code_of(value_code_name((enum value_code)code)),
		    code);
	}
	text = value_code_text(VALUE_CREDITS, 30, NULL, NULL);
	assert_string_equal(
	    text, "The credits are a whole number from 1 to 30.");
	free(text);
	assert_int_equal(value_code_of("nonsense"), VALUE_CODES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_birth_dates),
	    cmocka_unit_test(test_bad_birth_dates),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_emails),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_nothing),
	    cmocka_unit_test(test_texts),
	};

	return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
