#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "multibase.h"
#include "status.h"

#define BYTES	(STATUS_BITS / 8)
#define GZIP	(15 + 16)	/* zlib's word for a gzip header */

void
status_set(unsigned char *bits, long index)
{
	bits[index / 8] |= (unsigned char)(0x80 >> (index % 8));
}

/* The header that deflate writes has no time and no name: the same bits give
 * the same text. */
char *
status_encode(const unsigned char bits[BYTES])
{
	unsigned char out[BYTES + 1024];
	z_stream z = { 0 };
	char *text = NULL;

	if (deflateInit2(&z, 9, Z_DEFLATED, GZIP, 8, Z_DEFAULT_STRATEGY) !=
	    Z_OK)
		return NULL;
	z.next_in = (unsigned char *)bits;
	z.avail_in = BYTES;
	z.next_out = out;
	z.avail_out = sizeof(out);
	if (deflate(&z, Z_FINISH) == Z_STREAM_END)
		text = multibase_64(out, z.total_out);
	deflateEnd(&z);
	return text;
}

/* More than the list's bytes is no list: nothing is unpacked without end. */
static int
unpack(const unsigned char *in, size_t n, unsigned char out[BYTES])
{
	z_stream z = { 0 };
	int rc;

	if (inflateInit2(&z, GZIP) != Z_OK)
		return -1;
	z.next_in = (unsigned char *)in;
	z.avail_in = (unsigned)n;
	z.next_out = out;
	z.avail_out = BYTES;
	rc = inflate(&z, Z_FINISH);
	inflateEnd(&z);
	return rc == Z_STREAM_END && z.total_out == BYTES ? 0 : -1;
}

int
status_bit(const char *encoded, long index)
{
	unsigned char bits[BYTES], packed[BYTES + 1024];
	long n;

	if (index < 0 || index >= STATUS_BITS || encoded[0] != 'u')
		return -1;
	n = multibase_read(encoded, packed, sizeof(packed));
	if (n < 0 || unpack(packed, (size_t)n, bits) != 0)
		return -1;
	return (bits[index / 8] >> (7 - index % 8)) & 1;
}
