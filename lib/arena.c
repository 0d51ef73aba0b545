#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "log.h"

#define FIRST	(4 * 1024)	/* kept by each of hundreds of threads */
#define BLOCK	(16 * 1024)
#define ALIGN	16

struct block {
	struct block	*next;
	size_t		 size, used;
	_Alignas(ALIGN) char data[];
};

struct later {
	struct later	*next;
	void		(*fn)(void *);
	void		*ptr;
};

struct arena {
	struct block	*first, *last;
	struct later	*later;
};

static struct block *
block_new(size_t size)
{
	struct block *b;

	b = malloc(sizeof(*b) + size);
	if (b == NULL)
		log_die("out of memory (%zu bytes)", size);
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a;

	a = malloc(sizeof(*a));
	if (a == NULL)
		log_die("out of memory");
	a->first = a->last = block_new(FIRST);
	a->later = NULL;
	return a;
}

void
arena_reset(struct arena *a)
{
	struct block *b, *next;
	struct later *l;

	for (l = a->later; l != NULL; l = l->next)
		l->fn(l->ptr);
	a->later = NULL;
	for (b = a->first->next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	a->first->next = NULL;
	a->first->used = 0;
	a->last = a->first;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	arena_reset(a);
	free(a->first);
	free(a);
}

void *
arena_alloc(struct arena *a, size_t n)
{
	struct block *b;
	void *p;

	n = (n + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	b = a->last;
	if (b->size - b->used < n) {
		b = block_new(n > BLOCK ? n : BLOCK);
		a->last->next = b;
		a->last = b;
	}
	p = b->data + b->used;
	b->used += n;
	memset(p, 0, n);
	return p;
}

void
arena_defer(struct arena *a, void (*fn)(void *), void *ptr)
{
	struct later *l;

	l = arena_alloc(a, sizeof(*l));
	l->fn = fn;
	l->ptr = ptr;
	l->next = a->later;
	a->later = l;
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p;

	p = arena_alloc(a, n + 1);
	memcpy(p, s, n);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	struct block *b = a->last;
	va_list ap;
	size_t room;
	char *p;
	int n;

	/* Written where it will stand, if there is room. */
	room = b->size - b->used;
	p = b->data + b->used;
	va_start(ap, fmt);
	n = vsnprintf(room == 0 ? NULL : p, room, fmt, ap);
	va_end(ap);
	if (n < 0)
		log_die("vsnprintf: bad format");
	if ((size_t)n < room) {
		b->used += ((size_t)n + ALIGN) & ~(size_t)(ALIGN - 1);
		if (b->used > b->size)
			b->used = b->size;
		return p;
	}
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}
