#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "db.h"
#include "seal.h"

#define COLUMNS		16	/* of sojourn.audit_rows() */

void
seal_leaf(const struct db_rows *r, int row, tree_hash out)
{
	static const char head[] = "\0sojourn audit row v1\n";
	crypto_hash_sha256_state s;
	const char *value;
	char size[24];
	int i, n;

	crypto_hash_sha256_init(&s);
	crypto_hash_sha256_update(&s, (const unsigned char *)head,
	    sizeof(head) - 1);
	for (i = 0; i < COLUMNS; i++) {
		if (db_value_null(r, row, i)) {
			crypto_hash_sha256_update(&s,
			    (const unsigned char *)"-,", 2);
			continue;
		}
		value = db_value(r, row, i);
		n = snprintf(size, sizeof(size), "%zu:", strlen(value));
		crypto_hash_sha256_update(&s, (const unsigned char *)size,
		    (unsigned long long)n);
		crypto_hash_sha256_update(&s, (const unsigned char *)value,
		    strlen(value));
		crypto_hash_sha256_update(&s, (const unsigned char *)",", 1);
	}
	crypto_hash_sha256_final(&s, out);
}

int
seal_head_write(const struct seal_head *h, const char *origin,
    char out[SEAL_TEXT])
{
	char root[2 * TREE_HASH + 1], before[2 * TREE_HASH + 1];
	char lost[48] = "-";
	int n;

	sodium_bin2hex(root, sizeof(root), h->root, TREE_HASH);
	sodium_bin2hex(before, sizeof(before), h->before, TREE_HASH);
	if (h->lost_from != 0)
		snprintf(lost, sizeof(lost), "%" PRIu64 "-%" PRIu64,
		    h->lost_from, h->lost_till);
	n = snprintf(out, SEAL_TEXT, "sojourn audit head v1\n%s\n%" PRIu64
	    "\n%" PRIu64 "\n%" PRIu64 "\n%s\n%s\n%s\n%s\n", origin, h->n,
	    h->rows, h->closed, root, before, lost, h->at);
	return n < SEAL_TEXT ? 0 : -1;
}

static int
read_hash(const char *hex, tree_hash out)
{
	size_t n;

	return strlen(hex) == 2 * TREE_HASH && sodium_hex2bin(out, TREE_HASH,
	    hex, strlen(hex), NULL, &n, NULL) == 0 && n == TREE_HASH ? 0 : -1;
}

int
seal_head_read(const char *text, struct seal_head *h)
{
	char copy[SEAL_TEXT], root[80], before[80], lost[48];
	char again[SEAL_TEXT], *origin, *end;

	memset(h, 0, sizeof(*h));
	if (strlen(text) >= sizeof(copy) ||
	    strncmp(text, "sojourn audit head v1\n", 22) != 0)
		return -1;
	memcpy(copy, text, strlen(text) + 1);
	origin = copy + 22;
	end = strchr(origin, '\n');
	if (end == NULL)
		return -1;
	*end = '\0';
	if (sscanf(end + 1, "%" SCNu64 "\n%" SCNu64 "\n%" SCNu64
	    "\n%79[0-9a-f]\n%79[0-9a-f]\n%47[-0-9]\n%31[0-9TZ:-]\n", &h->n,
	    &h->rows, &h->closed, root, before, lost, h->at) != 7 ||
	    read_hash(root, h->root) != 0 || read_hash(before, h->before) != 0)
		return -1;
	if (strcmp(lost, "-") != 0 && sscanf(lost, "%" SCNu64 "-%" SCNu64,
	    &h->lost_from, &h->lost_till) != 2)
		return -1;
	/* Whatever it says must be said in this way and no other. */
	return seal_head_write(h, origin, again) == 0 &&
	    strcmp(again, text) == 0 ? 0 : -1;
}

void
seal_head_hash(const char *text, tree_hash out)
{
	tree_leaf(text, strlen(text), out);
}
