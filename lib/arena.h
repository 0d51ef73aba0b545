#ifndef SOJOURN_ARENA_H
#define SOJOURN_ARENA_H

#include <stddef.h>

/*
 * Memory that lives as long as one request.  Nothing is freed singly; running
 * out of memory ends the process (the supervisor starts it again).
 */
struct arena;

struct arena	*arena_new(void);
void		 arena_free(struct arena *);
/* Empties the arena but keeps its first block for the next request. */
void		 arena_reset(struct arena *);
/* Zeroed memory of n bytes, aligned for any type. */
void		*arena_alloc(struct arena *, size_t n);
char		*arena_strdup(struct arena *, const char *);
/* A NUL-terminated copy of n bytes. */
char		*arena_strndup(struct arena *, const char *, size_t n);
char		*arena_printf(struct arena *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

/* Calls fn(ptr) when the arena is reset or freed, last registered first. */
void		 arena_defer(struct arena *, void (*fn)(void *), void *ptr);

#endif
