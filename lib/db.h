#ifndef SOJOURN_DB_H
#define SOJOURN_DB_H

#include <stddef.h>

#include "outcome.h"

struct req;
struct conf;
struct arena;
struct pg_result;	/* PGresult */

/*
 * A program's statements: one function call each, named by an enum with
 * designated initialisers.  The SQL text is made from the name alone:
 *	select * from <call>($1, … $n)
 * With .session the first two parameters are the session's hash and the right
 * of the page; they are bound by db_call, not by the handler.
 */
struct stmt {
	const char	*call;		/* "register_api.index" */
	int		 nparams;	/* without session and right */
	int		 session;
};

struct db_pool;

/* Opens n connections lazily.  conninfo from conf key "database". */
struct db_pool	*db_pool_new(const struct conf *, const struct stmt *,
		    size_t nstmts, int n);
void		 db_pool_free(struct db_pool *);

/*
 * One page = one batch = one round trip = one transaction.
 *
 *	struct db_batch *b = db_open(req);
 *	int c = db_call(b, SQL_INDEX, field(req, "term"));
 *	enum outcome o = db_run(b);
 *	if (o != OUT_DONE)
 *		return o;
 *	view_rows(v, "courses", db_result(b, c));
 *
 * A batch begins with shared_api.hello(session, right), which fills
 * req->actor; db_run returns OUT_LOGIN or OUT_FORBIDDEN when the page's right
 * is not met, OUT_BUSY when no database can be reached, OUT_FAULT on any SQL
 * error (logged once), OUT_DONE otherwise.  Results live as long as the request.
 */
struct db_batch	*db_open(struct req *);
/*
 * A batch whose first call, its call 0, is a function of the program that takes
 * the session and the right alone and returns what hello() does and more
 * (sojourn.hello), so that a page that is asked for often needs no second one.
 */
struct db_batch	*db_open_as(struct req *, int stmt);
/*
 * A further batch of a request whose first has come back with OUT_DONE, without
 * asking again who it is: for functions that check session and right
 * themselves.
 */
struct db_batch	*db_more(struct req *);
/* Exactly nparams values follow, each a const char *, NULL = SQL null. */
int		 db_call(struct db_batch *, int stmt, ...);
/* The same with an array of values. */
int		 db_call_v(struct db_batch *, int stmt,
		    const char *const *values);
enum outcome	 db_run(struct db_batch *);

/* One result of a batch. */
struct db_rows;
struct db_rows	*db_result(struct db_batch *, int call);
int		 db_count(const struct db_rows *);
/* Value of a column by its name; "" for null; an unknown name is a fault. */
const char	*db_get(const struct db_rows *, int row, const char *col);
int		 db_null(const struct db_rows *, int row, const char *col);
long long	 db_int(const struct db_rows *, int row, const char *col);
/* 1 for 't'. */
int		 db_bool(const struct db_rows *, int row, const char *col);
/* Columns, for view.c and sheet writers. */
int		 db_columns(const struct db_rows *);
const char	*db_column(const struct db_rows *, int col);
unsigned	 db_type(const struct db_rows *, int col);
const char	*db_value(const struct db_rows *, int row, int col);
int		 db_value_null(const struct db_rows *, int row, int col);

/*
 * A result made in C, for views that show what no function returns.  Columns
 * are texts unless said otherwise; a value that is not set is null.  Lives as
 * long as the arena.
 */
enum db_kind { DB_TEXT = 25, DB_INT = 23, DB_BOOL = 16 };
struct db_column {
	const char	*name;
	enum db_kind	 kind;
};
struct db_rows	*db_rows_new(struct arena *, const struct db_column *, int n);
void		 db_rows_set(struct db_rows *, int row, int col,
		    const char *value);
void		 db_rows_int(struct db_rows *, int row, int col,
		    long long value);
void		 db_rows_bool(struct db_rows *, int row, int col, int value);

/* Literals for array and bytea parameters; memory of the arena. */
const char	*db_array(struct arena *, const char *const *values, size_t n);
const char	*db_bytes(struct arena *, const void *data, size_t len);

/*
 * Without a request, for workers and the command line: own connection, same
 * table of statements.  Each call is a transaction.  Returns rows that
 * db_rows_free releases, NULL on a fault (logged).
 */
struct db_conn;
struct db_conn	*db_connect(const struct conf *, const struct stmt *,
		    size_t nstmts);
void		 db_close(struct db_conn *);
/* How long a call may take, for a role with a longer statement_timeout than
 * the programs' (F6).  Milliseconds. */
void		 db_patience(struct db_conn *, long ms);
struct db_rows	*db_do(struct db_conn *, int stmt, ...);
struct db_rows	*db_do_v(struct db_conn *, int stmt,
		    const char *const *values);
void		 db_rows_free(struct db_rows *);

/*
 * For who must know how a call ended (F1, F4, F5).  One attempt; after
 * DB_LOST db_ready() connects again.
 */
enum db_end {
	DB_OK,		/* committed, results are there */
	DB_AGAIN,	/* rolled back for sure and worth another try */
	DB_LOST,	/* connection gone or too late; it may have committed */
	DB_REFUSED,	/* rolled back: too much waiting (locks, time) */
	DB_BROKEN	/* rolled back: a fault of ours, logged */
};
/* 0 when there is a living connection, else -1. */
int		 db_ready(struct db_conn *);
/* *rows is set for DB_OK alone; db_rows_free releases it. */
enum db_end	 db_try(struct db_conn *, int stmt, const char *const *values,
		    struct db_rows **rows);

#endif
