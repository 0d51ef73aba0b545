#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <curl/curl.h>
#include <gmime/gmime.h>
#include <sodium.h>

#include "i18n.h"
#include "log.h"
#include "mailer.h"

#define THREADS_MAX	16
#define IDLE_MS		200

static volatile sig_atomic_t stop;

/* Sleeps in short steps, so that a request to stop is heard. */
static void
pause_ms(long ms)
{
	for (; ms > 0 && !stop; ms -= IDLE_MS)
		nanosleep(&(struct timespec){ 0, IDLE_MS * 1000000L }, NULL);
}

static void *
sender_loop(void *arg)
{
	struct sender *s = arg;
	long wait = IDLE_MS;
	int n;

	while (!stop) {
		n = batch_run(s);
		if (n == -1)
			wait = wait < 800 ? wait * 2 : 800;
		else if (s->downs > 0)	/* 2 s, 4 s … about a minute */
			wait = 1000L << (s->downs > 6 ? 6 : s->downs);
		else
			wait = IDLE_MS;
		if (n <= 0 || s->downs > 0)
			pause_ms(wait);
	}
	return NULL;
}

/* The right side of Message-IDs: the host of base_url. */
static char *
host_of(const char *url)
{
	const char *p;

	p = strstr(url, "://");
	p = p == NULL ? url : p + 3;
	return strndup(p, strcspn(p, ":/"));
}

static void
sender_init(struct sender *s, const struct conf *conf)
{
	s->conf = conf;
	s->stop = &stop;
	s->from = conf_get(conf, "mail_from", NULL);
	s->base_url = conf_get(conf, "base_url", NULL);
	if (s->from == NULL || s->base_url == NULL)
		log_die("settings mail_from and base_url are needed");
	s->host = host_of(s->base_url);
	s->db = db_connect(conf, mailer_stmts, SQL__MAX);
	s->outlet = outlet_new(conf);
	s->arena = arena_new();
}

static void
sender_free(struct sender *s)
{
	outlet_free(s->outlet);
	db_close(s->db);
	arena_free(s->arena);
	free((char *)s->host);
}

/* Sends until nothing is due; for tests and `sojourn`. */
static int
run_once(const struct conf *conf)
{
	struct sender s = { 0 };
	int n;

	sender_init(&s, conf);
	while ((n = batch_run(&s)) > 0 && s.downs == 0)
		;
	n = s.downs > 0 ? -1 : n;
	sender_free(&s);
	return n == 0 ? 0 : 1;
}

/* Threads do the work; this one waits for the signal to stop. */
static int
run_threads(const struct conf *conf, int n)
{
	struct sender sender[THREADS_MAX] = { 0 };
	pthread_t thread[THREADS_MAX];
	sigset_t set;
	int i, sig;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	for (i = 0; i < n; i++)
		sender_init(&sender[i], conf);
	for (i = 0; i < n; i++)
		if (pthread_create(&thread[i], NULL, sender_loop,
		    &sender[i]) != 0)
			log_die("cannot start a thread");
	log_line(LOG_NOTE, "started with %d threads", n);
	sigwait(&set, &sig);
	stop = 1;
	for (i = 0; i < n; i++) {
		pthread_join(thread[i], NULL);
		sender_free(&sender[i]);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct conf *conf;
	int c, n, check = 0, once = 0, rc = 0;

	while ((c = getopt(argc, argv, "1n")) != -1) {
		if (c == '1')
			once = 1;
		else if (c == 'n')
			check = 1;
		else {
			fprintf(stderr, "usage: mailer [-1n]\n");
			return 2;
		}
	}
	log_init("mailer");
	if (sodium_init() == -1 || curl_global_init(CURL_GLOBAL_ALL) != 0)
		log_die("libraries cannot be initialised");
	conf = conf_load("mailer");
	i18n_init(conf);
	g_mime_init();
	signal(SIGPIPE, SIG_IGN);
	n = conf_int(conf, "mail_threads", 2);
	if (check)
		outlet_free(outlet_new(conf));
	else if (once)
		rc = run_once(conf);
	else
		rc = run_threads(conf, n < 1 ? 1 : n > THREADS_MAX ?
		    THREADS_MAX : n);
	g_mime_shutdown();
	curl_global_cleanup();
	conf_free(conf);
	return rc;
}
