/* Documents on paper: the same bytes for the same words, every page, what
 * cannot be written is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "paper/paper.h"

/* What the libraries keep for themselves is not ours to free. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libcairo\nleak:libfontconfig\n";
}

static const struct paper_column columns[] = {
	{ "과목번호", 2, PAPER_LEFT }, { "교과목명", 5, PAPER_LEFT },
	{ "학점", 1, PAPER_RIGHT },
};
static const char *const row[] = { "BIO5012-01", "분자생물학 특론", "3" };

static const char *cells[3 * 200];

static struct paper
sample(const char *lang, const struct paper_field *name, size_t nrows,
    struct paper_table *table)
{
	size_t i;

	for (i = 0; i < 3 * nrows; i++)
		cells[i] = row[i % 3];
	*table = (struct paper_table){ "", columns, 3, cells, nrows, row };
	return (struct paper){ .lang = lang, .issuer = "University",
	    .seal = "大學校總長印", .title = "Confirmation of registration",
	    .serial = "UST-2025-000001", .lead = "Office files.",
	    .fields = name, .nfields = 1, .tables = table, .ntables = 1,
	    .date = "18 August 2025", .signatory = "President",
	    .url = "http://127.0.0.1/verify/0123-4567-89AB-CDEF",
	    .code = "0123-4567-89AB-CDEF", .verify_title = "Verify",
	    .verify_text = "Scan or type.", .page_text = "{page} of {pages}",
	    .subject = "", .made_at = 1755475200 };
}

static enum paper_code
write_one(const char *lang, const char *name, size_t nrows,
    unsigned char **bytes, size_t *size, struct paper_error *error)
{
	struct paper_field field = { "Name", name };
	struct paper_table table;
	struct paper p = sample(lang, &field, nrows, &table);

	return paper_write(&p, bytes, size, error);
}

static int
count(const unsigned char *bytes, size_t size, const char *word)
{
	const unsigned char *p = bytes;
	int n = 0;

	while ((p = memmem(p, size - (size_t)(p - bytes), word,
	    strlen(word))) != NULL) {
		n++;
		p++;
	}
	return n;
}

static void
same_words_same_bytes(void **state)
{
	static const char *const langs[] = { "ko", "en", "ja" };
	unsigned char *a, *b;
	struct paper_error e;
	size_t n, m;
	int i;

	(void)state;
	for (i = 0; i < 3; i++) {
		assert_int_equal(write_one(langs[i], "金珉秀 KIM", 3, &a, &n,
		    &e), PAPER_OK);
		assert_int_equal(write_one(langs[i], "金珉秀 KIM", 3, &b, &m,
		    &e), PAPER_OK);
		assert_int_equal(n, m);
		assert_memory_equal(a, b, n);
		assert_memory_equal(a, "%PDF-", 5);
		assert_true(count(a, n, "/StructTreeRoot") > 0);
		assert_int_equal(count(a, n, "sojourn-document:UST-2025-000001"),
		    1);
		free(a);
		free(b);
	}
}

/* A certificate says its sentence and stays on its one page, however short. */
static void
a_certificate_is_signed_at_its_foot(void **state)
{
	static const struct paper_field name = { "성명", "김민수" };
	struct paper_table table;
	struct paper p = sample("ko", &name, 0, &table);
	unsigned char *a, *b;
	struct paper_error e;
	size_t n, m;

	(void)state;
	p.ntables = 0;
	assert_int_equal(paper_write(&p, &a, &n, &e), PAPER_OK);
	p.statement = "위 사람은 본 대학교에 재학하고 있음을 증명합니다.";
	assert_int_equal(paper_write(&p, &b, &m, &e), PAPER_OK);
	assert_true(m > n);
	assert_int_equal(count(b, m, "/Type /Page\n"), count(a, n,
	    "/Type /Page\n"));
	free(a);
	free(b);
	p.statement = "\xee\x80\x80";	/* no letter of any font */
	assert_int_equal(paper_write(&p, &b, &m, &e), PAPER_GLYPH);
}

static void
the_language_stands_in_the_file(void **state)
{
	unsigned char *a;
	struct paper_error e;
	size_t n;

	(void)state;
	assert_int_equal(write_one("ja", "金", 1, &a, &n, &e), PAPER_OK);
	assert_int_equal(count(a, n, "/Lang (ja)"), 1);
	free(a);
}

static void
tables_go_on_over_pages(void **state)
{
	unsigned char *a;
	struct paper_error e;
	size_t n;

	(void)state;
	assert_int_equal(write_one("ko", "金", 80, &a, &n, &e), PAPER_OK);
	assert_true(count(a, n, "/Type /Page ") + count(a, n,
	    "/Type /Page\n") >= 3);
	free(a);
}

/* What pdftotext reads on the last page, to be freed. */
static char *
last_page(const unsigned char *bytes, size_t size)
{
	char path[] = "/tmp/paper-XXXXXX", line[120], *text = calloc(1, 65536);
	char *end;
	int fd = mkstemp(path);
	size_t n;
	FILE *f;

	assert_int_equal(write(fd, bytes, size), (ssize_t)size);
	close(fd);
	snprintf(line, sizeof(line), "pdftotext -raw -enc UTF-8 %s -", path);
	f = popen(line, "r");
	n = fread(text, 1, 65535, f);
	assert_int_equal(pclose(f), 0);
	unlink(path);
	if (n > 0 && text[n - 1] == '\f')
		text[n - 1] = '\0';
	if ((end = strrchr(text, '\f')) != NULL)
		memmove(text, end + 1, strlen(end));
	return text;
}

static int
words(const char *text, const char *word)
{
	return count((const unsigned char *)text, strlen(text), word);
}

/* The seal is never on a page without anything it stands for, nor is a sum. */
static void
no_page_is_signed_alone(void **state)
{
	struct paper_error e;
	unsigned char *a;
	char *text;
	size_t n, rows;

	(void)state;
	for (rows = 1; rows < 46; rows += rows < 18 || rows > 36 ? 6 : 1) {
		assert_int_equal(write_one("ko", "金", rows, &a, &n, &e),
		    PAPER_OK);
		text = last_page(a, n);
		assert_int_equal(words(text, "President"), 1);
		assert_int_equal(words(text, "Verify"), 1);
		assert_true(words(text, "BIO5012-01") >= (rows < 2 ? 2 : 3));
		free(text);
		free(a);
	}
}

/* Nor is a letter: two lines of it stand above the names. */
static void
no_letter_is_signed_alone(void **state)
{
	static const struct paper_field name = { "Name", "Kim" };
	struct paper_letter l = { "Dean", "", "Dear colleagues,", NULL, 1,
	    "Yours,", "Jeong-Ho Kim", "Professor", "Confirmed." };
	char body[40 * 24 + 1] = "", *text;
	const char *paragraph = body;
	struct paper_table table;
	struct paper p = sample("en", &name, 0, &table);
	struct paper_error e;
	unsigned char *a;
	size_t n, lines;

	(void)state;
	p.ntables = 0;
	p.letter = &l;
	l.paragraphs = &paragraph;
	for (lines = 1; lines < 40; lines++) {
		strcat(body, lines == 1 ? "Sentence of it." :
		    "\nSentence of it.");
		if (lines % 4 != 0 && (lines < 14 || lines > 30))
			continue;
		assert_int_equal(paper_write(&p, &a, &n, &e), PAPER_OK);
		text = last_page(a, n);
		assert_int_equal(words(text, "Professor"), 1);
		assert_int_equal(words(text, "Verify"), 1);
		assert_true(words(text, "Sentence") >= 2);
		free(text);
		free(a);
	}
}

/* A table that goes on says so, and whose document it is; what is a little too
 * long for one page is laid out tighter. */
static void
what_the_next_page_says(void **state)
{
	static const struct paper_field name = { "성명", "김민수" };
	char holder[600] = "";
	struct paper_table table;
	struct paper p = sample("ko", &name, 60, &table);
	struct paper_error e;
	unsigned char *a;
	char *text;
	size_t n;
	int i;

	(void)state;
	table.caption = "2025-2";
	p.holder = "이준우";
	p.continued = "(계속)";
	assert_int_equal(paper_write(&p, &a, &n, &e), PAPER_OK);
	text = last_page(a, n);
	assert_int_equal(words(text, "2025-2 (계속)"), 1);
	assert_int_equal(words(text, "registration · 이준우"), 1);
	free(text);
	free(a);
	for (i = 0; i < 40; i++)
		strcat(holder, "이준우");
	p.holder = holder;	/* longer than the line: left out, not cut */
	assert_int_equal(paper_write(&p, &a, &n, &e), PAPER_OK);
	text = last_page(a, n);
	assert_int_equal(words(text, "이준우"), 0);
	free(text);
	free(a);
	table.nrows = 17;
	assert_int_equal(paper_write(&p, &a, &n, &e), PAPER_OK);
	text = last_page(a, n);
	assert_int_equal(words(text, "BIO5012-01"), 18);
	free(text);
	free(a);
}

static void
no_boxes(void **state)
{
	static const char *const names[] = { "\U00013000", "a\ue000b",
	    "\u13a0", NULL };
	unsigned char *a;
	struct paper_error e;
	size_t n;
	int i;

	(void)state;
	for (i = 0; names[i] != NULL; i++) {
		assert_int_equal(write_one("ko", names[i], 1, &a, &n, &e),
		    PAPER_GLYPH);
		assert_null(a);
		assert_string_equal(e.text, names[i]);
	}
	assert_int_equal(write_one("ko", "\u9f98\u9751\U00020bb7\uc2d2", 1,
	    &a, &n, &e), PAPER_OK);
	free(a);
}

static void
a_cell_longer_than_a_page(void **state)
{
	char *name = malloc(40001);
	unsigned char *a;
	struct paper_error e;
	size_t n;

	(void)state;
	memset(name, 'x', 40000);
	name[40000] = '\0';
	assert_int_equal(write_one("ko", name, 1, &a, &n, &e), PAPER_LONG);
	assert_null(a);
	name[120] = '\0';
	assert_int_equal(write_one("ko", name, 1, &a, &n, &e), PAPER_OK);
	free(a);
	free(name);
}

static void
markup_is_only_text(void **state)
{
	unsigned char *a;
	struct paper_error e;
	size_t n;

	(void)state;
	assert_int_equal(write_one("en", "<b>Kim</b> &amp; <span", 1, &a, &n,
	    &e), PAPER_OK);
	free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_words_same_bytes),
		cmocka_unit_test(a_certificate_is_signed_at_its_foot),
		cmocka_unit_test(the_language_stands_in_the_file),
		cmocka_unit_test(tables_go_on_over_pages),
		cmocka_unit_test(no_page_is_signed_alone),
		cmocka_unit_test(no_letter_is_signed_alone),
		cmocka_unit_test(what_the_next_page_says),
		cmocka_unit_test(no_boxes),
		cmocka_unit_test(a_cell_longer_than_a_page),
		cmocka_unit_test(markup_is_only_text),
	};
	int rc = cmocka_run_group_tests(tests, NULL, NULL);

	paper_end();
	return rc;
}
