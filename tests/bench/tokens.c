/*
 * tokens KEYFILE N: prints N lines "session form-token" as the programs make
 * them, so that a load generator has as many students as it wants.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#define URLSAFE	sodium_base64_VARIANT_URLSAFE_NO_PADDING

static void
print_line(const unsigned char key[32], long n)
{
	unsigned char raw[32] = { 0 }, mac[32];
	char token[64], csrf[64];
	crypto_generichash_state st;

	memcpy(raw, &n, sizeof(n));
	sodium_bin2base64(token, sizeof(token), raw, 32, URLSAFE);
	crypto_generichash_init(&st, key, 32, 32);
	crypto_generichash_update(&st, (const unsigned char *)"session", 7);
	crypto_generichash_update(&st, (const unsigned char *)token, 43);
	crypto_generichash_final(&st, mac, 32);
	sodium_bin2base64(csrf, sizeof(csrf), mac, 32, URLSAFE);
	printf("%s %s\n", token, csrf);
}

int
main(int argc, char **argv)
{
	unsigned char key[32];
	char hex[65] = "";
	FILE *f;
	long i;

	if (argc != 3 || sodium_init() == -1 ||
	    (f = fopen(argv[1], "r")) == NULL || fread(hex, 1, 64, f) != 64 ||
	    sodium_hex2bin(key, 32, hex, 64, NULL, NULL, NULL) != 0) {
		fprintf(stderr, "usage: tokens KEYFILE N\n");
		return 2;
	}
	fclose(f);
	for (i = 1; i <= atol(argv[2]); i++)
		print_line(key, i);
	return 0;
}
