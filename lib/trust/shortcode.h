#ifndef TRUST_SHORTCODE_H
#define TRUST_SHORTCODE_H

/*
 * The code on a document that /verify accepts: 80 bits as sixteen letters in
 * fours (S18).  It is made of the serial with a key that only `press` has, so
 * that the same document has the same code; the database holds its hash alone.
 */

#define SHORTCODE_LETTERS	16
#define SHORTCODE_ROOM		20	/* with hyphens and the final NUL */

/* "0123-4567-89AB-CDEF". */
void	 shortcode_make(const unsigned char key[32], const char *serial,
	    char out[SHORTCODE_ROOM]);
/*
 * What a person typed, or the address that was scanned: lower case, blanks,
 * O for 0, I and L for 1.  0 and the code as it is printed, or -1.
 */
int	 shortcode_read(const char *typed, char out[SHORTCODE_ROOM]);
/* SHA-256 of the code. */
void	 shortcode_hash(const char code[SHORTCODE_ROOM],
	    unsigned char out[32]);

#endif
