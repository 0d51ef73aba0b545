#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "resident.h"

/* S16: every form in which offices leave a resident number is found. */
static void
test_found(void **state)
{
	static const char *const texts[] = {"010309-3123456", "0103093123456",
	    "010309 3123456", "010309 - 3123456", "010309–3123456",
	    "０１０３０９－３１２３４５６", "주민번호: 010309-3123456 (확인)",
	    "홍길동010309-3123456", "990101-1234567", "010309.3123456",
	    "20010309-3123456", "010309-\xe2\x80\x8b" "3123456",
	    "010309\n-3123456", "\xc2\xa0" "010309\xc2\xa0-\xc2\xa0" "3123456",
	    "0 1 0 3 0 9 - 3 1 2 3 4 5 6", "850229-5123456",
	    "①010309-3123456", "1) 010309-3123456, 2) -"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (!resident_in_text(texts[i]))
			fail_msg("not found: %s", texts[i]);
}

static void
test_let_be(void **state)
{
	static const char *const texts[] = {"", "2001-03-09", "20010309",
	    "010309", "010-1234-5678", "+82 010-1234-5678", "+8201012345678",
	    "2021000100012", "9788912345678", "4012888888881881",
	    "013309-3123456", "010332-3123456", "010309-9123456",
	    "010309-0123456", "010309-312345", "010309-31234567",
	    "2025-09-01 09:00", "02-880-5114", "kim010309@cnu.example",
	    "1735689600000"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (resident_in_text(texts[i]))
			fail_msg("blanked: %s", texts[i]);
}

/* The leading zeros of those born from 2000 on are lost in number cells. */
static void
test_numbers(void **state)
{
	(void)state;
	assert_true(resident_in_number("9901011234567"));
	assert_true(resident_in_number("103093123456"));
	assert_true(resident_in_number("11303123456")); /* 001130… */
	assert_false(resident_in_number("1012345678"));
	assert_false(resident_in_number("821012345678"));
	assert_false(resident_in_number("202312345678"));
	assert_false(resident_in_number("20231234"));
	assert_true(resident_in_short_number("3093123456")); /* 000309… */
	assert_false(resident_in_short_number("1012345678")); /* 1 is 1900s */
}

static void
test_headings(void **state)
{
	(void)state;
	assert_true(resident_heading("주민등록번호"));
	assert_true(resident_heading(" 주민 번호 "));
	assert_true(resident_heading("주민등록번호\n(외국인등록번호)"));
	assert_true(resident_heading("Resident Registration No."));
	assert_false(resident_heading("주민번호는 적지 마세요"));
	assert_false(resident_heading("학번"));
	assert_true(resident_below_heading("3123456"));
	assert_true(resident_below_heading("010309-3******"));
	assert_true(resident_below_heading("1.03093E+11"));
	assert_false(resident_below_heading("010309"));
	assert_false(resident_below_heading("2001.03.09"));
	assert_false(resident_below_heading("홍길동"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_found),
	    cmocka_unit_test(test_let_be),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_headings),
	};

	return cmocka_run_group_tests_name("resident", tests, NULL, NULL);
}
