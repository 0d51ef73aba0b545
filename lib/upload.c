#include "upload.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

const struct upload_limits upload_limits_default = {
    .bytes = 26u << 20,
    .parts = 10000,
    .files = 10,
    .field_bytes = 1u << 20,
    .header_bytes = 8192,
};

const char *
upload_code_name(enum upload_code code)
{
	static const char *const names[] = {
	    [UPLOAD_OK] = "ok",
	    [UPLOAD_NOT_FORM_DATA] = "not-form-data",
	    [UPLOAD_TRUNCATED] = "truncated",
	    [UPLOAD_MALFORMED] = "malformed",
	    [UPLOAD_TOO_LARGE] = "too-large",
	    [UPLOAD_TOO_MANY] = "too-many",
	    [UPLOAD_FAULT] = "fault",
	};

	return code <= UPLOAD_FAULT ? names[code] : "unknown-code";
}

void
upload_free(struct upload *upload)
{
	size_t i;

	if (upload == NULL)
		return;
	for (i = 0; i < upload->nfields; i++) {
		free(upload->fields[i].name);
		free(upload->fields[i].value);
	}
	for (i = 0; i < upload->nfiles; i++) {
		free(upload->files[i].name);
		free(upload->files[i].filename);
		free(upload->files[i].declared);
	}
	free(upload->fields);
	free(upload->files);
	if (upload->block != NULL)
		munmap(upload->block, upload->block_size);
	free(upload);
}

const struct upload_file *
upload_file(const struct upload *upload, const char *name)
{
	size_t i;

	for (i = 0; i < upload->nfiles; i++)
		if (strcmp(upload->files[i].name, name) == 0)
			return &upload->files[i];
	return NULL;
}

const char *
upload_type(const void *bytes, size_t size)
{
	static const struct {
		const char *magic;
		size_t len;
		const char *type;
	} types[] = {
	    {"%PDF-", 5, "application/pdf"},
	    {"\x89PNG\r\n\x1a\n", 8, "image/png"},
	    {"\xff\xd8\xff", 3, "image/jpeg"},
	    {"PK\3\4", 4, "application/zip"},
	    {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "application/x-ole"},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(types); i++)
		if (size >= types[i].len &&
		    memcmp(bytes, types[i].magic, types[i].len) == 0)
			return types[i].type;
	if (memchr(bytes, '\0', MIN(size, 1024)) != NULL)
		return "application/octet-stream";
	return "text/plain";
}
