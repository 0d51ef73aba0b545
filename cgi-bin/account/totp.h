#ifndef ACCOUNT_TOTP_H
#define ACCOUNT_TOTP_H

#include <stddef.h>
#include <stdint.h>

/*
 * The second step by an authenticator app (S5): RFC 6238 with SHA-1, thirty
 * seconds, six digits, which is what every app understands.
 */

#define TOTP_SECRET	20	/* bytes, as long as the hash (RFC 4226) */
#define TOTP_CODES	10	/* recovery codes that are given */
#define TOTP_CODE	10	/* bytes of one: 80 bits, 16 letters */

/* What is wrapped; codes only until it is confirmed. */
struct totp {
	unsigned char	secret[TOTP_SECRET];
	unsigned char	codes[TOTP_CODES][TOTP_CODE];
	int		ncodes;
};

/* A new secret with its recovery codes. */
void		 totp_new(struct totp *);
/* The digits of a step of thirty seconds. */
unsigned	 totp_digits(const unsigned char secret[TOTP_SECRET],
		    uint64_t step);
/*
 * The step that six digits belong to at this moment, in seconds: the present one
 * or the one before (S5); 0 when they belong to neither.
 */
uint64_t	 totp_step(const unsigned char secret[TOTP_SECRET],
		    const char *digits, uint64_t now);

/*
 * Wraps for the account with the key, and back; hexadecimal, to be freed with
 * g_free.  totp_unwrap returns -1 for what another key, or another account's
 * number, has wrapped.
 */
char		*totp_wrap(const struct totp *, const unsigned char key[32],
		    long long account);
int		 totp_unwrap(struct totp *, const char *hex,
		    const unsigned char key[32], long long account);

/* Capital letters and digits of RFC 4648, without padding; g_free. */
char		*totp_base32(const unsigned char *, size_t);
/*
 * A recovery code as a person types it, in small letters, with spaces or dashes,
 * as 16 capital ones in out; -1 when it is none.
 */
int		 totp_code_read(const char *typed, char out[17]);

#endif
