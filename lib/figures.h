#ifndef SOJOURN_FIGURES_H
#define SOJOURN_FIGURES_H

#include <stddef.h>
#include <stdint.h>

#include "db.h"

/* Inside lib/ only: what every program counts of its requests and its calls of
 * the database. */

/* Declares the families; stmts are those of the pool. */
void	 figures_init(const struct stmt *, size_t nstmts);
/* A request that was answered, with its status and µs. */
void	 figures_request(int status, int is_post, uint64_t us);
/* Requests being served: +1 or -1. */
void	 figures_active(int by);

/*
 * A round trip to the database: how it ended, after how many µs.  Each call of
 * it is counted, and measured where the server was asked to tell its end.
 */
void	 figures_trip(enum db_end, uint64_t us);
void	 figures_call(const struct stmt *);
void	 figures_call_time(const struct stmt *, uint64_t us);
/* done, again, lost, refused, fault: how a trip ended, for the log. */
const char	*figures_end(enum db_end);

#endif
