#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "../../../cgi-bin/account/totp.h"

/* S5: the second step by an authenticator app. */

static const unsigned char known[] = "12345678901234567890";
static const unsigned char mine[32] = { 1 }, other[32] = { 2 };

/* RFC 6238, appendix B, SHA-1, the last six of its eight digits. */
static void
test_vectors(void **state)
{
	static const struct { uint64_t now; unsigned digits; } v[] = {
		{ 59, 287082 }, { 1111111109, 81804 }, { 1111111111, 50471 },
		{ 1234567890, 5924 }, { 2000000000, 279037 },
		{ 20000000000ULL, 353130 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		assert_int_equal(totp_digits(known, v[i].now / 30),
		    v[i].digits);
}

static void
test_this_step_and_the_one_before(void **state)
{
	(void)state;
	assert_int_equal(totp_step(known, "081804", 1111111109), 37037036);
	assert_int_equal(totp_step(known, "081804", 1111111109 + 30), 37037036);
	assert_int_equal(totp_step(known, "081804", 1111111109 + 60), 0);
	assert_int_equal(totp_step(known, "081804", 1111111109 - 30), 0);
	assert_int_equal(totp_step(known, "81804", 1111111109), 0);
	assert_int_equal(totp_step(known, "", 1111111109), 0);
	assert_int_equal(totp_step(known, "0818040", 1111111109), 0);
}

static void
test_wrapped_for_one_account(void **state)
{
	struct totp t, back;
	char *hex;

	(void)state;
	totp_new(&t);
	hex = totp_wrap(&t, mine, 7);
	assert_int_equal(totp_unwrap(&back, hex, mine, 7), 0);
	assert_int_equal(back.ncodes, TOTP_CODES);
	assert_memory_equal(back.secret, t.secret, TOTP_SECRET);
	assert_memory_equal(back.codes, t.codes, sizeof(t.codes));
	assert_int_equal(totp_unwrap(&back, hex, mine, 8), -1);
	assert_int_equal(totp_unwrap(&back, hex, other, 7), -1);
	assert_int_equal(totp_unwrap(&back, "", mine, 7), -1);
	hex[60] = hex[60] == '0' ? '1' : '0';
	assert_int_equal(totp_unwrap(&back, hex, mine, 7), -1);
	g_free(hex);
	t.ncodes = 0;
	hex = totp_wrap(&t, mine, 7);
	assert_int_equal(totp_unwrap(&back, hex, mine, 7), 0);
	assert_int_equal(back.ncodes, 0);
	g_free(hex);
}

/* RFC 4648, section 10. */
static void
test_base32(void **state)
{
	static const char *const v[][2] = { { "f", "MY" }, { "fo", "MZXQ" },
	    { "foob", "MZXW6YQ" }, { "fooba", "MZXW6YTB" } };
	char *text;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		text = totp_base32((const unsigned char *)v[i][0],
		    strlen(v[i][0]));
		assert_string_equal(text, v[i][1]);
		g_free(text);
	}
}

static void
test_recovery_codes_as_people_type_them(void **state)
{
	char code[17];

	(void)state;
	assert_int_equal(totp_code_read("abcd-efgh ijkl-2345", code), 0);
	assert_string_equal(code, "ABCDEFGHIJKL2345");
	assert_int_equal(totp_code_read("123456", code), -1);
	assert_int_equal(totp_code_read("ABCDEFGHIJKL234", code), -1);
	assert_int_equal(totp_code_read("ABCDEFGHIJKL23456", code), -1);
	assert_int_equal(totp_code_read("ABCDEFGHIJKL2318", code), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_vectors),
		cmocka_unit_test(test_this_step_and_the_one_before),
		cmocka_unit_test(test_wrapped_for_one_account),
		cmocka_unit_test(test_base32),
		cmocka_unit_test(test_recovery_codes_as_people_type_them),
	};

	return sodium_init() == -1 ||
	    cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
