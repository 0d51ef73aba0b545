#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "multibase.h"

static const char letters[] =
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/* Before the 32 bytes of a key: that it is Ed25519 and public. */
static const unsigned char ed25519[] = { 0xed, 0x01 };

char *
multibase_58(const unsigned char *bytes, size_t n)
{
	size_t zeros = 0, room, len = 0, i, j;
	unsigned char *digits;
	unsigned carry;
	char *out;

	while (zeros < n && bytes[zeros] == 0)
		zeros++;
	room = n * 138 / 100 + 2;
	digits = calloc(1, room);
	out = calloc(1, zeros + room + 2);
	if (digits == NULL || out == NULL) {
		free(digits);
		free(out);
		return NULL;
	}
	for (i = zeros; i < n; i++) {
		carry = bytes[i];
		for (j = 0; j < len || carry != 0; j++) {
			carry += 256u * digits[j];
			digits[j] = (unsigned char)(carry % 58);
			carry /= 58;
		}
		len = j > len ? j : len;
	}
	out[0] = 'z';
	memset(out + 1, '1', zeros);
	for (i = 0; i < len; i++)
		out[1 + zeros + i] = letters[digits[len - 1 - i]];
	free(digits);
	return out;
}

char *
multibase_64(const unsigned char *bytes, size_t n)
{
	const int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
	size_t room = sodium_base64_encoded_len(n, variant);
	char *out = malloc(room + 1);

	if (out == NULL)
		return NULL;
	out[0] = 'u';
	sodium_bin2base64(out + 1, room, bytes, n, variant);
	return out;
}

static long
read_58(const char *text, unsigned char *out, size_t room)
{
	size_t zeros = 0, len = 0, j;
	const char *letter;
	unsigned carry;

	while (text[zeros] == '1')
		zeros++;
	if (zeros > room)
		return -1;
	memset(out, 0, room);
	for (text += zeros; *text != '\0'; text++) {
		letter = strchr(letters, *text);
		if (letter == NULL)
			return -1;
		carry = (unsigned)(letter - letters);
		for (j = 0; j < len || carry != 0; j++) {
			if (zeros + j >= room)
				return -1;
			carry += 58u * out[room - 1 - j];
			out[room - 1 - j] = (unsigned char)carry;
			carry >>= 8;
		}
		len = j > len ? j : len;
	}
	memmove(out + zeros, out + room - len, len);
	memset(out, 0, zeros);
	return (long)(zeros + len);
}

long
multibase_read(const char *text, unsigned char *out, size_t room)
{
	size_t n;

	if (text[0] == 'z')
		return read_58(text + 1, out, room);
	if (text[0] != 'u' || sodium_base642bin(out, room, text + 1,
	    strlen(text + 1), NULL, &n, NULL,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
		return -1;
	return (long)n;
}

char *
multikey_text(const unsigned char key[32])
{
	unsigned char bytes[34];

	memcpy(bytes, ed25519, 2);
	memcpy(bytes + 2, key, 32);
	return multibase_58(bytes, sizeof(bytes));
}

int
multikey_read(const char *text, unsigned char key[32])
{
	unsigned char bytes[40];

	if (text[0] != 'z' || strlen(text) > 60 ||
	    multibase_read(text, bytes, sizeof(bytes)) != 34 ||
	    memcmp(bytes, ed25519, 2) != 0)
		return -1;
	memcpy(key, bytes + 2, 32);
	return 0;
}
