#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "db_conn.h"
#include "log.h"

/* struct db_rows is a PGresult under another name, so that no program sees
 * libpq. */

struct db_rows *
db_rows_wrap(PGresult *res)
{
	return (struct db_rows *)res;
}

static const PGresult *
res_of(const struct db_rows *r)
{
	return (const PGresult *)r;
}

void
db_rows_free(struct db_rows *r)
{
	PQclear((PGresult *)r);
}

int
db_count(const struct db_rows *r)
{
	return r == NULL ? 0 : PQntuples(res_of(r));
}

int
db_columns(const struct db_rows *r)
{
	return PQnfields(res_of(r));
}

const char *
db_column(const struct db_rows *r, int col)
{
	return PQfname(res_of(r), col);
}

unsigned
db_type(const struct db_rows *r, int col)
{
	return PQftype(res_of(r), col);
}

const char *
db_value(const struct db_rows *r, int row, int col)
{
	return PQgetvalue(res_of(r), row, col);
}

int
db_value_null(const struct db_rows *r, int row, int col)
{
	return PQgetisnull(res_of(r), row, col);
}

/* The column's number; a name that is not there is a fault of ours. */
static int
find(const struct db_rows *r, int row, const char *col)
{
	int c;

	if (r == NULL || row < 0 || row >= db_count(r))
		return -1;
	c = PQfnumber(res_of(r), col);
	if (c == -1)
		log_line(LOG_FAULT, "a result has no column '%s'", col);
	return c;
}

const char *
db_get(const struct db_rows *r, int row, const char *col)
{
	int c;

	c = find(r, row, col);
	return c == -1 ? "" : PQgetvalue(res_of(r), row, c);
}

int
db_null(const struct db_rows *r, int row, const char *col)
{
	int c;

	c = find(r, row, col);
	return c == -1 || PQgetisnull(res_of(r), row, c);
}

long long
db_int(const struct db_rows *r, int row, const char *col)
{
	return strtoll(db_get(r, row, col), NULL, 10);
}

int
db_bool(const struct db_rows *r, int row, const char *col)
{
	return db_get(r, row, col)[0] == 't';
}

static void
clear(void *res)
{
	PQclear(res);
}

struct db_rows *
db_rows_new(struct arena *a, const struct db_column *columns, int n)
{
	PGresAttDesc *desc = arena_alloc(a, (size_t)n * sizeof(*desc));
	PGresult *res = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	int i;

	for (i = 0; i < n; i++) {
		desc[i].name = arena_strdup(a, columns[i].name);
		desc[i].typid = columns[i].kind == 0 ? DB_TEXT :
		    columns[i].kind;
		desc[i].typlen = -1;
	}
	if (res == NULL || PQsetResultAttrs(res, n, desc) == 0)
		log_die("out of memory");
	arena_defer(a, clear, res);
	return db_rows_wrap(res);
}

void
db_rows_set(struct db_rows *r, int row, int col, const char *value)
{
	/* libpq asks for a pointer it may write to, and copies. */
	if (PQsetvalue((PGresult *)r, row, col, (char *)(uintptr_t)value,
	    (int)strlen(value)) == 0)
		log_die("out of memory");
}

void
db_rows_int(struct db_rows *r, int row, int col, long long value)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", value);
	db_rows_set(r, row, col, text);
}

void
db_rows_bool(struct db_rows *r, int row, int col, int value)
{
	db_rows_set(r, row, col, value ? "t" : "f");
}

/* {"a","b\"c"}: every element quoted, quotes and backslashes escaped. */
const char *
db_array(struct arena *a, const char *const *values, size_t n)
{
	size_t i, len = 3;
	const char *s;
	char *out, *p;

	for (i = 0; i < n; i++)
		len += 2 * strlen(values[i]) + 3;
	out = p = arena_alloc(a, len);
	*p++ = '{';
	for (i = 0; i < n; i++) {
		if (i > 0)
			*p++ = ',';
		*p++ = '"';
		for (s = values[i]; *s != '\0'; s++) {
			if (*s == '"' || *s == '\\')
				*p++ = '\\';
			*p++ = *s;
		}
		*p++ = '"';
	}
	*p++ = '}';
	*p = '\0';
	return out;
}

const char *
db_bytes(struct arena *a, const void *data, size_t len)
{
	static const char hex[] = "0123456789abcdef";
	const unsigned char *s = data;
	char *out;
	size_t i;

	out = arena_alloc(a, 2 * len + 3);
	out[0] = '\\';
	out[1] = 'x';
	for (i = 0; i < len; i++) {
		out[2 + 2 * i] = hex[s[i] >> 4];
		out[3 + 2 * i] = hex[s[i] & 15];
	}
	return out;
}
