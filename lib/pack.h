#ifndef SOJOURN_PACK_H
#define SOJOURN_PACK_H

#include <stddef.h>

struct arena;

/*
 * Bodies made of pieces, some of which many answers share: these are
 * compressed once, and a gzip body is put together of what is ready and what is
 * compressed for this answer alone.
 */
struct pack {
	const void	*data;		/* raw deflate, ends on a byte */
	size_t		 len;
	unsigned long	 crc, op;	/* of the text; to append it to others */
};

struct piece {
	const char		*text;
	size_t			 len;
	const struct pack	*pack;	/* NULL: not compressed yet */
};

/* Compresses a text well, for use in many answers; memory of the arena. */
const struct pack *pack_make(struct arena *, const char *text, size_t len);
/* The pieces as one gzip file, in the arena; neighbours that are not packed are
 * compressed together, quickly. */
const void	*pack_gzip(struct arena *, const struct piece *, size_t n,
		    size_t *len);

#endif
