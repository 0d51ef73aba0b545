#ifndef SOJOURN_DB_CONN_H
#define SOJOURN_DB_CONN_H

#include <stddef.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "db.h"

/* Inside lib/ only: one connection with its prepared statements. */

#define DB_DEADLINE_MS	10000	/* above every statement_timeout in use (F6) */
#define DB_PARAMS_MAX	48

struct db_conn {
	PGconn			*pg;
	const char		*conninfo;
	const struct stmt	*stmts;
	size_t			 nstmts;
	unsigned char		*prepared;
	int			 stale;	/* connect anew before the next use */
	int			 warned;	/* in this run: the end is not known (F2) */
	long			 deadline_ms;
	uint64_t		 slow_us;	/* logged from here on, 0 = never */
	uint64_t		 timed_at;	/* when a batch was taken apart */
};

/* One call of a batch: bound values and, afterwards, its result. */
struct db_sent {
	int		 stmt;
	int		 nvalues;
	const char	*const *values;
	const int	*lengths;	/* with formats: not all are texts */
	const int	*formats;
	PGresult	*result;
	int		 fresh;		/* had to be prepared */
	uint64_t	 us;		/* after the result before it */
};

struct db_conn	*db_conn_new(const char *conninfo, const struct stmt *,
		    size_t nstmts);
void		 db_conn_free(struct db_conn *);
/* Connects, or finds out that an idle connection died and connects again.
 * 0 when there is a usable connection. */
int		 db_conn_ready(struct db_conn *);
/* Sends all calls as one pipeline with one sync and waits for the commit.
 * Counted for /metrics; logged when it took long. */
enum db_end	 db_conn_run(struct db_conn *, struct db_sent *, size_t n);
/* The same with one; its rows, if it came to its end. */
enum db_end	 db_conn_one(struct db_conn *, struct db_sent *,
		    struct db_rows **);

struct db_rows	*db_rows_wrap(PGresult *);

#endif
