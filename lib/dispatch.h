#ifndef SOJOURN_DISPATCH_H
#define SOJOURN_DISPATCH_H

#include <fcgiapp.h>

struct app;
struct arena;
struct req;

/* Inside lib/ only: one request from accept to the last byte. */
void	 dispatch(struct app *, struct arena *, FCGX_Request *);
/* Writes the answer that the request has. */
void	 dispatch_send(struct req *, FCGX_Stream *);
/* The page table as text, for tests and documents: method, path, right, flags,
 * fields. */
void	 dispatch_print(const struct app *);

#endif
