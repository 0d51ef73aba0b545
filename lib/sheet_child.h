#ifndef SHEET_CHILD_H
#define SHEET_CHILD_H

#include "sheet.h"

/*
 * Reading a sheet in a process of its own, which has no files and no sockets,
 * 256 MB of memory and 10 s of CPU (S16).  Whatever the file does to it, this
 * process gets a sheet or a refusal.
 */

struct sheet_child {
	const char *helper; /* path of the program sheetreader */
	int wall_ms;        /* how long it may take; 0 = 15 s */
};

/*
 * Reads size bytes.  Safe in threads: at most four children of this process
 * run at once, others wait their turn, at most as long as a child may take
 * (then SHEET_BUSY).  SHEET_OK: *out is the caller's, for sheet_free(); else
 * *out is NULL and *error says why.  The program must not ignore SIGCHLD.
 */
enum sheet_code sheet_child_read(const struct sheet_child *child,
    const void *bytes, size_t size, const struct sheet_limits *limits,
    struct sheet **out, struct sheet_error *error);

/*
 * What the helper does: reads limits from its arguments, a sheet from
 * descriptor 0, writes what sheet_child_read() expects to descriptor 1.
 * Returns the exit code: 0 also for a refused file, 2 for wrong arguments.
 */
int sheet_reader_run(int argc, char **argv);

/* Writes a result to fd, for the helper.  0, or -1 on an error of writing. */
int sheet_wire_send(
    int fd, const struct sheet *sheet, const struct sheet_error *error);

/* Bytes from a child: n read into buffer, or -1 when they do not come. */
struct sheet_source {
	int (*read)(void *arg, void *buffer, size_t n);
	void *arg;
};

/*
 * Reads a result and believes nothing in it: counts within the limits, every
 * offset inside, every text UTF-8.  SHEET_CRASHED for what is not whole.
 */
enum sheet_code sheet_wire_receive(const struct sheet_source *source,
    const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error);

#endif
