/*
 * bare_hash N: checks a password N times with Argon2id and the parameters of
 * the program account; prints how many a second of CPU.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <sodium.h>

int
main(int argc, char **argv)
{
	char stored[crypto_pwhash_STRBYTES];
	struct timespec from, to;
	long i, n;

	if (argc != 2 || (n = atol(argv[1])) < 1 || sodium_init() == -1 ||
	    crypto_pwhash_str(stored, "demo-Student-2025", 17, 2,
	    19ULL << 20) != 0) {
		fprintf(stderr, "usage: bare_hash N\n");
		return 2;
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	for (i = 0; i < n; i++)
		if (crypto_pwhash_str_verify(stored, "demo-Student-2025",
		    17) != 0)
			return 1;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	printf("%f\n", (double)n / ((double)(to.tv_sec - from.tv_sec) +
	    (double)(to.tv_nsec - from.tv_nsec) / 1e9));
	return 0;
}
