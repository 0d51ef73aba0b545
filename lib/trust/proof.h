#ifndef TRUST_PROOF_H
#define TRUST_PROOF_H

#include <jansson.h>

/*
 * Data Integrity proofs of the suite eddsa-jcs-2022 (W3C): what is signed is
 * SHA-256 of the canonical proof options, followed by SHA-256 of the canonical
 * document without its proof.
 */

/* The 64 bytes that are signed.  0, or -1 for what has no canonical form. */
int	 proof_message(const json_t *document, const json_t *options,
	    unsigned char out[64]);
/*
 * Signs: sets document["proof"].  created is an XMLSchema dateTime, method the
 * address of the public key.  0, or -1.
 */
int	 proof_sign(json_t *document, const char *created, const char *method,
	    const unsigned char secret[64]);

enum proof_end {
	PROOF_GOOD,
	PROOF_BAD,		/* the signature is not that of this text */
	PROOF_MISSING		/* no proof of this suite */
};

/* The key that the proof names; NULL when there is no proof of this suite. */
const char	*proof_method(const json_t *document);
enum proof_end	 proof_check(const json_t *document,
		    const unsigned char key[32]);

#endif
