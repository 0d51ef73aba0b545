#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "tempid.h"

/* The demo's IDs of the contract. */
static void
test_valid(void **state)
{
	(void)state;
	assert_true(tempid_is_valid("E252000015"));
	assert_true(tempid_is_valid("E252000023"));
	assert_true(tempid_is_valid("E252002002"));
	assert_int_equal(tempid_check_digit("25200001"), '5');
}

/* MOD 11,10 finds every wrong digit and every pair that changed places. */
static void
test_one_wrong_digit(void **state)
{
	char id[] = "E252000015";
	const char good[] = "E252000015";
	size_t i;
	char c;

	(void)state;
	for (i = 1; i < sizeof id - 1; i++)
		for (c = '0'; c <= '9'; c++) {
			strcpy(id, good);
			id[i] = c;
			if (c != good[i])
				assert_false(tempid_is_valid(id));
		}
}

static void
test_form(void **state)
{
	static const char *const bad[] = {"", "E", "e252000015", "E25200001",
	    "E2520000150", "E253000015", "EE52000015", "E25200001x",
	    "E252000 15", "252000015E"};
	char id[] = "E25S00001?";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++)
		assert_false(tempid_is_valid(bad[i]));
	id[9] = tempid_check_digit(id + 1);
	assert_true(tempid_is_valid(id));
	assert_int_equal(tempid_check_digit("25S00001"),
	    tempid_check_digit("25300001"));
	assert_int_equal(tempid_check_digit("25W00001"),
	    tempid_check_digit("25400001"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_valid),
	    cmocka_unit_test(test_one_wrong_digit),
	    cmocka_unit_test(test_form),
	};

	return cmocka_run_group_tests_name("tempid", tests, NULL, NULL);
}
