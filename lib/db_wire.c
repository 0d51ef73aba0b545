#include <endian.h>
#include <string.h>

#include "db_conn.h"
#include "db_wire.h"

#define EPOCH		946684800L	/* 2000-01-01, seconds after 1970 */
#define ELEMENT		48		/* bytes that most elements need */

static void
append(struct db_wire *w, const void *bytes, size_t n)
{
	char *larger;

	if (w->length + n > w->room) {
		w->room = 2 * (w->length + n);
		larger = arena_alloc(w->arena, w->room);
		if (w->length > 0)
			memcpy(larger, w->bytes, w->length);
		w->bytes = larger;
	}
	if (n > 0)
		memcpy(w->bytes + w->length, bytes, n);
	w->length += n;
}

static void
append_int(struct db_wire *w, int32_t n)
{
	uint32_t big = htobe32((uint32_t)n);

	append(w, &big, sizeof(big));
}

static void
start(struct db_wire *w, struct arena *a, size_t room)
{
	*w = (struct db_wire){ .arena = a, .room = room,
	    .bytes = arena_alloc(a, room) };
}

void
db_wire_text(struct db_wire *w, struct arena *a, const char *text)
{
	size_t n = strlen(text);

	start(w, a, n + 1);
	append(w, text, n);
}

/* One dimension that counts from 1, and perhaps nulls. */
void
db_wire_array(struct db_wire *w, struct arena *a, enum db_wire_type type,
    size_t n)
{
	start(w, a, 20 + n * ELEMENT);
	append_int(w, 1);
	append_int(w, 1);
	append_int(w, (int32_t)type);
	append_int(w, (int32_t)n);
	append_int(w, 1);
}

void
db_wire_add(struct db_wire *w, const void *bytes, size_t n)
{
	append_int(w, (int32_t)n);
	append(w, bytes, n);
}

void
db_wire_add_text(struct db_wire *w, const char *text)
{
	if (text == NULL)
		append_int(w, -1);
	else
		db_wire_add(w, text, strlen(text));
}

void
db_wire_add_int(struct db_wire *w, int32_t n)
{
	uint32_t big = htobe32((uint32_t)n);

	db_wire_add(w, &big, sizeof(big));
}

void
db_wire_add_time(struct db_wire *w, const struct timespec *t)
{
	int64_t us = (t->tv_sec - EPOCH) * 1000000L + t->tv_nsec / 1000L;
	uint64_t big = htobe64((uint64_t)us);

	db_wire_add(w, &big, sizeof(big));
}

enum db_end
db_try_wire(struct db_conn *c, int stmt, const struct db_wire *values,
    struct db_rows **rows)
{
	const char *bytes[DB_PARAMS_MAX];
	int length[DB_PARAMS_MAX], binary[DB_PARAMS_MAX];
	struct db_sent sent = { .stmt = stmt, .values = bytes,
	    .lengths = length, .formats = binary,
	    .nvalues = c->stmts[stmt].nparams };
	int i;

	for (i = 0; i < sent.nvalues; i++) {
		bytes[i] = values[i].bytes;
		length[i] = (int)values[i].length;
		binary[i] = 1;
	}
	return db_conn_one(c, &sent, rows);
}
