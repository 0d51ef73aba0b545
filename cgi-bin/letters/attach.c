#include <string.h>
#include <strings.h>

#include "letters.h"
#include "upload.h"

/*
 * Forms that students attach are kept and handed on, never opened: what they
 * are is told by their first bytes and, of the two office formats, by the names
 * that each has in its package.  The extension has to say the same.
 */
static const struct {
	const char	*end, *type;
} kinds[] = {
	{ ".pdf", "application/pdf" },
	{ ".png", "image/png" },
	{ ".jpg", "image/jpeg" },
	{ ".jpeg", "image/jpeg" },
	{ ".docx", "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document" },
	{ ".hwpx", "application/hwp+zip" },
};

static int
has(const struct upload_file *f, const char *text)
{
	return memmem(f->bytes, f->size, text, strlen(text)) != NULL;
}

/* A HWPX begins with a stored file `mimetype`, a DOCX has its document. */
static const char *
package_type(const struct upload_file *f)
{
	static const char hwpx[] = "mimetypeapplication/hwp+zip";

	if (f->size >= 30 + strlen(hwpx) && memcmp((const char *)f->bytes + 30,
	    hwpx, strlen(hwpx)) == 0)
		return kinds[5].type;
	if (has(f, "[Content_Types].xml") && has(f, "word/document.xml"))
		return kinds[4].type;
	return "application/zip";
}

const char *
attach_type(const struct upload_file *f)
{
	const char *type = strcmp(f->type, "application/zip") == 0 ?
	    package_type(f) : f->type;
	size_t n = strlen(f->filename), i, k;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		k = strlen(kinds[i].end);
		if (n > k && strcasecmp(f->filename + n - k, kinds[i].end) == 0)
			return strcmp(type, kinds[i].type) == 0 ?
			    kinds[i].type : NULL;
	}
	return NULL;
}
