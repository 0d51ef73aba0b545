#ifndef SANDBOX_H
#define SANDBOX_H

#include <stddef.h>

/*
 * Walls around a process that parses what strangers sent (S16): no files, no
 * sockets, no other programs, limits on memory and time.  There is no way
 * back out.
 */

struct sandbox_limits {
	size_t memory;   /* bytes of address space */
	unsigned cpu;    /* seconds of CPU, then SIGXCPU */
};

/* 256 MB and 10 s (S16). */
extern const struct sandbox_limits sandbox_limits_default;

/*
 * Closes every descriptor but 0, 1 and 2 and enters the sandbox.  0, or -1
 * when a wall could not be put up: then the process must end.  What is not
 * needed for reading, computing and writing fails with EPERM; a socket, a
 * new program or tracing kills the process (SIGSYS).
 */
int sandbox_enter(const struct sandbox_limits *limits);

#endif
