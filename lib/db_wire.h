#ifndef SOJOURN_DB_WIRE_H
#define SOJOURN_DB_WIRE_H

#include <stdint.h>
#include <time.h>

#include "arena.h"
#include "db.h"

/*
 * Parameters in the form in which the database keeps them: for the few calls
 * that carry a whole batch, where writing and reading literals would cost as
 * much as what is done with them.  Memory of the arena.
 */
struct db_wire {
	char	*bytes;
	size_t	 length;
	size_t	 room;
	struct arena *arena;
};

/* Types of elements, by the database's own numbers. */
enum db_wire_type {
	DB_WIRE_BYTES = 17,
	DB_WIRE_INT = 23,	/* 32 bits */
	DB_WIRE_TEXT = 25,
	DB_WIRE_TIME = 1184	/* timestamptz */
};

/* One text. */
void		 db_wire_text(struct db_wire *, struct arena *, const char *);
/* An array of n > 0 elements; exactly n of the calls below follow. */
void		 db_wire_array(struct db_wire *, struct arena *,
		    enum db_wire_type, size_t n);
void		 db_wire_add(struct db_wire *, const void *bytes, size_t n);
/* NULL is null. */
void		 db_wire_add_text(struct db_wire *, const char *);
void		 db_wire_add_int(struct db_wire *, int32_t);
void		 db_wire_add_time(struct db_wire *, const struct timespec *);

/* As db_try, with one value for each parameter of the statement. */
enum db_end	 db_try_wire(struct db_conn *, int stmt,
		    const struct db_wire *values, struct db_rows **rows);

#endif
