#ifndef SOJOURN_DISPATCH_H
#define SOJOURN_DISPATCH_H

#include <fcgiapp.h>

struct app;
struct arena;
struct req;

/* Where a request stands; see loop.h. */
enum aside {
	ASIDE_NO,	/* its thread may wait */
	ASIDE_MAY,	/* it is in the thread that reads them all */
	ASIDE_WAITS,	/* for req_back() */
	ASIDE_WORK,	/* for a thread that may wait */
};

/* Inside lib/ only: a request that has just been read. */
struct req *dispatch_new(struct app *, struct arena *, FCGX_Request *);
/*
 * Inside lib/ only: serves it to the last byte, or until it is put aside, and
 * goes on where it was put aside before.  ASIDE_WAITS, ASIDE_WORK, else done.
 */
enum aside dispatch(struct req *, FCGX_Request *);
/* Writes the answer that the request has. */
void	 dispatch_send(struct req *, FCGX_Stream *);
/* The page table as text, for tests and documents: method, path, right, flags,
 * fields. */
void	 dispatch_print(const struct app *);

#endif
