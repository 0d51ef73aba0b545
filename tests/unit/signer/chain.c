/* The file of heads of the audit: what a killed process leaves, and a clock that
 * steps back. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sodium.h>

#include "log.h"
#include "../../../workers/signer/signer.h"

/* main.c has them, and is not linked here. */
const struct stmt signer_stmts[SQL__MAX];

static char folder[] = "/tmp/chain-XXXXXX";
static char path[64];

static void
add(struct chain *c, uint64_t n, const char *at)
{
	struct seal_head h = { .n = n, .rows = 10 * n, .closed = n };
	unsigned char signature[64] = { (unsigned char)n };
	char text[SEAL_TEXT];

	snprintf(h.at, sizeof(h.at), "%s", at);
	assert_int_equal(seal_head_write(&h, "https://s.example", text), 0);
	assert_int_equal(chain_add(c, text, &h, "audit-1", signature), 0);
}

static long
size_of(void)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return (long)st.st_size;
}

static void
append(const char *text)
{
	int fd = open(path, O_WRONLY | O_APPEND);

	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
}

static int
count(void *arg, const struct seal_head *h, const char *text, const char *key,
    const char *signature)
{
	uint64_t *next = arg;

	assert_int_equal(h->n, (*next)++);
	assert_non_null(strstr(text, "sojourn audit head v1"));
	assert_string_equal(key, "audit-1");
	assert_int_equal(strlen(signature), 128);
	return 0;
}

/* The last whole line counts; what was not finished never happened. */
static void
what_a_killed_process_leaves(void **state)
{
	struct chain *c = chain_open(path);
	uint64_t next = 3;
	long whole;
	int i;

	(void)state;
	assert_int_equal(c->last.n, 0);
	for (i = 1; i <= 40; i++)
		add(c, (uint64_t)i, "2025-08-18T00:00:00Z");
	chain_free(c);
	whole = size_of();
	append("{\"head\":\"sojourn audit head v1\\nhttps");
	c = chain_open(path);
	assert_int_equal(c->last.n, 40);
	assert_int_equal(c->last.rows, 400);
	assert_int_equal(size_of(), whole);
	assert_int_equal(chain_read(c, 3, count, &next), 0);
	assert_int_equal(next, 41);
	add(c, 41, "2025-08-18T00:00:01Z");
	chain_free(c);
	c = chain_open(path);
	assert_int_equal(c->last.n, 41);
	chain_free(c);
}

static void
time_never_goes_back(void **state)
{
	struct chain *c = chain_open(path);
	struct seal_head h = { 0 };

	(void)state;
	audit_time(c, &h);
	assert_true(strcmp(h.at, "2025-08-18T00:00:01Z") > 0);
	add(c, 42, "2999-01-01T00:00:00Z");
	audit_time(c, &h);
	assert_string_equal(h.at, "2999-01-01T00:00:00Z");
	chain_free(c);
}

/* The log's entries neither: the latest of all counts, not the last. */
static void
log_never_goes_back(void **state)
{
	struct journal *j;
	char at[32];

	(void)state;
	unlink(path);
	j = journal_open(path);
	log_time(j, at);
	assert_true(strcmp(at, "2025-08-18T00:00:01Z") > 0);
	assert_int_equal(journal_add(j, "{\"action\":\"issue\",\"at\":"
	    "\"2999-01-01T00:00:00Z\",\"serial\":\"UST-2025-000001\"}"), 0);
	assert_int_equal(journal_add(j, "{\"action\":\"revoke\",\"at\":"
	    "\"2998-01-01T00:00:00Z\",\"serial\":\"UST-2025-000001\"}"), 0);
	log_time(j, at);
	assert_string_equal(at, "2999-01-01T00:00:00Z");
	journal_free(j);
	j = journal_open(path);
	log_time(j, at);
	assert_string_equal(at, "2999-01-01T00:00:00Z");
	journal_free(j);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_killed_process_leaves),
		cmocka_unit_test(time_never_goes_back),
		cmocka_unit_test(log_never_goes_back),
	};
	int failed;

	log_init("chain");
	if (sodium_init() == -1 || mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/audit", folder);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(path);
	rmdir(folder);
	return failed;
}
