#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "totp.h"

#define STEP		30	/* seconds */
#define NONCE		crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG		crypto_aead_xchacha20poly1305_ietf_ABYTES
#define PLAIN		(TOTP_SECRET + TOTP_CODES * TOTP_CODE)

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

void
totp_new(struct totp *t)
{
	randombytes_buf(t->secret, sizeof(t->secret));
	randombytes_buf(t->codes, sizeof(t->codes));
	t->ncodes = TOTP_CODES;
}

unsigned
totp_digits(const unsigned char secret[TOTP_SECRET], uint64_t step)
{
	unsigned char moment[8], mac[20];
	gsize n = sizeof(mac);
	GHmac *h;
	int i;

	for (i = 7; i >= 0; i--, step >>= 8)
		moment[i] = (unsigned char)step;
	h = g_hmac_new(G_CHECKSUM_SHA1, secret, TOTP_SECRET);
	g_hmac_update(h, moment, sizeof(moment));
	g_hmac_get_digest(h, mac, &n);
	g_hmac_unref(h);
	/* The last four bits say where (RFC 4226, 5.3). */
	i = mac[19] & 15;
	return ((unsigned)(mac[i] & 127) << 24 | (unsigned)mac[i + 1] << 16 |
	    (unsigned)mac[i + 2] << 8 | mac[i + 3]) % 1000000;
}

uint64_t
totp_step(const unsigned char secret[TOTP_SECRET], const char *digits,
    uint64_t now)
{
	uint64_t step = now / STEP, found = 0;
	char right[7];
	int back;

	if (strlen(digits) != 6)
		return 0;
	for (back = 0; back <= 1; back++) {
		snprintf(right, sizeof(right), "%06u",
		    totp_digits(secret, step - (uint64_t)back));
		if (sodium_memcmp(right, digits, 6) == 0 && found == 0)
			found = step - (uint64_t)back;
	}
	return found;
}

char *
totp_wrap(const struct totp *t, const unsigned char key[32],
    long long account)
{
	size_t n = TOTP_SECRET + (size_t)t->ncodes * TOTP_CODE, size;
	unsigned char plain[PLAIN], out[NONCE + PLAIN + TAG];
	char whose[32], *hex;

	memcpy(plain, t->secret, TOTP_SECRET);
	memcpy(plain + TOTP_SECRET, t->codes, n - TOTP_SECRET);
	snprintf(whose, sizeof(whose), "totp %lld", account);
	randombytes_buf(out, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL, plain, n,
	    (const unsigned char *)whose, strlen(whose), NULL, out, key);
	sodium_memzero(plain, sizeof(plain));
	size = NONCE + n + TAG;
	hex = g_malloc(2 * size + 1);
	return sodium_bin2hex(hex, 2 * size + 1, out, size);
}

int
totp_unwrap(struct totp *t, const char *hex, const unsigned char key[32],
    long long account)
{
	unsigned char plain[PLAIN], in[NONCE + PLAIN + TAG];
	char whose[32];
	size_t n;
	int rc = -1;

	snprintf(whose, sizeof(whose), "totp %lld", account);
	if (sodium_hex2bin(in, sizeof(in), hex, strlen(hex), NULL, &n,
	    NULL) != 0 || n < NONCE + TOTP_SECRET + TAG)
		return -1;
	n -= NONCE;
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, NULL, NULL,
	    in + NONCE, n, (const unsigned char *)whose, strlen(whose), in,
	    key) == 0) {
		n -= TAG + TOTP_SECRET;
		memcpy(t->secret, plain, TOTP_SECRET);
		memcpy(t->codes, plain + TOTP_SECRET, n);
		t->ncodes = (int)(n / TOTP_CODE);
		rc = 0;
	}
	sodium_memzero(plain, sizeof(plain));
	return rc;
}

char *
totp_base32(const unsigned char *bytes, size_t n)
{
	GString *s = g_string_new(NULL);
	unsigned buffer = 0;
	int bits = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		buffer = buffer << 8 | bytes[i];
		for (bits += 8; bits >= 5; bits -= 5)
			g_string_append_c(s,
			    alphabet[buffer >> (bits - 5) & 31]);
	}
	if (bits > 0)
		g_string_append_c(s, alphabet[buffer << (5 - bits) & 31]);
	return g_string_free(s, FALSE);
}

int
totp_code_read(const char *typed, char out[17])
{
	size_t n = 0;
	char c;

	for (; *typed != '\0'; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		c = g_ascii_toupper(*typed);
		if (n == 16 || strchr(alphabet, c) == NULL)
			return -1;
		out[n++] = c;
	}
	out[n] = '\0';
	return n == 16 ? 0 : -1;
}
