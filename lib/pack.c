#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

#include "arena.h"
#include "log.h"
#include "pack.h"

/*
 * deflate streams that end in a flush can stand one after the other, if none
 * looks back before its own beginning (RFC 1951); the last alone says that it
 * is the last.  Their checksum is made of theirs.
 */

#define WINDOW		13	/* 8 kB: heads of pages are about as long */
#define MEMORY		7
#define SPARE		4	/* streams that are kept for the next */
#define SLACK		64	/* for the marks of flushes */

static struct {
	pthread_mutex_t	 lock;
	z_stream	*free[SPARE];
	int		 n;
} spare = { .lock = PTHREAD_MUTEX_INITIALIZER };

static z_stream *
stream_new(int level, int window)
{
	z_stream *z = calloc(1, sizeof(*z));

	if (z == NULL || deflateInit2(z, level, Z_DEFLATED, -window, MEMORY,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		log_die("out of memory");
	return z;
}

static void
stream_free(z_stream *z)
{
	deflateEnd(z);
	free(z);
}

static z_stream *
stream_take(void)
{
	z_stream *z = NULL;

	pthread_mutex_lock(&spare.lock);
	if (spare.n > 0)
		z = spare.free[--spare.n];
	pthread_mutex_unlock(&spare.lock);
	return z != NULL ? z : stream_new(Z_BEST_SPEED, WINDOW);
}

static void
stream_give(z_stream *z)
{
	deflateReset(z);
	pthread_mutex_lock(&spare.lock);
	if (spare.n < SPARE) {
		spare.free[spare.n++] = z;
		z = NULL;
	}
	pthread_mutex_unlock(&spare.lock);
	if (z != NULL)
		stream_free(z);
}

/* Compresses into a place that is large enough; the bytes that were written. */
static size_t
run(z_stream *z, const char *text, size_t len, void *to, size_t room, int flush)
{
	z->next_in = (const Bytef *)text;
	z->avail_in = (uInt)len;
	z->next_out = to;
	z->avail_out = (uInt)room;
	if (deflate(z, flush) == Z_STREAM_ERROR || z->avail_in != 0)
		log_die("zlib: a text was not compressed");
	return room - z->avail_out;
}

const struct pack *
pack_make(struct arena *a, const char *text, size_t len)
{
	struct pack *p = arena_alloc(a, sizeof(*p));
	z_stream *z = stream_new(6, 15);
	size_t room = deflateBound(z, len) + SLACK;
	void *out = malloc(room);

	if (out == NULL)
		log_die("out of memory");
	p->len = run(z, text, len, out, room, Z_FULL_FLUSH);
	p->data = memcpy(arena_alloc(a, p->len + 1), out, p->len);
	p->crc = crc32(0, (const Bytef *)text, (uInt)len);
	p->op = crc32_combine_gen((z_off_t)len);
	free(out);
	stream_free(z);
	return p;
}

/* A gzip file in the making. */
struct file {
	z_stream	*z;
	unsigned char	*out;
	size_t		 room, len;
	unsigned long	 crc;
	unsigned long	 total;
};

/* Some pieces that nobody has packed.  The window is emptied after them: what
 * comes next stands for itself. */
static void
add_plain(struct file *f, const struct piece *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		f->len += run(f->z, p[i].text, p[i].len, f->out + f->len,
		    f->room - f->len, i + 1 < n ? Z_NO_FLUSH : Z_FULL_FLUSH);
		f->crc = crc32(f->crc, (const Bytef *)p[i].text,
		    (uInt)p[i].len);
		f->total += p[i].len;
	}
}

static void
add_pack(struct file *f, const struct piece *p)
{
	memcpy(f->out + f->len, p->pack->data, p->pack->len);
	f->len += p->pack->len;
	f->crc = crc32_combine_op(f->crc, p->pack->crc, p->pack->op);
	f->total += p->len;
}

static void
put_number(struct file *f, unsigned long x)
{
	int i;

	for (i = 0; i < 4; i++, x >>= 8)
		f->out[f->len++] = (unsigned char)(x & 0xff);
}

const void *
pack_gzip(struct arena *a, const struct piece *p, size_t n, size_t *len)
{
	static const unsigned char head[10] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0,
	    255 };
	struct file f = { .crc = crc32(0, NULL, 0) };
	size_t i, k;

	f.z = stream_take();
	f.room = sizeof(head) + SLACK;
	for (i = 0; i < n; i++)
		f.room += p[i].pack != NULL ? p[i].pack->len :
		    deflateBound(f.z, p[i].len) + SLACK;
	f.out = arena_alloc(a, f.room);
	memcpy(f.out, head, sizeof(head));
	f.len = sizeof(head);
	for (i = 0; i < n; i = k) {
		for (k = i; k < n && p[k].pack == NULL; k++)
			continue;
		if (k > i)
			add_plain(&f, p + i, k - i);
		else
			add_pack(&f, &p[k++]);
	}
	f.len += run(f.z, "", 0, f.out + f.len, f.room - f.len, Z_FINISH);
	put_number(&f, f.crc);
	put_number(&f, f.total & 0xffffffffu);
	stream_give(f.z);
	*len = f.len;
	return f.out;
}
