/*
 * Loaded into a program of a test: of the calls of one kind, the n-th fails
 * (T5).  NTH_FILE holds five longs that the test and the program share: the
 * kind to look at (0 none), n, how many were counted, whether the n-th came,
 * and how often it fails in a row from there.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <libpq-fe.h>

enum { MEMORY = 1, NETWORK, DATABASE, DEAD };

struct plan {
	atomic_long	 kind, n, counted, hit, row;
};
static struct plan *plan;

static __attribute__((constructor)) void
open_plan(void)
{
	const char *name = getenv("NTH_FILE");
	int fd = name == NULL ? -1 : open(name, O_RDWR | O_CLOEXEC);
	void *at;

	if (fd == -1)
		return;
	at = mmap(NULL, sizeof(*plan), PROT_READ | PROT_WRITE, MAP_SHARED, fd,
	    0);
	close(fd);
	if (at != MAP_FAILED)
		plan = at;
}

/* Whether this call is the one. */
static int
fails(long kind)
{
	long at;

	if (plan == NULL || atomic_load(&plan->kind) != kind)
		return 0;
	at = atomic_fetch_add(&plan->counted, 1) + 1;
	if (at < atomic_load(&plan->n) ||
	    at >= atomic_load(&plan->n) + atomic_load(&plan->row))
		return 0;
	atomic_store(&plan->hit, 1);
	return 1;
}

#define REAL(name) \
	static __typeof__(name) *real; \
	if (real == NULL) \
		real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
/* The call that fails returns this, with that error. */
#define WRAP(type, name, params, args, kind, error, value) \
type \
name params \
{ \
	REAL(name); \
	if (fails(kind)) { \
		errno = error; \
		return value; \
	} \
	return real args; \
}

WRAP(void *, malloc, (size_t n), (n), MEMORY, ENOMEM, NULL)
WRAP(void *, realloc, (void *p, size_t n), (p, n), MEMORY, ENOMEM, NULL)
WRAP(void *, calloc, (size_t n, size_t m), (n, m), MEMORY, ENOMEM, NULL)

WRAP(int, connect, (int fd, const struct sockaddr *to, socklen_t n),
    (fd, to, n), NETWORK, ECONNREFUSED, -1)
WRAP(int, accept, (int fd, struct sockaddr *from, socklen_t *n),
    (fd, from, n), NETWORK, EMFILE, -1)
WRAP(int, accept4, (int fd, struct sockaddr *from, socklen_t *n, int flags),
    (fd, from, n, flags), NETWORK, EMFILE, -1)
WRAP(int, epoll_ctl, (int ep, int op, int fd, struct epoll_event *ev),
    (ep, op, fd, ev), NETWORK, ENOMEM, -1)
WRAP(int, epoll_wait, (int ep, struct epoll_event *ev, int n, int ms),
    (ep, ev, n, ms), NETWORK, EINTR, -1)
WRAP(ssize_t, send, (int fd, const void *b, size_t n, int flags),
    (fd, b, n, flags), NETWORK, ECONNRESET, -1)
WRAP(ssize_t, recv, (int fd, void *b, size_t n, int flags),
    (fd, b, n, flags), NETWORK, ECONNRESET, -1)
WRAP(ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), NETWORK,
    EIO, -1)
WRAP(ssize_t, read, (int fd, void *b, size_t n), (fd, b, n), NETWORK, EIO, -1)
WRAP(int, poll, (struct pollfd *p, nfds_t n, int ms), (p, n, ms), NETWORK,
    ENOMEM, -1)

WRAP(PGconn *, PQconnectdb, (const char *info), (info), DATABASE, ENOMEM, NULL)
WRAP(int, PQconsumeInput, (PGconn *c), (c), DATABASE, EIO, 0)
WRAP(int, PQenterPipelineMode, (PGconn *c), (c), DATABASE, EIO, 0)
WRAP(int, PQflush, (PGconn *c), (c), DATABASE, EIO, -1)
WRAP(int, PQpipelineSync, (PGconn *c), (c), DATABASE, EIO, 0)
WRAP(int, PQsendFlushRequest, (PGconn *c), (c), DATABASE, EIO, 0)
WRAP(int, PQsetnonblocking, (PGconn *c, int on), (c, on), DATABASE, EIO, -1)
WRAP(int, PQsendPrepare, (PGconn *c, const char *name, const char *text, int n,
    const Oid *types), (c, name, text, n, types), DATABASE, ENOMEM, 0)
WRAP(int, PQsendQueryPrepared, (PGconn *c, const char *name, int n,
    const char *const *v, const int *len, const int *fmt, int out),
    (c, name, n, v, len, fmt, out), DATABASE, ENOMEM, 0)
WRAP(int, PQsendQueryParams, (PGconn *c, const char *text, int n,
    const Oid *types, const char *const *v, const int *len, const int *fmt,
    int out), (c, text, n, types, v, len, fmt, out), DATABASE, ENOMEM, 0)
WRAP(PGresult *, PQgetResult, (PGconn *c), (c), DATABASE, ENOMEM, NULL)

/* A database thread that hangs for ever in a call that ought to return. */
int
PQisBusy(PGconn *c)
{
	REAL(PQisBusy);
	while (fails(DEAD))
		sleep(1);
	return real(c);
}
