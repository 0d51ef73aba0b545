#ifndef TRUST_STATUS_H
#define TRUST_STATUS_H

#include <stddef.h>

#include <jansson.h>

/*
 * Bitstring Status List (W3C): one bit for each credential, set when it no
 * longer holds.  A list has 131,072 bits, the least that the standard allows.
 */

#define STATUS_BITS	131072

/* encodedList of the bits, whose bytes are given: "u…", for free(). */
char	*status_encode(const unsigned char bits[STATUS_BITS / 8]);
/* The bit of an index: 0 or 1; -1 when the list cannot be read. */
int	 status_bit(const char *encoded, long index);
void	 status_set(unsigned char *bits, long index);

#endif
