#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "audit.h"
#include "trust/multibase.h"

int
audit_signed(const struct audit *a, const char *text, const char *key,
    const char *signature)
{
	const char *multi = json_string_value(json_object_get(a->keys, key));
	unsigned char public[32], bytes[64];
	size_t n;

	return strncmp(key, "audit-", 6) == 0 && multi != NULL &&
	    multikey_read(multi, public) == 0 &&
	    sodium_hex2bin(bytes, 64, signature, strlen(signature), NULL, &n,
	    NULL) == 0 && n == 64 && crypto_sign_verify_detached(bytes,
	    (const unsigned char *)text, strlen(text), public) == 0;
}

/* The file: the text, then "key ID" and "signature HEX". */
static int
split(char *file, char **key, char **signature)
{
	char *k = strstr(file, "\nkey "), *s;

	if (k == NULL || (s = strstr(k + 1, "\nsignature ")) == NULL)
		return -1;
	k[1] = '\0';
	*key = k + 5;
	*s = '\0';
	*signature = s + 11;
	(*signature)[strspn(*signature, "0123456789abcdef")] = '\0';
	return 0;
}

int
audit_keep(struct audit *a, const char *path)
{
	struct kept *kept = &a->kept[a->nkept];
	char file[2 * SEAL_TEXT] = "", *key, *signature;
	FILE *f = fopen(path, "re");
	size_t n;

	if (f == NULL)
		return cli_refuse(a->cli, N_("%s cannot be read"), path);
	n = fread(file, 1, sizeof(file) - 1, f);
	fclose(f);
	file[n] = '\0';
	if (split(file, &key, &signature) != 0 ||
	    seal_head_read(file, &kept->head) != 0)
		return cli_refuse(a->cli, N_("%s is no head of the audit"),
		    path);
	if (!audit_signed(a, file, key, signature))
		return cli_refuse(a->cli, N_("%s was not signed with a key of "
		    "this installation"), path);
	snprintf(kept->text, sizeof(kept->text), "%s", file);
	kept->path = path;
	a->nkept++;
	return END_DONE;
}
