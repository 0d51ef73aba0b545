#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sandbox.h"
#include "sheet_child.h"
#include "workbook.h"

/*
 * This program is its own helper: started under one of the names below it
 * enters the sandbox and does what no honest reader does.
 */
static char folder[] = "/tmp/sheet-child-XXXXXX";

static void
plant_memory(void)
{
	size_t size = 16u << 20;
	char *p;

	/* Not malloc(), which under AddressSanitizer ends the process. */
	while ((p = mmap(NULL, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) != MAP_FAILED)
		memset(p, 1, size);
	raise(SIGTRAP); /* as g_malloc() would */
}

static void
plant_flood(void)
{
	static char bytes[65536];

	memset(bytes, 'x', sizeof bytes);
	while (write(1, bytes, sizeof bytes) > 0)
		;
}

/* A whole answer whose cells point out of the pool. */
static void
plant_lies(void)
{
	struct sheet_row row = {1, 0, 1};
	struct sheet_cell cell = {4000000000u, SHEET_TEXT, 0};
	struct sheet sheet = {.name = "", .others = "", .rows = &row,
	    .nrows = 1, .cells = &cell, .ncells = 1, .pool = "", .npool = 1};
	struct sheet_error error = {.code = SHEET_OK};

	sheet_wire_send(1, &sheet, &error);
}

static int
plant(const char *name)
{
	struct sandbox_limits limits = {256u << 20, 1};

	/* What a sanitizer says of a planted crash is no news. */
	dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
	if (sandbox_enter(&limits) != 0)
		return 1;
	if (strcmp(name, "crash") == 0)
		raise(SIGSEGV);
	else if (strcmp(name, "loop") == 0)
		for (;;)
			;
	else if (strcmp(name, "sleep") == 0)
		usleep(60 * 1000000);
	else if (strcmp(name, "memory") == 0)
		plant_memory();
	else if (strcmp(name, "socket") == 0)
		socket(AF_UNIX, SOCK_STREAM, 0);
	else if (strcmp(name, "exec") == 0)
		execl("/bin/true", "true", (char *)NULL);
	else if (strcmp(name, "open") == 0)
		_exit(open("/etc/passwd", O_RDONLY) >= 0 || errno != EPERM);
	else if (strcmp(name, "flood") == 0)
		plant_flood();
	else if (strcmp(name, "lies") == 0)
		plant_lies();
	_exit(0);
}

static enum sheet_code
read_with(const char *name, int wall_ms, const char *text,
    struct sheet **sheet, struct sheet_error *error)
{
	char *helper = g_build_filename(folder, name, NULL);
	struct sheet_child child = {helper, wall_ms};
	enum sheet_code code;

	code = sheet_child_read(&child, text, strlen(text),
	    &sheet_limits_default, sheet, error);
	g_free(helper);
	return code;
}

static void
assert_code(const char *name, int wall_ms, enum sheet_code wanted)
{
	struct sheet_error error;
	struct sheet *sheet;
	enum sheet_code code;

	code = read_with(name, wall_ms, "a,b\n", &sheet, &error);
	assert_string_equal(sheet_code_name(code), sheet_code_name(wanted));
	assert_int_equal(error.code, wanted);
	assert_null(sheet);
}

static void
test_reads(void **state)
{
	struct sheet_error error;
	struct sheet *sheet;

	(void)state;
	assert_int_equal(read_with("sheetreader", 0, "학번,\"성\n명\"\n1,2\n",
			     &sheet, &error), SHEET_OK);
	assert_int_equal(sheet->nrows, 2);
	assert_string_equal(sheet_text(sheet, 0, 1), "성\n명");
	assert_int_equal(sheet_cell(sheet, 1, 0)->kind, SHEET_NUMBER);
	sheet_free(sheet);
	assert_int_equal(read_with("sheetreader", 0, "a\n\"b", &sheet, &error),
	    SHEET_UNCLOSED_QUOTE);
	assert_int_equal(error.row, 2);
	/* CP949: the converter was loaded before the sandbox. */
	assert_int_equal(read_with("sheetreader", 0, "\xc7\xd0\xb9\xf8\n",
			     &sheet, &error), SHEET_OK);
	assert_string_equal(sheet_text(sheet, 0, 0), "학번");
	sheet_free(sheet);
}

static void
test_reads_workbook(void **state)
{
	char *helper = g_build_filename(folder, "sheetreader", NULL);
	struct sheet_child child = {helper, 0};
	struct sheet_error error;
	struct sheet *sheet;
	size_t size;
	char *bytes = workbook_make(
	    "<worksheet><sheetData><row r='7'><c r='B7' s='1'><v>36959</v>"
	    "</c><c t='str'><v>010309-3123456</v></c></row></sheetData>"
	    "<mergeCells><mergeCell ref='A1:B2'/></mergeCells></worksheet>",
	    NULL, 0, &size);

	(void)state;
	assert_int_equal(sheet_child_read(&child, bytes, size,
			     &sheet_limits_default, &sheet, &error),
	    SHEET_OK);
	assert_string_equal(sheet_text(sheet, 0, 1), "2001-03-09");
	assert_string_equal(sheet_text(sheet, 0, 2), "");
	assert_int_equal(sheet->blanked, 1);
	assert_int_equal(sheet->nmerges, 1);
	assert_string_equal(sheet->name, "명단");
	assert_int_equal(sheet->rows[0].number, 7);
	sheet_free(sheet);
	g_free(bytes);
	bytes = workbook_make("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
	    NULL, 0, &size);
	assert_int_equal(sheet_child_read(&child, bytes, size,
			     &sheet_limits_default, &sheet, &error),
	    SHEET_DOCTYPE);
	assert_string_equal(error.part, "xl/worksheets/sheet1.xml");
	g_free(bytes);
	g_free(helper);
}

/* S16: a crash, a kill or a time-out refuses that upload only. */
static void
test_plants(void **state)
{
	(void)state;
	assert_code("crash", 0, SHEET_CRASHED);
	assert_code("memory", 0, SHEET_MEMORY);
	assert_code("socket", 0, SHEET_CRASHED);
	assert_code("exec", 0, SHEET_CRASHED);
	assert_code("open", 0, SHEET_CRASHED);
	assert_code("flood", 0, SHEET_CRASHED);
	assert_code("lies", 0, SHEET_CRASHED);
	assert_code("silent", 0, SHEET_CRASHED);
	assert_code("loop", 0, SHEET_TIMEOUT); /* its second of CPU is over */
	assert_code("sleep", 300, SHEET_TIMEOUT);
	assert_code("missing", 0, SHEET_FAULT);
}

static void
test_too_large(void **state)
{
	struct sheet_limits limits = sheet_limits_default;
	struct sheet_child child = {"/nowhere", 0};
	struct sheet_error error;
	struct sheet *sheet;

	(void)state;
	limits.bytes = 3;
	assert_int_equal(sheet_child_read(
			     &child, "a,b\n", 4, &limits, &sheet, &error),
	    SHEET_TOO_LARGE);
}

static void *
read_once(void *arg)
{
	struct sheet_error error;
	struct sheet *sheet;

	if (read_with("sheetreader", 0, "a,b\n1,2\n", &sheet, &error) !=
	    SHEET_OK)
		return arg;
	sheet_free(sheet);
	return NULL;
}

/* More threads than children: all get their turn, no descriptor is left. */
static void
test_threads(void **state)
{
	pthread_t threads[10];
	int before = dup(0), after;
	void *bad;
	size_t i;

	(void)state;
	close(before);
	for (i = 0; i < 10; i++)
		pthread_create(&threads[i], NULL, read_once, threads);
	for (i = 0; i < 10; i++) {
		pthread_join(threads[i], &bad);
		assert_null(bad);
	}
	after = dup(0);
	close(after);
	assert_int_equal(after, before);
}

static int
make_links(void **state)
{
	static const char *const names[] = {"sheetreader", "crash", "loop",
	    "sleep", "memory", "socket", "exec", "open", "flood", "lies",
	    "silent"};
	char self[4096] = "", *path;
	size_t i;

	(void)state;
	if (readlink("/proc/self/exe", self, sizeof self - 1) < 0 ||
	    mkdtemp(folder) == NULL)
		return -1;
	for (i = 0; i < G_N_ELEMENTS(names); i++) {
		path = g_build_filename(folder, names[i], NULL);
		if (symlink(self, path) != 0)
			return -1;
		g_free(path);
	}
	return 0;
}

static int
remove_links(void **state)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;
	char *path;

	(void)state;
	while ((name = g_dir_read_name(dir)) != NULL) {
		path = g_build_filename(folder, name, NULL);
		unlink(path);
		g_free(path);
	}
	g_dir_close(dir);
	return rmdir(folder);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_reads),
	    cmocka_unit_test(test_reads_workbook),
	    cmocka_unit_test(test_plants),
	    cmocka_unit_test(test_too_large),
	    cmocka_unit_test(test_threads),
	};
	const char *name = strrchr(argv[0], '/');

	if (argc == 7 && name != NULL && strcmp(name, "/sheetreader") == 0)
		return sheet_reader_run(argc, argv);
	if (argc == 7 && name != NULL)
		return plant(name + 1);
	return cmocka_run_group_tests_name(
	    "sheet_child", tests, make_links, remove_links);
}
