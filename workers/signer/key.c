#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "log.h"
#include "signer.h"
#include "trust/multibase.h"

static const char *const domain_names[KEY__MAX] = {
	[KEY_DOCUMENT] = "document", [KEY_STATUS] = "status",
	[KEY_HEAD] = "head", [KEY_AUDIT] = "audit",
};

/*
 * Opens the key when nobody else can read it.  A group may, where it is root's
 * or our own: systemd hands credentials over in this way.
 */
static int
open_key(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (fd == -1)
		log_die("the signing key %s: %s", path, strerror(errno));
	if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode))
		log_die("the signing key %s is no file", path);
	if ((st.st_mode & 037) != 0 || ((st.st_mode & 040) != 0 &&
	    st.st_gid != 0 && st.st_gid != getegid()))
		log_die("the signing key %s can be read by others (mode %04o);"
		    " it must be 0400", path, (unsigned)st.st_mode & 07777);
	/* Whoever owns it can give it away, and put another in its place. */
	if (st.st_uid != 0 && st.st_uid != geteuid())
		log_die("the signing key %s belongs to somebody else (user "
		    "%u)", path, (unsigned)st.st_uid);
	return fd;
}

/* The last line is the key that signs: a number, then 32 bytes in hex. */
static int
read_key(const char *path, unsigned char master[32])
{
	char text[4096], *line, *next, hex[80];
	int fd = open_key(path), number = 0, found = 0;
	ssize_t n = read(fd, text, sizeof(text) - 1);
	size_t len;

	close(fd);
	if (n < 0)
		log_die("the signing key %s: %s", path, strerror(errno));
	text[n] = '\0';
	for (line = text; line != NULL && *line != '\0'; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (*line == '\0' || *line == '#')
			continue;
		if (sscanf(line, "%d %79s", &number, hex) != 2 || number < 1 ||
		    sodium_hex2bin(master, 32, hex, strlen(hex), NULL, &len,
		    NULL) != 0 || len != 32)
			log_die("the signing key %s: a line is a number and "
			    "64 hexadecimal digits", path);
		found = number;
	}
	sodium_memzero(text, sizeof(text));
	sodium_memzero(hex, sizeof(hex));
	if (found == 0)
		log_die("the signing key %s is empty", path);
	return found;
}

struct keys *
keys_load(const struct conf *conf)
{
	struct keys *keys = sodium_malloc(sizeof(*keys));
	unsigned char *master = sodium_malloc(64);
	char path[512];
	int i, number;

	if (keys == NULL || master == NULL)
		log_die("no locked memory for the signing key");
	snprintf(path, sizeof(path), "%s/signing.key",
	    conf_get(conf, "secrets", "/etc/sojourn/secrets"));
	number = read_key(path, master);
	for (i = 0; i < KEY__MAX; i++) {
		snprintf(keys->of[i].id, sizeof(keys->of[i].id), "%s-%d",
		    domain_names[i], number);
		crypto_kdf_derive_from_key(master + 32, 32, (uint64_t)i + 1,
		    "sojourn1", master);
		crypto_sign_seed_keypair(keys->of[i].public,
		    keys->of[i].secret, master + 32);
	}
	sodium_free(master);
	return keys;
}

void
keys_free(struct keys *keys)
{
	sodium_free(keys);
}

/* Every public key there has been, for those who verify on this machine. */
static void
write_public(struct signer *s)
{
	char path[512], *text = NULL;
	struct db_rows *r = db_do(s->db, SQL_KEYS);
	json_t *all = json_object();
	FILE *f;
	int i;

	snprintf(path, sizeof(path), "%s/keys.json", conf_get(s->conf,
	    "spool", "/var/lib/sojourn/signer"));
	for (i = 0; r != NULL && i < db_count(r); i++) {
		unsigned char key[32];
		char *multi;

		sodium_hex2bin(key, 32, db_get(r, i, "public_key"), 64, NULL,
		    NULL, NULL);
		multi = multikey_text(key);
		json_object_set_new(all, db_get(r, i, "id"),
		    json_string(multi));
		free(multi);
	}
	if (r != NULL)
		text = json_dumps(all, JSON_INDENT(2) | JSON_SORT_KEYS);
	f = text == NULL ? NULL : fopen(path, "we");
	if (f != NULL) {
		fprintf(f, "%s\n", text);
		fchmod(fileno(f), 0644);
		fclose(f);
	} else
		log_line(LOG_WARN, "%s cannot be written", path);
	free(text);
	json_decref(all);
	db_rows_free(r);
}

int
keys_register(struct signer *s)
{
	char hex[2 * 32 + 3] = "\\x";
	struct db_rows *r;
	int i, same;

	for (i = 0; i < KEY__MAX; i++) {
		sodium_bin2hex(hex + 2, sizeof(hex) - 2, s->keys->of[i].public,
		    32);
		r = db_do(s->db, SQL_KEY, s->keys->of[i].id, hex);
		if (r == NULL)
			return -1;
		same = db_bool(r, 0, "key");
		db_rows_free(r);
		if (!same) {
			log_line(LOG_FAULT, "key %s is known with other "
			    "letters: a new key needs a new number",
			    s->keys->of[i].id);
			return -1;
		}
	}
	write_public(s);
	return 0;
}
