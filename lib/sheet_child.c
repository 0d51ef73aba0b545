#include "sheet_child.h"

#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sheet_build.h"

enum { AT_ONCE = 4, WALL_MS = 15000, GRACE_MS = 1000 };

/* A running child and what is left of its time. */
struct run {
	pid_t pid;
	int fd;          /* its output */
	gint64 deadline; /* µs, monotonic */
	bool timed_out;
};

static GMutex lock;
static GCond freed;
static int running;

/* Waits for one of the places; false when none is free by the deadline. */
static bool
enter(gint64 deadline)
{
	bool in_time = true;

	g_mutex_lock(&lock);
	while (running >= AT_ONCE && in_time)
		in_time = g_cond_wait_until(&freed, &lock, deadline);
	in_time = running < AT_ONCE;
	running += in_time;
	g_mutex_unlock(&lock);
	return in_time;
}

static void
leave(void)
{
	g_mutex_lock(&lock);
	running--;
	g_cond_signal(&freed);
	g_mutex_unlock(&lock);
}

/* The bytes as an unnamed file, which the child reads as descriptor 0. */
static int
file_of(const void *bytes, size_t size)
{
	int fd = memfd_create("sheet", MFD_CLOEXEC);
	size_t done = 0;
	ssize_t n;

	while (fd >= 0 && done < size) {
		n = write(fd, (const char *)bytes + done, size - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			close(fd);
			return -1;
		}
		done += (size_t)n;
	}
	return fd;
}

/* Starts the helper with in and out as its descriptors 0 and 1. */
static int
spawn(const char *helper, const struct sheet_limits *limits, int in, int out,
    pid_t *pid)
{
	char numbers[6][24];
	char *const argv[] = {(char *)helper, numbers[0], numbers[1],
	    numbers[2], numbers[3], numbers[4], numbers[5], NULL};
	char *const envp[] = {NULL};
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t none, all;
	int rc;

	g_snprintf(numbers[0], 24, "%" G_GUINT64_FORMAT, limits->bytes);
	g_snprintf(numbers[1], 24, "%u", limits->rows);
	g_snprintf(numbers[2], 24, "%u", limits->columns);
	g_snprintf(numbers[3], 24, "%u", limits->cells);
	g_snprintf(numbers[4], 24, "%u", limits->letters);
	g_snprintf(numbers[5], 24, "%u", (unsigned)limits->encoding);
	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setflags(
	    &attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&actions, 3);
	rc = posix_spawn(pid, helper, &actions, &attr, argv, envp);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

static int
left_ms(gint64 deadline)
{
	gint64 left = (deadline - g_get_monotonic_time()) / 1000;

	return left > 0 ? (int)left : 0;
}

/* Reads exactly n bytes of the child's output, until its deadline. */
static int
read_output(void *arg, void *buffer, size_t n)
{
	struct run *run = arg;
	struct pollfd ready = {.fd = run->fd, .events = POLLIN};
	char *p = buffer;
	ssize_t got;
	int rc;

	while (n > 0) {
		rc = poll(&ready, 1, left_ms(run->deadline));
		if (rc == 0)
			run->timed_out = true;
		if (rc == 0 || (rc < 0 && errno != EINTR))
			return -1;
		if (rc < 0)
			continue;
		got = read(run->fd, p, n);
		if (got == 0 || (got < 0 && errno != EINTR))
			return -1;
		if (got > 0) {
			p += got;
			n -= (size_t)got;
		}
	}
	return 0;
}

/*
 * Ends the child and tells how it ended.  One that has answered is killed at
 * once; one that broke off may finish dying, which tells more.
 */
static int
end(struct run *run, bool has_answered)
{
	int pidfd = pidfd_open(run->pid, 0), status = 0;
	struct pollfd dead = {.fd = pidfd, .events = POLLIN};

	if (!has_answered && !run->timed_out && pidfd >= 0)
		poll(&dead, 1, GRACE_MS);
	if (pidfd >= 0)
		close(pidfd);
	kill(run->pid, SIGKILL);
	while (waitpid(run->pid, &status, 0) < 0 && errno == EINTR)
		;
	close(run->fd);
	return status;
}

/* Why a child gave no answer, by the way it died. */
static enum sheet_code
explain(const struct run *run, int status)
{
	if (run->timed_out)
		return SHEET_TIMEOUT;
	if (!WIFSIGNALED(status))
		return SHEET_CRASHED;
	if (WTERMSIG(status) == SIGXCPU)
		return SHEET_TIMEOUT;
	/* GLib's way to go when memory is at its end. */
	return WTERMSIG(status) == SIGTRAP ? SHEET_MEMORY : SHEET_CRASHED;
}

static enum sheet_code
start(const struct sheet_child *child, const void *bytes, size_t size,
    const struct sheet_limits *limits, struct run *run)
{
	int in = file_of(bytes, size), out[2] = {-1, -1};
	bool started = false;

	if (in >= 0 && pipe2(out, O_CLOEXEC) == 0)
		started = spawn(
		    child->helper, limits, in, out[1], &run->pid) == 0;
	if (in >= 0)
		close(in);
	if (out[1] >= 0)
		close(out[1]);
	if (!started && out[0] >= 0)
		close(out[0]);
	run->fd = out[0];
	return started ? SHEET_OK : SHEET_FAULT;
}

enum sheet_code
sheet_child_read(const struct sheet_child *child, const void *bytes,
    size_t size, const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error)
{
	int wall_ms = child->wall_ms > 0 ? child->wall_ms : WALL_MS, status;
	struct run run = {.timed_out = false};
	const struct sheet_source source = {read_output, &run};
	enum sheet_code code;
	gint64 wall = (gint64)wall_ms * 1000;

	*out = NULL;
	if (size > limits->bytes)
		return sheet_fail_over(
		    error, SHEET_TOO_LARGE, size, limits->bytes);
	if (!enter(g_get_monotonic_time() + wall))
		return sheet_fail(error, SHEET_BUSY);
	run.deadline = g_get_monotonic_time() + wall;
	code = start(child, bytes, size, limits, &run);
	if (code == SHEET_OK) {
		code = sheet_wire_receive(&source, limits, out, error);
		status = end(&run, code != SHEET_CRASHED);
		if (code == SHEET_CRASHED)
			code = explain(&run, status);
	}
	leave();
	if (code == SHEET_TIMEOUT)
		return sheet_fail_over(
		    error, code, 0, ((uint64_t)wall_ms + 999) / 1000);
	if (code == SHEET_FAULT || code == SHEET_CRASHED ||
	    code == SHEET_MEMORY)
		return sheet_fail(error, code);
	return code;
}
