#ifndef UPLOAD_H
#define UPLOAD_H

#include <stddef.h>

/*
 * A form sent as multipart/form-data: its fields and files.  nginx spools the
 * body into a file; it is mapped, not copied.  Safe in threads.
 */

enum upload_code {
	UPLOAD_OK,
	UPLOAD_NOT_FORM_DATA, /* another content type, or no boundary */
	UPLOAD_TRUNCATED,     /* the body ends before its last boundary */
	UPLOAD_MALFORMED,     /* headers no browser sends; nested parts */
	UPLOAD_TOO_LARGE,     /* body, a field's value or a part's headers */
	UPLOAD_TOO_MANY,      /* parts or files */
	UPLOAD_FAULT          /* ours: the body could not be mapped */
};

struct upload_limits {
	size_t bytes;        /* of the whole body */
	size_t parts;        /* fields and files together */
	size_t files;
	size_t field_bytes;  /* of one field's value */
	size_t header_bytes; /* of one part's headers */
};

/* 26 MB, 10,000 parts, 10 files, 1 MB a field, 8 kB of headers a part. */
extern const struct upload_limits upload_limits_default;

struct upload_field {
	char *name;
	char *value; /* as sent; NUL-terminated, may hold NUL bytes inside */
	size_t len;
};

struct upload_file {
	char *name;        /* of the field */
	char *filename;    /* last part of the path, NFC, visible letters */
	char *declared;    /* the type the browser said: never trusted */
	const char *type;  /* the type the bytes say, see upload_type() */
	const void *bytes; /* inside the mapped body, until upload_free() */
	size_t size;
};

struct upload {
	struct upload_field *fields; /* in the order sent, names may repeat */
	size_t nfields;
	struct upload_file *files; /* file inputs left empty are not here */
	size_t nfiles;
	void *body; /* inside block, which is ours */
	size_t body_size;
	void *block;
	size_t block_size;
	size_t stub_size;
};

/*
 * Parses the body in the file fd, which stays the caller's and may be closed
 * afterwards.  content_type is the request's header.  UPLOAD_OK: *out is for
 * upload_free(); else *out is NULL.
 */
enum upload_code upload_parse(int fd, const char *content_type,
    const struct upload_limits *limits, struct upload **out);

/* The same for a body in memory, which is copied. */
enum upload_code upload_parse_bytes(const void *body, size_t size,
    const char *content_type, const struct upload_limits *limits,
    struct upload **out);

void upload_free(struct upload *upload);

/* The first file of that field, NULL when none was chosen. */
const struct upload_file *upload_file(
    const struct upload *upload, const char *name);

/*
 * The media type that the bytes are, by their beginning: application/pdf,
 * image/png, image/jpeg, application/zip (an XLSX too), application/x-ole
 * (old office files, HWP), else text/plain when there is no NUL in the first
 * kilobyte, else application/octet-stream.
 */
const char *upload_type(const void *bytes, size_t size);

/* A stable word for logs and tests: "truncated". */
const char *upload_code_name(enum upload_code code);

#endif
