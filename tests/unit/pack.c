/* A body in pieces comes out of gzip as the pieces one after the other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "arena.h"
#include "pack.h"

/* Unpacks as a browser would: header and checksum must be right. */
static void
assert_gzip(const void *data, size_t len, const char *text, size_t n)
{
	unsigned char *out = malloc(n + 1);
	z_stream z = { 0 };

	assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
	z.next_in = (Bytef *)(uintptr_t)data;
	z.avail_in = (uInt)len;
	z.next_out = out;
	z.avail_out = (uInt)n + 1;
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.avail_in, 0);
	assert_int_equal(z.total_out, n);
	assert_memory_equal(out, text, n);
	inflateEnd(&z);
	free(out);
}

static void
check(struct arena *a, const struct piece *p, size_t n)
{
	char *all = arena_alloc(a, 1 << 20), *end = all;
	const void *gz;
	size_t i, len;

	for (i = 0; i < n; i++)
		end = mempcpy(end, p[i].text, p[i].len);
	gz = pack_gzip(a, p, n, &len);
	assert_gzip(gz, len, all, (size_t)(end - all));
}

static void
pieces_in_any_order(void **state)
{
	struct arena *a = arena_new();
	struct piece p[9], mixed[9];
	unsigned seed = 7;
	char *text;
	int i, k, turn;

	(void)state;
	for (i = 0; i < 9; i++) {
		p[i].len = (size_t)(i == 4 ? 0 : 1 << (2 * i));
		text = arena_alloc(a, p[i].len + 1);
		for (k = 0; k < (int)p[i].len; k++)
			text[k] = "abc <td>"[rand_r(&seed) % 8];
		p[i].text = text;
	}
	for (turn = 0; turn < 60; turn++) {
		for (i = 0; i < 9; i++) {
			mixed[i] = p[rand_r(&seed) % 9];
			mixed[i].pack = rand_r(&seed) % 2 ? NULL : pack_make(a,
			    mixed[i].text, mixed[i].len);
		}
		check(a, mixed, (size_t)(turn % 10));
	}
	arena_free(a);
}

/* What was compressed once is not compressed again, and none looks back into
 * another: a piece may stand anywhere, also twice. */
static void
a_pack_is_used_as_it_is(void **state)
{
	struct arena *a = arena_new();
	char *text = arena_alloc(a, 60001);
	struct piece p[3];
	size_t len;

	(void)state;
	memset(text, 'x', 60000);
	p[0] = p[1] = p[2] = (struct piece){ text, 60000, pack_make(a, text,
	    60000) };
	check(a, p, 3);
	pack_gzip(a, p, 3, &len);
	assert_true(len >= 3 * p[0].pack->len && len < 3 * p[0].pack->len + 64);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_in_any_order),
		cmocka_unit_test(a_pack_is_used_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
