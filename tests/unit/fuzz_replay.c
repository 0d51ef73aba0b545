#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The fuzz targets, each under a name of its own (T10). */
#define LLVMFuzzerTestOneInput fuzz_csv
#include "../fuzz/csv.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_xlsx
#include "../fuzz/xlsx.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_multipart
#include "../fuzz/multipart.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_list
#include "../fuzz/list.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_value
#include "../fuzz/value.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_wire
#include "../fuzz/wire.c"
#undef LLVMFuzzerTestOneInput

typedef int (*target)(const uint8_t *, size_t);

static unsigned replayed;

/* A copy of exact size, so that reading beyond its end is found. */
static void
feed(target run, const void *bytes, size_t size)
{
	uint8_t *copy = malloc(size);

	if (size > 0)
		memcpy(copy, bytes, size);
	run(copy, size);
	free(copy);
	replayed++;
}

/* The input itself, cut off at every place, and with single bytes changed. */
static void
feed_variants(target run, uint8_t *bytes, size_t size)
{
	static const uint8_t changed[] = {0x00, '"', 0xff};
	size_t step = size / 64 + 1, i, j;
	uint8_t kept;

	feed(run, bytes, size);
	for (i = 0; i < size; i += step) {
		feed(run, bytes, i);
		kept = bytes[i];
		for (j = 0; j < sizeof changed; j++) {
			bytes[i] = changed[j];
			feed(run, bytes, size);
		}
		bytes[i] = kept;
	}
}

/* The corpus lies in the sources, three folders above this program's. */
static char *
corpus_of(const char *name)
{
	char self[4096] = "", *top, *folder;
	int i;

	assert_true(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
	top = g_strdup(self);
	for (i = 0; i < 4; i++) {
		folder = g_path_get_dirname(top);
		g_free(top);
		top = folder;
	}
	folder = g_build_filename(top, "tests/fuzz/corpus", name, NULL);
	g_free(top);
	return folder;
}

static void
replay(const char *name, target run)
{
	char *folder = corpus_of(name), *path, *bytes;
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *file;
	unsigned files = 0;
	gsize size;

	if (dir == NULL)
		fail_msg("no corpus in %s", folder);
	while ((file = g_dir_read_name(dir)) != NULL) {
		path = g_build_filename(folder, file, NULL);
		assert_true(g_file_get_contents(path, &bytes, &size, NULL));
		feed_variants(run, (uint8_t *)bytes, size);
		g_free(bytes);
		g_free(path);
		files++;
	}
	g_dir_close(dir);
	g_free(folder);
	assert_true(files > 0 && replayed > files);
}

static void
test_csv(void **state)
{
	(void)state;
	replay("csv", fuzz_csv);
}

static void
test_xlsx(void **state)
{
	(void)state;
	replay("xlsx", fuzz_xlsx);
}

static void
test_multipart(void **state)
{
	(void)state;
	replay("multipart", fuzz_multipart);
}

static void
test_list(void **state)
{
	(void)state;
	replay("list", fuzz_list);
}

static void
test_value(void **state)
{
	(void)state;
	replay("value", fuzz_value);
}

/* An honest answer of the reader, and then every lie near it. */
static void
test_wire(void **state)
{
	static const char csv[] = "학번,성명\n1,김\n2,\"이\n\"\n";
	int fd = memfd_create("answer", 0);
	struct sheet_error error;
	struct sheet *sheet;
	uint8_t bytes[1024];
	ssize_t size;

	(void)state;
	assert_int_equal(sheet_read_bytes(csv, sizeof csv - 1,
			     &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_int_equal(sheet_wire_send(fd, sheet, &error), 0);
	sheet_free(sheet);
	size = pread(fd, bytes, sizeof bytes, 0);
	close(fd);
	assert_in_range(size, 100, sizeof bytes);
	feed_variants(fuzz_wire, bytes, (size_t)size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_csv),
	    cmocka_unit_test(test_xlsx),
	    cmocka_unit_test(test_multipart),
	    cmocka_unit_test(test_list),
	    cmocka_unit_test(test_value),
	    cmocka_unit_test(test_wire),
	};

	return cmocka_run_group_tests_name("fuzz_replay", tests, NULL, NULL);
}
