#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flow.h"

/*
 * cairo has no way to say the language of a document.  The format lets a file
 * be amended by what stands behind it: a second version of the catalogue, the
 * place where it is, and a trailer that leads to both.
 */

/* What stands behind the last `word` of the file, NULL when it is not there. */
static const unsigned char *
behind_last(const unsigned char *bytes, size_t size, const char *word)
{
	const unsigned char *p, *found = NULL;
	size_t n = strlen(word), left = size;

	for (p = bytes; (p = memmem(p, left, word, n)) != NULL; p++,
	    left = size - (size_t)(p - bytes))
		found = p + n;
	return found;
}

/* The inside of the catalogue's dictionary; NULL when cairo wrote another. */
static const unsigned char *
catalogue(const unsigned char *bytes, size_t size, long number, size_t *len)
{
	const unsigned char *p, *end;
	char head[40];

	snprintf(head, sizeof(head), "\n%ld 0 obj\n<<", number);
	p = behind_last(bytes, size, head);
	if (p == NULL)
		return NULL;
	end = memmem(p, size - (size_t)(p - bytes), ">>\nendobj", 9);
	if (end == NULL || end - p > 1000)
		return NULL;
	*len = (size_t)(end - p);
	return p;
}

int
paper_set_language(unsigned char **bytes, size_t *size, const char *lang)
{
	const unsigned char *p, *inside;
	unsigned char *more;
	long root, count, info, start;
	char tail[2400];
	size_t len;
	int head, n;

	p = behind_last(*bytes, *size, "trailer\n");
	if (p == NULL || sscanf((const char *)p, "<< /Size %ld /Root %ld 0 R "
	    "/Info %ld 0 R", &count, &root, &info) != 3)
		return -1;
	p = behind_last(*bytes, *size, "startxref\n");
	inside = catalogue(*bytes, *size, root, &len);
	if (p == NULL || inside == NULL ||
	    sscanf((const char *)p, "%ld", &start) != 1)
		return -1;
	head = snprintf(tail, sizeof(tail), "%ld 0 obj\n<<%.*s   /Lang (%s)\n"
	    "   /ViewerPreferences << /DisplayDocTitle true >>\n"
	    ">>\nendobj\n", root, (int)len, (const char *)inside, lang);
	n = head + snprintf(tail + head, sizeof(tail) - (size_t)head,
	    "xref\n%ld 1\n%010zu 00000 n \ntrailer\n<< /Size %ld /Root %ld 0 R "
	    "/Info %ld 0 R /Prev %ld >>\nstartxref\n%zu\n%%%%EOF\n", root,
	    *size, count, root, info, start, *size + (size_t)head);
	more = realloc(*bytes, *size + (size_t)n);
	if (more == NULL)
		return -1;
	memcpy(more + *size, tail, (size_t)n);
	*bytes = more;
	*size += (size_t)n;
	return 0;
}
