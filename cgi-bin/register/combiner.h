#ifndef REGISTER_COMBINER_H
#define REGISTER_COMBINER_H

#include "app.h"

/*
 * Registrations are decided many at once.  Request threads put what was asked
 * into a bounded queue in order of arrival; one thread with a database
 * connection of its own takes up to 64 requests or 256 sections, has them
 * decided in one commit, or in one for what can be done outright and one for
 * the rest, and answers all of them.  Nothing is answered before its commit has
 * come back (F1).
 */

/* One request: an act and the sections it is about, in the order asked. */
struct asked {
	const char		*act;	/* enrol, cancel, swap */
	const char *const	*take;	/* codes to enrol in, or NULL */
	const char *const	*give;	/* codes to leave, or NULL */
	size_t			 n;
};

/* What became of one thing asked; texts live as long as the request. */
struct decided {
	enum outcome	 outcome;
	const char	*act, *section, *rule, *detail;
};
struct decisions {
	struct decided	*rows;
	size_t		 n;
};

/* Starts the thread; called once, before the first request. */
int		 combiner_start(struct app *);
/*
 * Has it decided and waits for that.  OUT_DONE: rows are filled, at least one
 * (a single row OUT_LOGIN or OUT_FORBIDDEN for a session that may not).
 * OUT_BUSY: the queue is full, the database was away for too long, or locks
 * took too long; sending the form again is safe.  OUT_FAULT: ours, logged.
 */
enum outcome	 combiner_decide(struct req *, const struct asked *,
		    struct decisions *);

#endif
