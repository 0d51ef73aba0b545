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
	const char	*text;		/* what it answered, "" for nothing */
	unsigned char	*answer;
	size_t		 got, room;
};

/*
 * Asks every program that has a socket, all at the same time, for at most two
 * seconds: /-/ping, whether it and its database connection live, or
 * /-/figures, what it has counted.  Returns how many there are; *asked lives as
 * long as the request.
 */
size_t		 ask_programs(struct req *, const char *uri,
		    struct asked **asked);

/* The families of several texts in the Prometheus format, joined: lines of one
 * family come together, its head once. */
struct families;
struct families	*families_new(void);
void		 families_add(struct families *, const char *text);
/* The joined text, memory of the request; frees the families. */
const char	*families_end(struct families *, struct req *);

/* The pages. */
enum outcome	 health_healthz(struct req *);
enum outcome	 health_metrics(struct req *);

#endif
