#ifndef SOJOURN_LOOP_H
#define SOJOURN_LOOP_H

struct app;
struct req;

/*
 * One thread reads all requests of a program, so that a request that only waits
 * for a decision costs no thread and no switch to one.  What the program calls
 * prompt is begun by that thread; its handler puts it aside instead of waiting,
 * and it goes on when what it waits for is there.  All else is served by
 * threads, one request each.
 */

/* Inside lib/ only: starts the reading thread and so many others. */
void	 loop_start(struct app *, int threads);
/* Inside lib/ only, from a signal: nothing more is read. */
void	 loop_stop(void);
/* Requests being served. */
int	 loop_active(void);

/*
 * Puts a request aside, before the handler returns whatever it likes: that is
 * not looked at.  0 when its thread may wait; then nothing has happened.  With
 * a value in `kept` somebody is going to call req_back(); without, a thread
 * that may wait calls the handler again at once.
 */
int	 req_aside(struct req *, void *kept);
/*
 * What it waited for is there: its handler is called again.  With `light` it
 * is the reading thread that does it, so it must not wait there.  From any
 * thread; the request is no longer the caller's.
 */
void	 req_back(struct req *, int light);

#endif
