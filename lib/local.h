#ifndef SOJOURN_LOCAL_H
#define SOJOURN_LOCAL_H

#include <stddef.h>
#include <sys/types.h>

/*
 * Asking a worker of this machine: one line there, one line back, over a unix
 * socket, a connection for each question.
 */

#define LOCAL_LINE	400	/* the longest line, without its newline */

struct conf;

/* Asks.  answer gets the line without its newline; -1 when nobody answered
 * within that time (milliseconds). */
int	 local_ask(const char *path, const char *line,
	    char answer[LOCAL_LINE + 1], int patience_ms);
/* The address of a worker's socket: <sockets>/NAME.ask. */
void	 local_path(const struct conf *, const char *name, char *path,
	    size_t room);

struct local_server {
	/* Fills the answer; the line has no newline. */
	void	(*answer)(void *arg, const char *line,
		    char answer[LOCAL_LINE + 1]);
	/* About once a second while nobody asks; may be NULL. */
	void	(*idle)(void *arg);
	void	*arg;
	/* Who may ask (SO_PEERCRED, S20); none = whoever reaches the socket. */
	const uid_t *peers;
	size_t	 npeers;
};

/* Serves the listening socket fd until SIGTERM or SIGINT; one question after
 * the other.  -1 when the socket cannot be used. */
int	 local_serve(int fd, const struct local_server *);

#endif
