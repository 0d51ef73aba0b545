/* The text of a head of the audit (S13). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "seal.h"

static const struct seal_head sample = { .n = 7, .rows = 120, .closed = 110,
    .root = { 1 }, .before = { 2 }, .at = "2025-08-18T00:00:00Z" };

static void
written_and_read(void **state)
{
	struct seal_head h = sample, back;
	char text[SEAL_TEXT], again[SEAL_TEXT];

	(void)state;
	assert_int_equal(seal_head_write(&h, "https://s.example", text), 0);
	assert_string_equal(text, "sojourn audit head v1\nhttps://s.example\n7"
	    "\n120\n110\n"
	    "01000000000000000000000000000000000000000000000000000000000000"
	    "00\n"
	    "02000000000000000000000000000000000000000000000000000000000000"
	    "00\n-\n2025-08-18T00:00:00Z\n");
	assert_int_equal(seal_head_read(text, &back), 0);
	assert_int_equal(seal_head_write(&back, "https://s.example", again),
	    0);
	assert_string_equal(text, again);
	h.lost_from = 3;
	h.lost_till = 6;
	assert_int_equal(seal_head_write(&h, "o", text), 0);
	assert_int_equal(seal_head_read(text, &back), 0);
	assert_int_equal(back.lost_from, 3);
	assert_int_equal(back.lost_till, 6);
}

/* Every byte that is changed is noticed, or is the origin's. */
static void
no_other_text(void **state)
{
	char text[SEAL_TEXT], bad[SEAL_TEXT], origin[SEAL_TEXT];
	struct seal_head h;
	tree_hash one, two;
	size_t i, n;

	(void)state;
	seal_head_write(&sample, "o", text);
	seal_head_hash(text, one);
	n = strlen(text);
	for (i = 0; i < n; i++) {
		memcpy(bad, text, n + 1);
		bad[i] = (char)(bad[i] == 'x' ? 'y' : 'x');
		if (i != 22)
			assert_int_equal(seal_head_read(bad, &h), -1);
		seal_head_hash(bad, two);
		assert_memory_not_equal(one, two, sizeof(one));
	}
	for (i = 0; i < n; i++) {
		memcpy(bad, text, i);
		bad[i] = '\0';
		assert_int_equal(seal_head_read(bad, &h), -1);
	}
	snprintf(bad, sizeof(bad), "%sx", text);
	assert_int_equal(seal_head_read(bad, &h), -1);
	memset(origin, 'o', sizeof(origin) - 1);
	origin[sizeof(origin) - 1] = '\0';
	assert_int_equal(seal_head_write(&sample, origin, text), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(written_and_read),
		cmocka_unit_test(no_other_text),
	};

	if (sodium_init() == -1)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
