#include <inttypes.h>
#include <stdio.h>

#include <sodium.h>

#include "logtext.h"

char *
log_head_text(const char *origin, uint64_t size, const tree_hash root,
    const char *at)
{
	char hex[2 * TREE_HASH + 1], *text;

	sodium_bin2hex(hex, sizeof(hex), root, TREE_HASH);
	if (asprintf(&text, "sojourn log head v1\n%s\n%" PRIu64 "\n%s\n%s\n",
	    origin, size, hex, at) == -1)
		return NULL;
	return text;
}
