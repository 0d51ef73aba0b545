#ifndef TRUST_MULTIBASE_H
#define TRUST_MULTIBASE_H

#include <stddef.h>

/* Bytes as text in the way of Multibase: z is base58btc, u is base64url. */

/* "z…", for free(). */
char	*multibase_58(const unsigned char *bytes, size_t n);
/* "u…", for free(). */
char	*multibase_64(const unsigned char *bytes, size_t n);
/* The bytes of "z…" or "u…"; their number, or -1 when it is no such text or
 * does not fit. */
long	 multibase_read(const char *text, unsigned char *out, size_t room);

/* An Ed25519 public key as Multikey, "z6Mk…", for free(). */
char	*multikey_text(const unsigned char key[32]);
/* 0, or -1 when the text is no such key. */
int	 multikey_read(const char *text, unsigned char key[32]);

#endif
