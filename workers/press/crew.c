#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "log.h"
#include "press.h"

/*
 * Several processes print at a time, one for each processor, from one socket:
 * whoever is free takes the next question.  The first process prints nothing
 * and keeps their number; when it goes, they go.
 */

#define CREW_MAX	16

size_t
crew_size(const struct conf *conf)
{
	long n = conf_int(conf, "presses", 0);
	cpu_set_t set;

	if (n <= 0 && sched_getaffinity(0, sizeof(set), &set) == 0)
		n = CPU_COUNT(&set);
	return n < 1 ? 1 : n > CREW_MAX ? CREW_MAX : (size_t)n;
}

/*
 * A lock for each serial that ends with its process: two presses never print
 * the same document at once.
 */
static int locks = -1;

static void
lock_serial(const char *serial, short type)
{
	struct flock lock = { .l_type = type, .l_whence = SEEK_SET,
	    .l_len = 1 };
	unsigned hash = 5381;

	for (; *serial != '\0'; serial++)
		hash = hash * 33 + (unsigned char)*serial;
	lock.l_start = hash % 1000000;
	while (locks != -1 && fcntl(locks, F_SETLKW, &lock) == -1 &&
	    errno == EINTR)
		;
}

void
crew_hold(const char *serial)
{
	lock_serial(serial, F_WRLCK);
}

void
crew_release(const char *serial)
{
	lock_serial(serial, F_UNLCK);
}

static pid_t
start(crew_work *work, void *arg, size_t who, const sigset_t *mask)
{
	pid_t parent = getpid(), pid = fork();

	if (pid != 0)
		return pid;
	sigprocmask(SIG_SETMASK, mask, NULL);
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) == -1 || getppid() != parent)
		_exit(1);
	_exit(work(arg, who));
}

static void
stop_all(const pid_t *pids, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (pids[i] > 0)
			kill(pids[i], SIGTERM);
	for (i = 0; i < n; i++)
		if (pids[i] > 0)
			waitpid(pids[i], NULL, 0);
}

/* Those that have ended have no number any more; how many. */
static int
bury(pid_t *pids, size_t n)
{
	int dead = 0;
	pid_t gone;
	size_t i;

	while ((gone = waitpid(-1, NULL, WNOHANG)) > 0)
		for (i = 0; i < n; i++)
			if (pids[i] == gone) {
				pids[i] = 0;
				dead++;
			}
	return dead;
}

static void
keep(pid_t *pids, size_t n, crew_work *work, void *arg)
{
	sigset_t mine, before;
	size_t i;
	int sig;

	sigemptyset(&mine);
	sigaddset(&mine, SIGTERM);
	sigaddset(&mine, SIGINT);
	sigaddset(&mine, SIGCHLD);
	sigprocmask(SIG_BLOCK, &mine, &before);
	for (;;) {
		for (i = 0; i < n; i++)
			if (pids[i] <= 0)
				pids[i] = start(work, arg, i, &before);
		sig = sigwaitinfo(&mine, NULL);
		if (sig == SIGTERM || sig == SIGINT)
			break;
		if (bury(pids, n) > 0) {
			log_line(LOG_WARN, "a press has ended, another one "
			    "begins");
			nanosleep(&(struct timespec){ 0, 200000000 }, NULL);
		}
	}
	stop_all(pids, n);
}

int
crew_run(size_t n, crew_work *work, void *arg)
{
	pid_t pids[CREW_MAX] = { 0 };

	locks = memfd_create("serials", MFD_CLOEXEC);
	if (locks == -1 || ftruncate(locks, 1000000) == -1) {
		log_line(LOG_FAULT, "no locks: %s", strerror(errno));
		return -1;
	}
	keep(pids, n, work, arg);
	close(locks);
	return 0;
}
