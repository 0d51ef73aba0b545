#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "../../../cgi-bin/register/ical.h"

/* Lines of at most 75 octets, each but the first begun by a space. */
static void
assert_folded(const char *text)
{
	const char *end;
	int first = 1;

	for (; *text != '\0'; text = end + 2, first = 0) {
		end = strstr(text, "\r\n");
		assert_non_null(end);
		assert_true(end - text <= 75);
		assert_true(first || *text == ' ');
		assert_true(((unsigned char)text[first ? 0 : 1] & 0xc0) != 0x80);
	}
}

static char *
unfolded(const char *text)
{
	GString *out = g_string_new(NULL);

	for (; *text != '\0'; text++)
		if (strncmp(text, "\r\n ", 3) == 0)
			text += 2;
		else
			g_string_append_c(out, *text);
	return g_string_free(out, FALSE);
}

/* RFC 5545, 3.1: every length around the fold, letters of one to four octets. */
static void
test_folds(void **state)
{
	static const char *const letters[] = { "a", "é", "한", "𝕏" };
	GString *value, *out, *whole;
	char *back;
	int i, n;

	(void)state;
	for (i = 0; i < 4; i++)
		for (n = 0; n < 260; n++) {
			value = g_string_new(n % 2 ? "x" : "");
			while ((int)value->len < n)
				g_string_append(value, letters[i]);
			out = g_string_new(NULL);
			ical_line(out, "SUMMARY", value->str);
			assert_folded(out->str);
			back = unfolded(out->str);
			whole = g_string_new(NULL);
			g_string_printf(whole, "SUMMARY:%s\r\n", value->str);
			assert_string_equal(back, whole->str);
			g_free(back);
			g_string_free(whole, TRUE);
			g_string_free(value, TRUE);
			g_string_free(out, TRUE);
		}
}

static void
test_escapes(void **state)
{
	GString *out = g_string_new(NULL);

	(void)state;
	ical_text(out, "DESCRIPTION", "a;b,c\\d\ne\r\n\tf\x7f:g");
	assert_string_equal(out->str,
	    "DESCRIPTION:a\\;b\\,c\\\\d\\ne\\nf:g\r\n");
	g_string_free(out, TRUE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folds),
		cmocka_unit_test(test_escapes),
	};

	return cmocka_run_group_tests_name("ical", tests, NULL, NULL);
}
