#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <sodium.h>

#include "sojourn.h"

/* What `account` demands and pays for a password (S5). */
#define PASSWORD_MIN	8
#define PASSWORD_MAX	1024
#define HASH_PASSES	2
#define HASH_MEMORY	(19 * 1024 * 1024)

/* A terminal does not show what is typed; pipes are read as they are. */
static void
echo(int on)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &t) == -1)
		return;
	if (on)
		t.c_lflag |= ECHO;
	else
		t.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &t);
}

int
password_read(struct cli *cli, char hash[PASSWORD_HASH_SIZE])
{
	char line[PASSWORD_MAX + 3];
	size_t n;
	int bad;

	if (isatty(STDIN_FILENO))
		fprintf(stderr, "%s ", T(cli, "New password:"));
	echo(0);
	if (fgets(line, sizeof(line), stdin) == NULL)
		line[0] = '\0';
	echo(1);
	n = strcspn(line, "\r\n");
	line[n] = '\0';
	if (n < PASSWORD_MIN || n > PASSWORD_MAX) {
		sodium_memzero(line, sizeof(line));
		return cli_refuse(cli, N_("a password has %d to %d bytes"),
		    PASSWORD_MIN, PASSWORD_MAX);
	}
	bad = sodium_init() == -1 || crypto_pwhash_str_alg(hash, line, n,
	    HASH_PASSES, HASH_MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0;
	sodium_memzero(line, sizeof(line));
	return bad ? cli_refuse(cli, N_("no memory for the password's hash"))
	    : END_DONE;
}
