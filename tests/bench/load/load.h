#ifndef LOAD_H
#define LOAD_H

#include <stddef.h>
#include <stdint.h>

/*
 * A load generator for thousands of clients: one process, one epoll, a
 * connection for each client that is kept open.  A client is a student with a
 * session of his own.
 */

enum mode {
	MODE_ACTS,	/* enrol and cancel one section for ever */
	MODE_ROOM,	/* open the first page, wait where told to, act, go */
	MODE_TURNS	/* a connection's next request is the next student's */
};

struct options {
	enum mode	 mode;
	int		 port, clients, first;	/* first student of this process */
	double		 seconds, spread;	/* length; arrivals within */
	double		 begin;		/* on the monotonic clock */
	double		 busy_wait;		/* after busy; 0 = at once */
	int		 sections;
	int		 hot;			/* all in one section */
	int		 flow;			/* the page after each form */
	int		 parts, part;		/* processes, and which this is */
	int		 one_address;		/* a campus behind one address */
	int		 leave;			/* of 100: gone once they wait */
	int		 impatient;		/* of 100: ask at once, always */
	const char	*tokens, *clients_out;
};

enum step {
	STEP_IDLE,	/* not yet begun */
	STEP_ACT,	/* POST enrol or cancel */
	STEP_PAGE,	/* GET /register */
	STEP_WAIT,	/* GET /register/room */
	STEP_ENTER,	/* POST after the page */
	STEP_OVER
};

struct client {
	int		 fd, number;
	enum step	 step;
	int		 sending, waiting;	/* a request is out; a timer runs */
	int		 impatient, leaves, acts;
	double		 begins;	/* when it asks first, s after the start */
	double		 asked;		/* when the last request was sent */
	double		 answered;	/* last good answer, s; 0 = none */
	double		 first_sent, placed, entered;
	long		 place;
	int		 polls, busy;
	const char	*session, *csrf;
	char		 ticket[160];
	char		 request[32];	/* id of the form that is out */
	char		*out;		/* what is still to be written */
	size_t		 out_len, out_at;
	char		*in;		/* what has been read of the answer */
	size_t		 in_len, in_cap;
	struct client	*next_timer;
};

/* What one answer was. */
struct answer {
	int		 status;
	const char	*head, *body;	/* not terminated */
	size_t		 head_len, body_len;
	int		 close;
};

struct figures {
	long		 good, busy, server, other, broken;
	uint32_t	*us;		/* latency of each good answer */
	size_t		 n, cap;
	double		 seconds;
};

extern struct options opt;
extern struct figures figures;
extern struct client *clients;
extern int epoll;

double	 now(void);			/* seconds since the start */
/* clients.c: how a client behaves. */
void	 client_begin(struct client *);
void	 client_answered(struct client *, const struct answer *);
void	 client_broken(struct client *);
/* turns.c: every request another student's. */
void	 turns_read(const char *tokens);
void	 turns_next(struct client *);
/* Returns 1 when the answer makes the client go on with his page. */
int	 turns_page(struct client *);
/* wire.c: connections. */
int	 wire_connect(struct client *);
void	 wire_close(struct client *);
void	 wire_send(struct client *, char *request, size_t len);
/* Reads and writes what can be; 1 when it was done. */
void	 wire_event(struct client *, uint32_t events);
/* main.c: connects this part's clients and lets them act to the end. */
void	 run(void);
/* parts.c: does that in opt.parts processes; the figures are of all of them. */
void	 run_parts(void);
/* Memory for the clients that all parts share. */
void	*shared(size_t);
/* main.c: calls client_begin's step again after so many seconds. */
void	 later(struct client *, double seconds);
/* report.c */
void	 note_latency(double seconds);
void	 report(void);

#endif
