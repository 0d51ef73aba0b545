#ifndef TRUST_JCS_H
#define TRUST_JCS_H

#include <stddef.h>

#include <jansson.h>

/*
 * Canonical JSON (RFC 8785): one text for what says the same, so that it can
 * be hashed and signed.
 */

/* The canonical text, UTF-8, for free(); NULL for what has none (a number that
 * is not finite) and without memory. */
char	*jcs_text(const json_t *, size_t *len);
/* Reads JSON as I-JSON wants it: no name twice, nothing behind the end, at
 * most 64 levels; every number is a real one, as ECMAScript has them.  A new
 * reference, or NULL. */
json_t	*jcs_read(const char *text, size_t len);

#endif
