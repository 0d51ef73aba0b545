#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <sodium.h>

#include "arena.h"
#include "../../../cgi-bin/register/ticket.h"

/* S21: tickets of the waiting room are good for one session, one key and a
 * while, and for nothing else. */

#define NOW	1755475200

static const unsigned char mine[32] = { 1 }, yours[32] = { 2 };
static struct ticket_key key, other;
static const struct ticket given = { 7, 123456789012ULL, 1755475199123ULL,
    NOW };

static const char *
written(struct arena *a)
{
	return ticket_write(a, &key, mine, &given);
}

static void
test_reads_what_it_wrote(void **state)
{
	struct ticket t;

	assert_int_equal(ticket_read(&key, mine, written(*state), NOW, &t), 0);
	assert_int_equal(t.round, given.round);
	assert_true(t.place == given.place);
	assert_true(t.arrived_ms == given.arrived_ms);
	assert_int_equal(t.issued, NOW);
}

static void
test_two_are_never_the_same(void **state)
{
	assert_string_not_equal(written(*state), written(*state));
}

static void
test_other_session_or_key(void **state)
{
	struct ticket t;

	assert_int_equal(ticket_read(&key, yours, written(*state), NOW, &t),
	    -1);
	assert_int_equal(ticket_read(&other, mine, written(*state), NOW, &t),
	    -1);
}

static void
test_every_character_counts(void **state)
{
	const char *good = written(*state);
	struct ticket t;
	char *bad;
	size_t i;

	for (i = 0; good[i] != '\0'; i++) {
		bad = arena_strdup(*state, good);
		bad[i] = bad[i] == 'A' ? 'B' : 'A';
		assert_int_equal(ticket_read(&key, mine, bad, NOW, &t), -1);
		bad[i] = '\0';
		assert_int_equal(ticket_read(&key, mine, bad, NOW, &t), -1);
	}
	bad = arena_printf(*state, "%sA", good);
	assert_int_equal(ticket_read(&key, mine, bad, NOW, &t), -1);
	assert_int_equal(ticket_read(&key, mine, NULL, NOW, &t), -1);
}

static void
test_expires(void **state)
{
	const char *good = written(*state);
	struct ticket t;

	assert_int_equal(ticket_read(&key, mine, good, NOW + TICKET_SECONDS,
	    &t), 0);
	assert_int_equal(ticket_read(&key, mine, good, NOW + TICKET_SECONDS + 1,
	    &t), -1);
	assert_int_equal(ticket_read(&key, mine, good, NOW - 61, &t), -1);
}

static int
begin(void **state)
{
	unsigned char raw[32] = { 9 };

	*state = arena_new();
	ticket_key_set(&key, raw);
	raw[31] = 1;
	ticket_key_set(&other, raw);
	/* A key that has the same number by chance is still another one. */
	other.id = key.id;
	return sodium_init() == -1;
}

static int
end(void **state)
{
	arena_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_what_it_wrote),
		cmocka_unit_test(test_two_are_never_the_same),
		cmocka_unit_test(test_other_session_or_key),
		cmocka_unit_test(test_every_character_counts),
		cmocka_unit_test(test_expires),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
