#ifndef HEALTH_H
#define HEALTH_H

#include "app.h"
#include "db.h"

enum sql { SQL_FIGURES, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

/* What one program said when asked whether it and its database live. */
struct asked {
	const char	*name;
	int		 fd;		/* -1 = finished */
	int		 alive;
	double		 seconds;	/* until its answer */
	size_t		 got;
	char		 answer[512];
};

/*
 * Asks every program that has a socket, all at the same time, for at most two
 * seconds.  Returns how many there are; *asked lives as long as the request.
 */
size_t		 ask_programs(struct req *, struct asked **asked);

/* The pages. */
enum outcome	 health_healthz(struct req *);
enum outcome	 health_metrics(struct req *);

#endif
