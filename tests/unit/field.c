#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app.h"
#include "arena.h"
#include "field_check.h"
#include "req_read.h"

static const char *const levels[] = { "BA", "MA", "PHD", NULL };
static const struct field fields[] = {
	{ "name", FIELD_NAME, FIELD_REQUIRED, 1, 10, "Name", NULL },
	{ "note", FIELD_TEXT, 0, 0, 20, "Note", NULL },
	{ "code", FIELD_WORD, FIELD_REPEATED, 0, 20, "Code", NULL },
	{ "n", FIELD_INT, 0, 1, 30, "Number", NULL },
	{ "id", FIELD_ID, 0, 0, 0, "Id", NULL },
	{ "birth", FIELD_DATE, 0, 0, 0, "Birth", NULL },
	{ "at", FIELD_TIME, 0, 0, 0, "At", NULL },
	{ "email", FIELD_EMAIL, 0, 0, 0, "Email", NULL },
	{ "phone", FIELD_PHONE, 0, 0, 0, "Phone", NULL },
	{ "level", FIELD_CHOICE, 0, 0, 0, "Level", levels },
	{ "agree", FIELD_CHECK, FIELD_REQUIRED, 0, 0, "Agree", NULL },
	{ "t", FIELD_TOKEN, 0, 0, 0, "Token", NULL },
	{ 0 }
};
static const struct page page = { "POST", "/x", NULL, fields, NULL, 0, 0 };

static struct arena *arena;

/* A request whose body is this form. */
static struct req *
form(const char *body)
{
	struct req *req;

	arena_reset(arena);
	req = arena_alloc(arena, sizeof(*req));
	req->arena = arena;
	req->page = &page;
	req->method = "POST";
	req->lang = "en";
	req_read_pairs(req, body, strlen(body));
	fields_check(req);
	return req;
}

/* The normalised value of one field, or "!" when it was refused. */
static const char *
one(const char *name, const char *body)
{
	struct req *req = form(body);

	return field_problem(req, name)[0] != '\0' ? "!" : field(req, name);
}

static void
test_names_are_nfc_and_visible(void **state)
{
	(void)state;
	/* Jamo as a Mac writes them become syllables. */
	assert_string_equal(one("name", "name=%E1%84%92%E1%85%A1%E1%86%AB"),
	    "\xed\x95\x9c");
	assert_string_equal(one("name", "name=+Kim+"), "Kim");
	assert_string_equal(one("name", "name=a%E2%80%AEb"), "!");
	assert_string_equal(one("name", "name=a%E2%80%8Bb"), "!");
	assert_string_equal(one("name", "name=a%00b"), "!");
	assert_string_equal(one("name", "name=a%FFb"), "!");
	assert_string_equal(one("name", "name=a%0Ab"), "!");
	assert_string_equal(one("name", "name=12345678901"), "!");
	assert_string_equal(one("name", "name=1234567890"), "1234567890");
	assert_string_equal(one("note", "note=a%0D%0Ab"), "a\r\nb");
}

static void
test_days_exist(void **state)
{
	(void)state;
	assert_string_equal(one("birth", "birth=2001-03-09"), "2001-03-09");
	assert_string_equal(one("birth", "birth=2001.3.9"), "2001-03-09");
	assert_string_equal(one("birth", "birth=20010309"), "2001-03-09");
	assert_string_equal(one("birth", "birth=2001-02-31"), "!");
	assert_string_equal(one("birth", "birth=1900-02-29"), "!");
	assert_string_equal(one("birth", "birth=2000-02-29"), "2000-02-29");
	assert_string_equal(one("birth", "birth=2001-13-01"), "!");
	assert_string_equal(one("birth", "birth=yesterday"), "!");
	assert_string_equal(one("at", "at=2025-08-18T09:00"),
	    "2025-08-18 09:00");
	assert_string_equal(one("at", "at=2025-08-18T09:00:00%2B09:00"),
	    "2025-08-18 09:00+09:00");
	assert_string_equal(one("at", "at=2025-08-18"), "!");
	assert_string_equal(one("at", "at=2025-08-18 25:00"), "!");
	assert_string_equal(one("at", "at=2025-08-18 24:00"),
	    "2025-08-18 24:00");
	assert_string_equal(one("at", "at=2025-08-18T09:00Z"),
	    "2025-08-18 09:00Z");
	assert_string_equal(one("at", "at=2025-08-18T09:00:30.5-03"),
	    "2025-08-18 09:00-03");
}

/* Each of these was an error of the database once. */
static void
test_times_that_no_database_takes(void **state)
{
	static const char *const bad[] = { "24:30", "09:00%2B99:99",
	    "09:00%2B16", "09:00-", "09:00%2B-%2B-", "09:00Z9", "09:00:9",
	    "09:00%2B9:", "09:00%2B09:60", "09:00.5:", "-9:00", "09:00ZZ" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		char body[80];

		snprintf(body, sizeof(body), "at=2025-08-18T%s", bad[i]);
		assert_string_equal(one("at", body), "!");
	}
}

static void
test_numbers_in_bounds(void **state)
{
	(void)state;
	assert_string_equal(one("n", "n=30"), "30");
	assert_string_equal(one("n", "n=31"), "!");
	assert_string_equal(one("n", "n=0"), "!");
	assert_string_equal(one("n", "n=1e3"), "!");
	assert_string_equal(one("n", "n="), "");
	assert_string_equal(one("id", "id=9223372036854775807"), "!");
	assert_string_equal(one("id", "id=-1"), "!");
	assert_string_equal(one("id", "id=17"), "17");
}

static void
test_one_address(void **state)
{
	static const char *const bad[] = { "email=a", "email=a@b",
	    "email=a@b.c,d@e.f", "email=a%0A@b.c", "email=a@b..c",
	    "email=.a@b.c", "email=a@.b.c", "email=%22a%22@b.c",
	    "email=a+b@c.d%0D%0ABcc:x@y.z", "email=a%20b@c.d" };
	size_t i;

	(void)state;
	assert_string_equal(one("email", "email=Min.Ji@CNU.ac.KR"),
	    "Min.Ji@cnu.ac.kr");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_string_equal(one("email", bad[i]), "!");
	assert_string_equal(one("phone", "phone=010-1234-5678"),
	    "010-1234-5678");
	assert_string_equal(one("phone", "phone=call+me"), "!");
}

static void
test_choices_and_ticks(void **state)
{
	struct req *req;
	size_t n;

	(void)state;
	assert_string_equal(one("level", "level=MA"), "MA");
	assert_string_equal(one("level", "level=DR"), "!");
	assert_string_equal(one("agree", "agree=on"), "1");
	assert_string_equal(one("agree", "agree="), "!");
	assert_string_equal(one("agree", ""), "!");
	req = form("code=A-01&code=B-02&code=");
	field_all(req, "code", &n);
	assert_int_equal(n, 2);
	assert_string_equal(field_all(req, "code", &n)[1], "B-02");
	assert_string_equal(one("n", "n=1&n=2"), "!");
	assert_string_equal(one("code", "code=a'b"), "!");
	assert_string_equal(one("t", "t=short"), "!");
}

static void
test_all_problems_at_once_and_values_kept(void **state)
{
	struct req *req;

	(void)state;
	req = form("name=&email=x&birth=2001-02-31");
	assert_int_equal(fields_bad(req), 4);
	assert_string_equal(field_shown(req, "email"), "x");
	assert_string_equal(field_shown(req, "birth"), "2001-02-31");
}

/* Five hundred ticks are answered, not a fault (R30). */
static void
test_many_values(void **state)
{
	char *body = calloc(1, 20000);
	struct req *req;
	size_t n;
	int i;

	(void)state;
	assert_non_null(body);
	for (i = 0; i < 500; i++)
		strcat(body, "code=BIO5012-01&");
	req = form(body);
	field_all(req, "code", &n);
	assert_int_equal(n, 500);
	assert_string_equal(field_problem(req, "code"), "");
	free(body);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_are_nfc_and_visible),
		cmocka_unit_test(test_days_exist),
		cmocka_unit_test(test_times_that_no_database_takes),
		cmocka_unit_test(test_numbers_in_bounds),
		cmocka_unit_test(test_one_address),
		cmocka_unit_test(test_choices_and_ticks),
		cmocka_unit_test(test_all_problems_at_once_and_values_kept),
		cmocka_unit_test(test_many_values),
	};
	int rc;

	arena = arena_new();
	rc = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return rc;
}
