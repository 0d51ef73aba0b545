#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>

#include "app.h"
#include "arena.h"
#include "dispatch.h"
#include "figures.h"
#include "log.h"
#include "loop.h"

#define STACK_BYTES	(512 * 1024)
#define EVENTS		64
#define LOOK_MS		1000
#define MANY		8	/* requests at once: nginx has more of them */

/* A connection of nginx and the request on it. */
struct conn {
	struct conn	*next;		/* in the one list it is in */
	FCGX_Request	 fcgi;
	struct arena	*arena;
	struct req	*req;
	int		 light;
};

struct list {
	struct conn	*first, **last;
};

/* A thread that has nothing to do. */
struct idle {
	struct idle	*next;
	pthread_cond_t	 call;
	int		 called;
};

static struct {
	struct app	*app;
	int		 epoll, bell;
	pthread_mutex_t	 lock;
	struct conn	*spare;		/* without a connection */
	struct list	 work;		/* for the threads that may wait */
	/* Who worked last comes first: a few that are warm do it all, and the
	 * memory that a page leaves with a thread is left with few. */
	struct idle	*idle;
	struct list	 back;		/* for the reading thread */
	int		 deaf;		/* no spare one: nothing is accepted */
} loop = { .lock = PTHREAD_MUTEX_INITIALIZER };

static atomic_int active;	/* requests between reading and finish */
static atomic_int stopping;
/* More requests at once than this: connections are closed after each answer, so
 * that none is kept from others that wait to be accepted. */
static int crowded;

static void
list_add(struct list *l, struct conn *c)
{
	c->next = NULL;
	*l->last = c;
	l->last = &c->next;
}

static struct conn *
list_take_all(struct list *l)
{
	struct conn *c = l->first;

	l->first = NULL;
	l->last = &l->first;
	return c;
}

/* 0, or -1 when the socket cannot be watched just now. */
static int
listen_for(int op)
{
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = NULL };

	if (epoll_ctl(loop.epoll, op, 0, &ev) == 0 || errno == EEXIST ||
	    errno == ENOENT)
		return 0;
	log_line(LOG_FAULT, "the socket on fd 0 cannot be watched");
	return -1;
}

/* Waits for the next request on it; closed ones are kept for others. */
static void
conn_rest(struct conn *c)
{
	struct epoll_event ev = { .events = EPOLLIN | EPOLLRDHUP |
	    EPOLLONESHOT, .data.ptr = c };
	int fd = c->fcgi.ipcFd;

	if (fd >= 0) {
		if (epoll_ctl(loop.epoll, EPOLL_CTL_MOD, fd, &ev) == 0 ||
		    epoll_ctl(loop.epoll, EPOLL_CTL_ADD, fd, &ev) == 0)
			return;
		FCGX_Free(&c->fcgi, 1);
	}
	pthread_mutex_lock(&loop.lock);
	c->next = loop.spare;
	loop.spare = c;
	if (loop.deaf && !atomic_load(&stopping))
		loop.deaf = listen_for(EPOLL_CTL_ADD) == -1;
	pthread_mutex_unlock(&loop.lock);
}

static void
conn_done(struct conn *c)
{
	if (atomic_load(&active) > crowded)
		c->fcgi.keepConnection = 0;
	FCGX_Finish_r(&c->fcgi);
	arena_reset(c->arena);
	c->req = NULL;
	figures_active(-1);
	atomic_fetch_sub(&active, 1);
	conn_rest(c);
}

static void
give_work(struct conn *c)
{
	struct idle *i;

	pthread_mutex_lock(&loop.lock);
	list_add(&loop.work, c);
	if ((i = loop.idle) != NULL) {
		loop.idle = i->next;
		i->called = 1;
		pthread_cond_signal(&i->call);
	}
	pthread_mutex_unlock(&loop.lock);
}

/* In the reading thread: as far as a request goes without waiting. */
static void
conn_go(struct conn *c)
{
	switch (dispatch(c->req, &c->fcgi)) {
	case ASIDE_WAITS:
		return;
	case ASIDE_WORK:
		give_work(c);
		return;
	default:
		conn_done(c);
	}
}

/* A request has come in on a connection, or nginx has closed it. */
static void
conn_ready(struct conn *c, uint32_t events)
{
	const struct program *p = loop.app->program;

	if (atomic_load(&stopping))
		return;
	if ((events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) {
		FCGX_Free(&c->fcgi, 1);
		conn_rest(c);
		return;
	}
	if (FCGX_Accept_r(&c->fcgi) != 0) {
		conn_rest(c);
		return;
	}
	atomic_fetch_add(&active, 1);
	figures_active(1);
	c->req = dispatch_new(loop.app, c->arena, &c->fcgi);
	c->req->conn = c;
	if (!p->prompt(c->req)) {
		give_work(c);
		return;
	}
	c->req->aside = ASIDE_MAY;
	conn_go(c);
}

static struct conn *
conn_spare(void)
{
	struct conn *c;

	pthread_mutex_lock(&loop.lock);
	c = loop.spare;
	if (c != NULL)
		loop.spare = c->next;
	else if (!loop.deaf)
		loop.deaf = listen_for(EPOLL_CTL_DEL) == 0;
	pthread_mutex_unlock(&loop.lock);
	return c;
}

/*
 * A new connection.  libfcgi closes that of the request before unless it was
 * to be kept, so this says that it is.
 */
static void
conn_accept(void)
{
	struct conn *c;
	int fd;

	if (atomic_load(&stopping)) {
		listen_for(EPOLL_CTL_DEL);
		return;
	}
	if ((c = conn_spare()) == NULL)
		return;
	fd = accept4(0, NULL, NULL, SOCK_CLOEXEC);
	if (fd == -1 && errno != EAGAIN && errno != EINTR &&
	    errno != ECONNABORTED)
		/* No descriptor or no memory just now. */
		nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
	c->fcgi.ipcFd = fd;
	c->fcgi.keepConnection = 1;
	conn_rest(c);
}

static void
take_back(void)
{
	struct conn *c, *next;

	pthread_mutex_lock(&loop.lock);
	c = list_take_all(&loop.back);
	pthread_mutex_unlock(&loop.lock);
	for (; c != NULL; c = next) {
		next = c->next;
		c->req->aside = ASIDE_NO;
		if (c->light)
			conn_go(c);
		else
			give_work(c);
	}
}

/*
 * Where many ask, the next requests are nearly ready when some have been read.
 * nginx may go on first: then several are read at once, and it need not wake
 * this thread for each of them (docs/benchmarks.md says what that is worth).
 */
static void
let_others_go(void)
{
	if (atomic_load(&active) >= MANY)
		sched_yield();
}

static void *
read_loop(void *arg)
{
	struct epoll_event ev[EVENTS];
	uint64_t rung;
	int i, n;

	(void)arg;
	for (;;) {
		n = epoll_wait(loop.epoll, ev, EVENTS, LOOK_MS);
		for (i = 0; i < n; i++) {
			if (ev[i].data.ptr == NULL)
				conn_accept();
			else if (ev[i].data.ptr != &loop)
				conn_ready(ev[i].data.ptr, ev[i].events);
			else if (read(loop.bell, &rung, sizeof(rung)) == -1)
				continue;
		}
		take_back();
		let_others_go();
	}
	return NULL;
}

static void *
work_loop(void *arg)
{
	struct idle me = { .call = PTHREAD_COND_INITIALIZER };
	struct conn *c;

	(void)arg;
	for (;;) {
		pthread_mutex_lock(&loop.lock);
		while ((c = loop.work.first) == NULL) {
			me.called = 0;
			me.next = loop.idle;
			loop.idle = &me;
			while (!me.called)
				pthread_cond_wait(&me.call, &loop.lock);
		}
		loop.work.first = c->next;
		if (loop.work.first == NULL)
			loop.work.last = &loop.work.first;
		pthread_mutex_unlock(&loop.lock);
		c->req->aside = ASIDE_NO;
		dispatch(c->req, &c->fcgi);
		conn_done(c);
	}
	return NULL;
}

int
req_aside(struct req *req, void *kept)
{
	if (req->aside != ASIDE_MAY)
		return 0;
	req->kept = kept;
	req->aside = kept == NULL ? ASIDE_WORK : ASIDE_WAITS;
	return 1;
}

void
req_back(struct req *req, int light)
{
	struct conn *c = req->conn;
	uint64_t one = 1;
	int ring;

	c->light = light;
	pthread_mutex_lock(&loop.lock);
	ring = loop.back.first == NULL;
	list_add(&loop.back, c);
	pthread_mutex_unlock(&loop.lock);
	/* Should both fail, it looks by itself within a second. */
	if (ring && write(loop.bell, &one, sizeof(one)) == -1 &&
	    write(loop.bell, &one, sizeof(one)) == -1)
		log_line(LOG_FAULT, "the reading thread cannot be woken");
}

int
loop_active(void)
{
	return atomic_load(&active);
}

void
loop_stop(void)
{
	atomic_store(&stopping, 1);
}

static void
make_conns(int n)
{
	struct conn *all;
	int i;

	all = calloc((size_t)n, sizeof(*all));
	if (all == NULL)
		log_die("out of memory");
	for (i = 0; i < n; i++) {
		all[i].arena = arena_new();
		if (FCGX_InitRequest(&all[i].fcgi, 0, 0) != 0)
			log_die("FastCGI: the socket on fd 0 cannot be used");
		all[i].next = loop.spare;
		loop.spare = &all[i];
	}
}

static void
start_thread(const pthread_attr_t *attr, void *(*run)(void *))
{
	pthread_t t;

	if (pthread_create(&t, attr, run, NULL) != 0)
		log_die("cannot start the threads");
}

void
loop_start(struct app *app, int threads)
{
	struct epoll_event ev = { .events = EPOLLIN, .data.ptr = &loop };
	pthread_attr_t attr;
	int i;

	loop.app = app;
	crowded = threads * 3 / 4;
	loop.work.last = &loop.work.first;
	loop.back.last = &loop.back.first;
	make_conns(threads);
	loop.epoll = epoll_create1(EPOLL_CLOEXEC);
	loop.bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	if (loop.epoll == -1 || loop.bell == -1 || fcntl(0, F_SETFL,
	    fcntl(0, F_GETFL) | O_NONBLOCK) == -1 || epoll_ctl(loop.epoll,
	    EPOLL_CTL_ADD, loop.bell, &ev) == -1)
		log_die("cannot watch the socket on fd 0");
	if (listen_for(EPOLL_CTL_ADD) == -1)
		log_die("nothing can be accepted");
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_BYTES);
	pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
	start_thread(&attr, read_loop);
	for (i = 0; i < threads; i++)
		start_thread(&attr, work_loop);
	pthread_attr_destroy(&attr);
}
