#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "upload.h"

#define TYPE "multipart/form-data; boundary=XX"
#define FIELD(name) "--XX\r\nContent-Disposition: form-data; name=" name
#define END "\r\n--XX--\r\n"

static struct upload *
parse_bytes(const char *body, size_t size, enum upload_code code)
{
	struct upload *upload;
	enum upload_code got;

	got = upload_parse_bytes(
	    body, size, TYPE, &upload_limits_default, &upload);
	assert_string_equal(upload_code_name(got), upload_code_name(code));
	assert_true((upload != NULL) == (code == UPLOAD_OK));
	return upload;
}

static struct upload *
parse_good(const char *body)
{
	return parse_bytes(body, strlen(body), UPLOAD_OK);
}

static void
assert_refused(const char *body, enum upload_code code)
{
	parse_bytes(body, strlen(body), code);
}

static void
test_fields(void **state)
{
	struct upload *upload = parse_good(
	    FIELD("term") "\r\n\r\n2025-2\r\n" FIELD("section")
	    "\r\n\r\n\r\n" FIELD("\"section\"")
	    "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
	    "가\r\n나\r\n\r\n" FIELD("none")
	    "; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n"
	    END);

	(void)state;
	assert_int_equal(upload->nfields, 3);
	assert_string_equal(upload->fields[0].name, "term");
	assert_string_equal(upload->fields[0].value, "2025-2");
	assert_string_equal(upload->fields[1].value, "");
	assert_string_equal(upload->fields[2].name, "section");
	assert_string_equal(upload->fields[2].value, "가\r\n나\r\n");
	assert_int_equal(upload->nfiles, 0);
	upload_free(upload);
}

/* What a file holds comes back byte for byte, near-boundaries included. */
static void
test_file_bytes(void **state)
{
	static const char bytes[] =
	    "PK\3\4\0\r\n--X\r\n--XY\r\n\0\n--\r\r\n\xff\xfe--XX-";
	GString *body = g_string_new(FIELD("list") "; filename=\"a.xlsx\""
	    "\r\nContent-Type: application/vnd.ms-excel\r\n\r\n");
	struct upload *upload;
	const struct upload_file *file;

	(void)state;
	g_string_append_len(body, bytes, sizeof bytes - 1);
	g_string_append(body, "\r\n" FIELD("term") "\r\n\r\n2025-2" END);
	upload = parse_bytes(body->str, body->len, UPLOAD_OK);
	file = upload_file(upload, "list");
	assert_non_null(file);
	assert_null(upload_file(upload, "letter"));
	assert_int_equal(file->size, sizeof bytes - 1);
	assert_memory_equal(file->bytes, bytes, sizeof bytes - 1);
	assert_string_equal(file->declared, "application/vnd.ms-excel");
	assert_string_equal(file->type, "application/zip");
	assert_string_equal(upload->fields[0].value, "2025-2");
	upload_free(upload);
	g_string_free(body, TRUE);
}

static void
assert_filename(const char *sent, const char *wanted)
{
	char *body = g_strconcat(FIELD("f") "; filename=", sent,
	    "\r\n\r\nx" END, NULL);
	struct upload *upload = parse_good(body);

	assert_int_equal(upload->nfiles, 1);
	assert_string_equal(upload->files[0].filename, wanted);
	upload_free(upload);
	g_free(body);
}

static void
test_filenames(void **state)
{
	(void)state;
	assert_filename("\"list.xlsx\"", "list.xlsx");
	assert_filename("\"명단 1.xlsx\"", "명단 1.xlsx");
	assert_filename("\"../../etc/passwd\"", "passwd");
	assert_filename("\"C:\\\\dir\\\\a.csv\"", "a.csv");
	assert_filename("\"a%22b.csv\"", "a\"b.csv");
	assert_filename("\"=?UTF-8?B?66qF64uoLnhsc3g=?=\"", "명단.xlsx");
	assert_filename("\"\xe1\x84\x80\xe1\x85\xb5.csv\"", "기.csv");
	assert_filename("\"a\xe2\x80\xae" "fdp.csv\"", "afdp.csv");
	assert_filename("\"/\"", "");
	assert_filename("\"김 010309-3123456.xlsx\"", "file.xlsx");
	assert_filename("\"a.0103093123456\"", "file");
}

static void
test_truncated(void **state)
{
	static const char body[] = FIELD("a") "\r\n\r\nvalue\r\n" FIELD(
	    "f") "; filename=\"x\"\r\n\r\nbytes" END;
	struct upload *upload;
	enum upload_code code;
	size_t i;
	char *part;

	(void)state;
	/* The last line end may be missing, nothing else. */
	for (i = 0; i < sizeof body - 3; i++) {
		part = g_memdup2(body, i);
		code = upload_parse_bytes(
		    part, i, TYPE, &upload_limits_default, &upload);
		if (code == UPLOAD_OK)
			fail_msg("accepted %zu of %zu bytes", i,
			    sizeof body - 1);
		g_free(part);
	}
}

static void
test_malformed(void **state)
{
	(void)state;
	assert_refused("", UPLOAD_TRUNCATED);
	assert_refused("junk", UPLOAD_TRUNCATED);
	assert_refused("--XX\r\n\r\nno name" END, UPLOAD_MALFORMED);
	assert_refused(FIELD("\"\"") "\r\n\r\nx" END, UPLOAD_MALFORMED);
	assert_refused(FIELD("a; name=b") "\r\n\r\nx" END, UPLOAD_MALFORMED);
	assert_refused(FIELD("a") "\r\nContent-Type: message/rfc822\r\n\r\n"
				  "Subject: x\r\n\r\ny" END,
	    UPLOAD_MALFORMED);
	assert_refused(FIELD("a") "\r\nContent-Type: multipart/mixed; "
				  "boundary=YY\r\n\r\n--YY\r\n\r\nx\r\n"
				  "--YY--\r\n" END,
	    UPLOAD_MALFORMED);
	assert_refused(FIELD("a") "\r\nContent-Transfer-Encoding: base64"
				  "\r\n\r\nYQ==" END,
	    UPLOAD_MALFORMED);
}

static void
test_types(void **state)
{
	static const char *const types[] = {NULL, "", "text/plain",
	    "multipart/mixed; boundary=XX", "multipart/form-data",
	    "multipart/form-data; boundary=",
	    "multipart/form-data; boundary=XX\r\nX-Y: z"};
	struct upload *upload;
	size_t i;

	(void)state;
	for (i = 0; i < G_N_ELEMENTS(types); i++) {
		assert_int_equal(upload_parse_bytes("--XX--", 6, types[i],
				     &upload_limits_default, &upload),
		    UPLOAD_NOT_FORM_DATA);
		assert_null(upload);
	}
}

static void
test_limits(void **state)
{
	GString *body = g_string_new(NULL);
	char *large = g_strnfill(2 << 20, 'a');
	struct upload *upload;
	int i;

	(void)state;
	for (i = 0; i < 10000; i++)
		g_string_append(body, FIELD("a") "\r\n\r\nb\r\n");
	g_string_append(body, "--XX--\r\n");
	upload = parse_good(body->str);
	assert_int_equal(upload->nfields, 10000);
	upload_free(upload);
	g_string_prepend(body, FIELD("a") "\r\n\r\nb\r\n");
	assert_refused(body->str, UPLOAD_TOO_MANY);

	g_string_assign(body, "");
	for (i = 0; i < 11; i++)
		g_string_append(
		    body, FIELD("a") "; filename=b\r\n\r\nb\r\n");
	g_string_append(body, "--XX--\r\n");
	assert_refused(body->str, UPLOAD_TOO_MANY);

	g_string_printf(body, FIELD("a") "\r\n\r\n%s" END, large);
	assert_refused(body->str, UPLOAD_TOO_LARGE);
	g_string_printf(body, FIELD("a") "\r\nX-A: %s\r\n\r\nb" END, large);
	assert_refused(body->str, UPLOAD_TOO_LARGE);
	g_string_free(body, TRUE);
	g_free(large);
}

static void
test_from_file(void **state)
{
	static const char body[] =
	    FIELD("f") "; filename=\"x.pdf\"\r\n\r\n%PDF-1.7" END;
	char path[] = "/tmp/upload-XXXXXX";
	int fd = mkstemp(path);
	struct upload *upload;

	(void)state;
	unlink(path);
	assert_int_equal(
	    upload_parse(fd, TYPE, &upload_limits_default, &upload),
	    UPLOAD_TRUNCATED);
	assert_int_equal(
	    write(fd, body, sizeof body - 1), (int)sizeof body - 1);
	assert_int_equal(
	    upload_parse(fd, TYPE, &upload_limits_default, &upload),
	    UPLOAD_OK);
	close(fd);
	assert_int_equal(upload->files[0].size, 8);
	assert_memory_equal(upload->files[0].bytes, "%PDF-1.7", 8);
	assert_string_equal(upload->files[0].type, "application/pdf");
	upload_free(upload);
	assert_int_equal(
	    upload_parse(-1, TYPE, &upload_limits_default, &upload),
	    UPLOAD_FAULT);
	upload_free(NULL);
}

static void *
parse_often(void *arg)
{
	static const char body[] = FIELD("a") "\r\n\r\nvalue\r\n" FIELD(
	    "f") "; filename=\"x\"\r\n\r\nbytes" END;
	struct upload *upload;
	int i;

	for (i = 0; i < 200; i++) {
		upload_parse_bytes(body, sizeof body - 1, TYPE,
		    &upload_limits_default, &upload);
		if (upload == NULL || upload->files[0].size != 5)
			return arg;
		upload_free(upload);
	}
	return NULL;
}

static void
test_threads(void **state)
{
	pthread_t threads[8];
	void *bad;
	size_t i;

	(void)state;
	for (i = 0; i < 8; i++)
		pthread_create(&threads[i], NULL, parse_often, threads);
	for (i = 0; i < 8; i++) {
		pthread_join(threads[i], &bad);
		assert_null(bad);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_fields),
	    cmocka_unit_test(test_file_bytes),
	    cmocka_unit_test(test_filenames),
	    cmocka_unit_test(test_truncated),
	    cmocka_unit_test(test_malformed),
	    cmocka_unit_test(test_types),
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_from_file),
	    cmocka_unit_test(test_threads),
	};

	return cmocka_run_group_tests_name("upload", tests, NULL, NULL);
}
