#ifndef CLERK_H
#define CLERK_H

#include "conf.h"
#include "db.h"

enum { SQL_CLOCK, SQL_STEP, SQL_WAITLIST, SQL_AUDIT_SETTLE,
	SQL_SEAL_STATE, SQL_SEAL_ROWS,
    SQL_SEAL_STORE, SQL__MAX };
extern const struct stmt clerk_stmts[SQL__MAX];

/* seal.c: seals what is new in the audit, in a thread of its own with a
 * connection of its own, until seal_stop(). */
int	 seal_start(const struct conf *);
void	 seal_stop(void);
/* One seal.  1 when there was something, 0 when not, -1 when the database or
 * signer did not do its part; that is tried again. */
int	 seal_once(struct db_conn *, const char *signer);

#endif
