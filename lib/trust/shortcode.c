#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "shortcode.h"

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Letter i of the code stands behind i / 4 hyphens. */
static void
put(char out[SHORTCODE_ROOM], int i, char letter)
{
	if (i % 4 == 0 && i > 0)
		out[i + i / 4 - 1] = '-';
	out[i + i / 4] = letter;
	out[i + i / 4 + 1] = '\0';
}

void
shortcode_make(const unsigned char key[32], const char *serial,
    char out[SHORTCODE_ROOM])
{
	unsigned char hash[16];
	unsigned bits;
	int i, at;

	crypto_generichash(hash, sizeof(hash), (const unsigned char *)serial,
	    strlen(serial), key, 32);
	for (i = 0; i < SHORTCODE_LETTERS; i++) {
		at = i * 5;
		bits = ((unsigned)hash[at / 8] << 8 | hash[at / 8 + 1]) >>
		    (11 - at % 8);
		put(out, i, letters[bits & 31]);
	}
}

int
shortcode_read(const char *typed, char out[SHORTCODE_ROOM])
{
	const char *p = strstr(typed, "/verify/");
	int n = 0, c;

	out[0] = '\0';
	for (p = p == NULL ? typed : p + 8; *p != '\0'; p++) {
		c = toupper((unsigned char)*p);
		if (c == '-' || c == ' ')
			continue;
		c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
		if (n == SHORTCODE_LETTERS || strchr(letters, c) == NULL)
			return -1;
		put(out, n++, (char)c);
	}
	return n == SHORTCODE_LETTERS ? 0 : -1;
}

void
shortcode_hash(const char code[SHORTCODE_ROOM], unsigned char out[32])
{
	crypto_hash_sha256(out, (const unsigned char *)code, strlen(code));
}
