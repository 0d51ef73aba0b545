#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include <fcgiapp.h>
#include <sodium.h>

#include "app.h"
#include "arena.h"
#include "conf.h"
#include "dispatch.h"
#include "figures.h"
#include "log.h"
#include "loop.h"
#include "meter.h"

#define STACK_BYTES	(512 * 1024)
#define DRAIN_SECONDS	10
#define TRIM_SECONDS	5

static atomic_int active;	/* requests between accept and finish */
static atomic_int stopping;
/* More requests at once than this: a kept connection would own its thread for
 * as long as the crowd lasts, while others wait to be accepted.  So connections
 * are closed after each answer, and all are served in order of arrival. */
static int crowded = 24;

static void
on_term(int sig)
{
	(void)sig;
	atomic_store(&stopping, 1);
	loop_stop();
}

/*
 * One thread: accept, serve, finish, until the process is told to stop; then
 * it closes its connection, which nginx may have kept for another request.
 */
static void *
serve_loop(void *arg)
{
	struct app *app = arg;
	struct arena *arena;
	FCGX_Request fcgi;

	arena = arena_new();
	if (FCGX_InitRequest(&fcgi, 0, 0) != 0)
		log_die("FastCGI: the socket on fd 0 cannot be used");
	while (!atomic_load(&stopping)) {
		if (FCGX_Accept_r(&fcgi) != 0) {
			/* No descriptor or no memory just now: the thread
			 * stays, or one after the other would be gone. */
			nanosleep(&(struct timespec){ 0, 20000000 }, NULL);
			continue;
		}
		atomic_fetch_add(&active, 1);
		figures_active(1);
		dispatch(dispatch_new(app, arena, &fcgi), &fcgi);
		if (atomic_load(&active) > crowded)
			fcgi.keepConnection = 0;
		FCGX_Finish_r(&fcgi);
		arena_reset(arena);
		figures_active(-1);
		atomic_fetch_sub(&active, 1);
	}
	FCGX_Free(&fcgi, 1);
	arena_free(arena);
	return NULL;
}

/* SIGTERM: no thread is cut off in the middle of a request (F13). */
static void
drain(void)
{
	struct timespec pause = { 0, 20000000 };
	int i;

	for (i = 0; atomic_load(&active) + loop_active() > 0 && i < DRAIN_SECONDS * 50; i++)
		nanosleep(&pause, NULL);
}

static void
start_threads(struct app *app, int n)
{
	pthread_attr_t attr;
	pthread_t t;
	int i;

	if (app->program->prompt != NULL) {
		loop_start(app, n);
		return;
	}
	crowded = n * 3 / 4;
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_BYTES);
	pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
	for (i = 0; i < n; i++)
		if (pthread_create(&t, &attr, serve_loop, app) != 0)
			log_die("cannot start %d threads", n);
	pthread_attr_destroy(&attr);
}

static void
set_up(struct app *app, const struct program *program)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);		/* no secrets in core files */
	app->program = program;
	app->conf = conf_load(program->name);
	app->demo = strcmp(conf_get(app->conf, "demo", "no"), "yes") == 0;
	app->base_url = conf_get(app->conf, "base_url",
	    "http://127.0.0.1:8080");
	app->tls = strncmp(app->base_url, "https:", 6) == 0;
	conf_key(app->conf, "csrf.key", app->csrf_key);
	i18n_init(app->conf);
	view_init(app->conf, program->name);
	app->pool = db_pool_new(app->conf, program->stmts, program->nstmts,
	    conf_int(app->conf, "pool", 3));
}

/*
 * Blocks until SIGTERM or SIGINT, which only the main thread hears.  What pages
 * have used and freed goes back to the system now and then, not only when it
 * lies at the end of a heap.
 */
static void
wait_for_term(void)
{
	struct timespec pause = { TRIM_SECONDS, 0 };
	size_t unused = 0;
	sigset_t none;

	sigemptyset(&none);
	while (!atomic_load(&stopping)) {
		ppoll(NULL, 0, &pause, &none);
		if (mallinfo2().fordblks == unused)
			continue;	/* nothing has happened */
		malloc_trim(0);
		unused = mallinfo2().fordblks;
	}
}

/*
 * Tells the supervisor that requests are served from now on, so that a rolling
 * restart ends the old process then and not before: systemd by its socket, s6
 * by the descriptor it has named.
 */
static void
say_ready(void)
{
	const char *path = getenv("NOTIFY_SOCKET"), *n = getenv("READY_FD");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t len;
	int fd;

	if (n != NULL && (fd = atoi(n)) > 2) {
		if (write(fd, "\n", 1) == -1)
			log_line(LOG_WARN, "ready, but nobody listens");
		close(fd);
	}
	len = path == NULL ? 0 : strlen(path);
	if (len < 2 || len >= sizeof(to.sun_path))
		return;
	memcpy(to.sun_path, path, len);
	if (*path == '@')
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd == -1 || sendto(fd, "READY=1", 7, MSG_NOSIGNAL,
	    (struct sockaddr *)&to, (socklen_t)(offsetof(struct sockaddr_un,
	    sun_path) + len)) == -1)
		log_line(LOG_WARN, "ready, but systemd does not listen");
	if (fd != -1)
		close(fd);
}

static void
block_signals(void)
{
	struct sigaction sa = { .sa_handler = on_term };
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	sigaction(SIGTERM, &sa, NULL);
	sigaction(SIGINT, &sa, NULL);
}

/*
 * Hundreds of threads, few of which run at a time: a cache of GLib's for each
 * of them and an arena of malloc's for each eight would hold what one page
 * needed for as long as the process lives.
 */
static void
share_memory(void)
{
	setenv("G_SLICE", "always-malloc", 1);
	mallopt(M_ARENA_MAX, 4);
}

int
app_run(const struct program *program, int argc, char **argv)
{
	static struct app app;
	int check = 0;

	share_memory();
	log_init(program->name);
	if (argc == 2 && strcmp(argv[1], "--pages") == 0) {
		app.program = program;
		dispatch_print(&app);
		return 0;
	}
	if (argc == 2 && strcmp(argv[1], "-n") == 0)
		check = 1;
	else if (argc != 1) {
		fprintf(stderr, "usage: %s [-n | --pages]\n", program->name);
		return 2;
	}
	if (sodium_init() == -1 || FCGX_Init() != 0)
		log_die("libsodium or FastCGI cannot be started");
	set_up(&app, program);
	if (check)
		return 0;
	block_signals();
	if (program->start != NULL && program->start(&app) != 0)
		log_die("start failed");
	meter_open(app.conf, program->name);
	start_threads(&app, conf_int(app.conf, "threads", 32));
	log_line(LOG_NOTE, "ready");
	say_ready();
	wait_for_term();
	drain();
	_exit(0);
}
