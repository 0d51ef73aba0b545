#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <glib.h>

#include "app.h"
#include "arena.h"
#include "i18n.h"
#include "template.h"

static void
same(const char *text, const char *want)
{
	const char *why;
	char *got;

	got = template_prepare(text, "en", NULL, NULL, &why);
	assert_non_null(got);
	assert_string_equal(got, want);
	g_free(got);
}

/* Column names live apart from plain values, also inside a text. */
static void
test_columns_are_set_apart(void **state)
{
	(void)state;
	same("{for r in rows}{r[title]}{end}",
	    "{for r in rows}{r[col_title]}{end}");
	same("a[b] {x}", "a[b] {x}");
	same("{_(\"Of {r[name]} [sic]\")}", "Of {r[col_name]} [sic]");
	same("{if (r[a] == \"[x]\")}y{end}", "{if (r[col_a] == \"[x]\")}y{end}");
	same("\\{ \\}", "\\{ \\}");
}

static void
test_texts_are_escaped(void **state)
{
	(void)state;
	same("<b>{_(\"a < b & \\\"c\\\"\")}</b>",
	    "<b>a &lt; b &amp; &quot;c&quot;</b>");
	same("{_(\"Until {until}\")}", "Until {until}");
}

static void
test_broken_marks_are_named(void **state)
{
	const char *why;

	(void)state;
	assert_null(template_prepare("{_(\"open", "en", NULL, NULL, &why));
	assert_non_null(why);
	assert_null(template_prepare("{name", "en", NULL, NULL, &why));
	assert_non_null(why);
}

/* "All 1 seats": one of them has words of its own. */
static void
test_one_and_many(void **state)
{
	static const char text[] = "{n:one <b>|all # seats} of {m}";
	const char *colon = i18n_colon(text + 1, 21);
	GString *out = g_string_new(NULL);
	const char *why;
	char *got;

	(void)state;
	got = template_prepare("{_(\"{n:one <b>|all #} of {m}\")}", "en", NULL,
	    NULL, &why);
	assert_string_equal(got,
	    "{if (n == 1)}one &lt;b&gt;{else}all {n}{end} of {m}");
	free(got);
	got = template_prepare("{_(\"{r[n]} {r[n]:copy|copies}\")}", "en",
	    NULL, NULL, &why);
	assert_string_equal(got, "{r[col_n]} "
	    "{if (r[col_n] == 1)}copy{else}copies{end}");
	free(got);
	assert_ptr_equal(colon, text + 2);
	i18n_branch(out, colon + 1, 19, "1");
	assert_string_equal(out->str, "one <b>");
	i18n_branch(out, colon + 1, 19, "30");
	assert_string_equal(out->str, "one <b>all 30 seats");
	assert_null(i18n_colon("name", 4));
	assert_string_equal(i18n_count("en", 1, "%d seat", "%d seats"),
	    "%d seat");
	assert_string_equal(i18n_count("en", 0, "%d seat", "%d seats"),
	    "%d seats");
	g_string_free(out, TRUE);
}

/* Dates as look.md writes them. */
static void
test_dates_follow_the_reader(void **state)
{
	struct req req = { .lang = "ko" };

	(void)state;
	req.arena = arena_new();
	assert_string_equal(when_text(&req, "2025-08-18 09:00:00+09"),
	    "2025. 8. 18.(월) 09:00");
	assert_string_equal(when_text(&req, "2025-08-18"),
	    "2025. 8. 18.(월)");
	req.lang = "en";
	assert_string_equal(when_text(&req, "2025-08-18 09:00:00+09"),
	    "Mon 18 Aug 2025, 09:00 KST");
	req.lang = "ja";
	assert_string_equal(when_text(&req, "2025-08-18 09:00:00.25+09"),
	    "2025年8月18日(月) 09:00");
	/* C22: what ends at midnight ends at 24:00 of the day before. */
	assert_string_equal(when_end_text(&req, "2026-03-01 00:00:00+09"),
	    "2026年2月28日(土) 24:00");
	assert_string_equal(when_end_text(&req, "2026-01-05 18:00:00+09"),
	    "2026年1月5日(月) 18:00");
	assert_string_equal(when_text(&req, "BIO5012-01"), "BIO5012-01");
	assert_string_equal(when_text(&req, ""), "");
	arena_free(req.arena);
}

static void
test_language_of_the_browser(void **state)
{
	(void)state;
	assert_string_equal(i18n_accept("ja,en;q=0.8"), "ja");
	assert_string_equal(i18n_accept("fr, en-GB;q=0.7, ko;q=0.9"), "ko");
	assert_string_equal(i18n_accept("en; q=0.2, ja; q=0.9"), "ja");
	assert_string_equal(i18n_accept("ja;Q=0.1,en ;\tq=0.9"), "en");
	assert_null(i18n_accept("en;q=0, fr"));
	assert_null(i18n_accept("fr,de"));
	assert_null(i18n_accept(""));
}

static void
test_array_literals(void **state)
{
	const char *const v[] = { "a", "b\"c\\d", "" };
	struct arena *a;

	(void)state;
	a = arena_new();
	assert_string_equal(db_array(a, v, 3), "{\"a\",\"b\\\"c\\\\d\",\"\"}");
	assert_string_equal(db_array(a, v, 0), "{}");
	assert_string_equal(db_bytes(a, "\x00\xff", 2), "\\x00ff");
	arena_free(a);
}

static void
test_outcomes_have_one_status(void **state)
{
	int o;

	(void)state;
	for (o = 0; o < OUT__MAX; o++)
		assert_int_equal(outcome_of(outcome_word((enum outcome)o)), o);
	assert_int_equal(outcome_status(OUT_ALREADY), 303);
	assert_int_equal(outcome_status(OUT_FULL), 422);
	assert_int_equal(outcome_status(OUT_BUSY), 429);
	assert_int_equal(outcome_of("nonsense"), OUT_FAULT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_columns_are_set_apart),
		cmocka_unit_test(test_texts_are_escaped),
		cmocka_unit_test(test_broken_marks_are_named),
		cmocka_unit_test(test_one_and_many),
		cmocka_unit_test(test_dates_follow_the_reader),
		cmocka_unit_test(test_language_of_the_browser),
		cmocka_unit_test(test_array_literals),
		cmocka_unit_test(test_outcomes_have_one_status),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
