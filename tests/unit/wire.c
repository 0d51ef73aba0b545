#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "arena.h"
#include "db_wire.h"

/* What the database expects of an array, byte for byte. */
static void
test_array(void **state)
{
	static const char want[] =
	    "\0\0\0\1" "\0\0\0\1" "\0\0\0\31" "\0\0\0\2" "\0\0\0\1"
	    "\0\0\0\2ab" "\377\377\377\377";
	struct arena *a = arena_new();
	struct db_wire w;

	(void)state;
	db_wire_array(&w, a, DB_WIRE_TEXT, 2);
	db_wire_add_text(&w, "ab");
	db_wire_add_text(&w, NULL);
	assert_int_equal(w.length, sizeof(want) - 1);
	assert_memory_equal(w.bytes, want, w.length);
	arena_free(a);
}

/* Microseconds after 2000, before it too; 32 bits. */
static void
test_numbers(void **state)
{
	static const struct timespec one = { 946684801, 2000 };
	static const struct timespec before = { 946684799, 0 };
	struct arena *a = arena_new();
	struct db_wire w;

	(void)state;
	db_wire_array(&w, a, DB_WIRE_TIME, 2);
	db_wire_add_time(&w, &one);
	db_wire_add_time(&w, &before);
	assert_memory_equal(w.bytes + 20,
	    "\0\0\0\10\0\0\0\0\0\17\102\102"
	    "\0\0\0\10\377\377\377\377\377\360\275\300", 24);
	db_wire_array(&w, a, DB_WIRE_INT, 1);
	db_wire_add_int(&w, -2);
	assert_memory_equal(w.bytes + 20, "\0\0\0\4\377\377\377\376", 8);
	arena_free(a);
}

/* More than was thought of at the start. */
static void
test_growth(void **state)
{
	struct arena *a = arena_new();
	char text[1000];
	struct db_wire w;
	int i;

	(void)state;
	memset(text, 'x', sizeof(text));
	db_wire_array(&w, a, DB_WIRE_BYTES, 3);
	for (i = 0; i < 3; i++)
		db_wire_add(&w, text, sizeof(text));
	assert_int_equal(w.length, 20 + 3 * 1004);
	for (i = 0; i < 3; i++)
		assert_memory_equal(w.bytes + 24 + i * 1004, text,
		    sizeof(text));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_array),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_growth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
