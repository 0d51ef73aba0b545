#include <string.h>

#include "app.h"
#include "letter_file.h"
#include "upload.h"

struct letter_file
letter_file(struct req *req)
{
	const struct upload_file *f = req_file(req, "letter");
	struct letter_file none = { NULL, NULL, NULL };

	if (f == NULL)
		return none;
	if (strcmp(f->type, "application/pdf") != 0 &&
	    strcmp(f->type, "image/png") != 0 &&
	    strcmp(f->type, "image/jpeg") != 0) {
		field_error(req, "letter", T(req, "Please send the letter as "
		    "a PDF or as a picture (PNG, JPEG)."));
		return none;
	}
	return (struct letter_file){ f->filename, f->type,
	    db_bytes(req->arena, f->bytes, f->size) };
}
