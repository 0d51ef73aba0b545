#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app.h"
#include "arena.h"
#include "req_read.h"
#include "upload.h"

static void
release(void *upload)
{
	upload_free(upload);
}

static int
status_of(enum upload_code code)
{
	switch (code) {
	case UPLOAD_OK:
		return 0;
	case UPLOAD_TOO_LARGE:
	case UPLOAD_TOO_MANY:
		return 413;
	case UPLOAD_FAULT:
		return 500;
	default:
		return 400;
	}
}

/* Fields join the pairs; files stay in req->upload until the request ends. */
int
req_read_multipart(struct req *req)
{
	enum upload_code code;
	size_t i;
	int fd;

	if (req->body_file != NULL) {
		fd = open(req->body_file, O_RDONLY | O_CLOEXEC);
		if (fd == -1)
			return 500;
		code = upload_parse(fd, req->content_type,
		    &upload_limits_default, &req->upload);
		close(fd);
	} else
		code = upload_parse_bytes(req->body, req->body_len,
		    req->content_type, &upload_limits_default, &req->upload);
	if (code != UPLOAD_OK)
		return status_of(code);
	arena_defer(req->arena, release, req->upload);
	for (i = 0; i < req->upload->nfields; i++)
		req_add_pair(req, req->upload->fields[i].name,
		    req->upload->fields[i].value, req->upload->fields[i].len);
	return 0;
}

const struct upload_file *
req_file(struct req *req, const char *name)
{
	return req->upload == NULL ? NULL : upload_file(req->upload, name);
}
