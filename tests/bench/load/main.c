/*
 * load [-m acts|room|turns] [-p port] [-c clients] [-f first] [-t seconds]
 *	[-s spread] [-w seconds after busy] [-n sections] [-i % impatient]
 *	[-l % that leave] [-o file of clients] [-b moment] [-1] [-H] [-F]
 *	[-j processes] TOKENS
 * -b is the moment to begin on the machine's monotonic clock, so that several
 * generators begin at once.
 * TOKENS has a line "session form-token" for each student (tokens.c); -f is
 * the first of them for this process; -1 puts everybody behind one address.
 * In turns -H wants one section until all students have had it, -F reads the
 * page after each form.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "load.h"

#define SLOTS	4096		/* of the timer wheel */
#define SLOT	0.01		/* seconds */

struct options opt = { .mode = MODE_ACTS, .port = 8080, .clients = 64,
    .seconds = 5, .busy_wait = 2, .sections = 500, .parts = 1 };
struct figures figures;
struct client *clients;
int epoll;

static struct client *wheel[SLOTS];
static long turned;		/* slots that have been worked off */
static double began;

static double
clock_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double
now(void)
{
	return clock_seconds() - began;
}

/* At most the length of the wheel, 40 s. */
void
later(struct client *c, double seconds)
{
	long at = (long)((now() + seconds) / SLOT) + 1;

	if (at <= turned)
		at = turned + 1;
	if (at >= turned + SLOTS)
		at = turned + SLOTS - 1;
	c->waiting = 1;
	c->next_timer = wheel[at % SLOTS];
	wheel[at % SLOTS] = c;
}

static void
turn_wheel(void)
{
	long until = (long)(now() / SLOT);
	struct client *c, *next;

	while (turned < until) {
		turned++;
		c = wheel[turned % SLOTS];
		wheel[turned % SLOTS] = NULL;
		for (; c != NULL; c = next) {
			next = c->next_timer;
			c->waiting = 0;
			client_begin(c);
		}
	}
}

static void
read_tokens(void)
{
	char session[64], csrf[64];
	FILE *f;
	int i;

	f = fopen(opt.tokens, "r");
	if (f == NULL) {
		perror(opt.tokens);
		exit(1);
	}
	for (i = 0; i < opt.first + opt.clients; i++) {
		if (fscanf(f, "%63s %63s", session, csrf) != 2) {
			fprintf(stderr, "too few tokens\n");
			exit(1);
		}
		if (i < opt.first)
			continue;
		clients[i - opt.first].session = strdup(session);
		clients[i - opt.first].csrf = strdup(csrf);
	}
	fclose(f);
}

/* In a fixed order of chance: every run has the same crowd. */
static void
make_clients(void)
{
	struct client *c;
	int i;

	clients = shared((size_t)opt.clients * sizeof(*clients));
	srandom(1 + (unsigned)opt.first);
	for (i = 0; i < opt.clients; i++) {
		c = &clients[i];
		c->number = i;
		c->fd = -1;
		c->place = -1;
		c->impatient = random() % 100 < opt.impatient;
		c->leaves = random() % 100 < opt.leave;
		c->begins = opt.spread * (double)random() / RAND_MAX;
	}
	if (opt.mode == MODE_TURNS)
		turns_read(opt.tokens);
	else
		read_tokens();
}

/* All connect first; the clock starts when they have. */
static void
connect_all(void)
{
	int i;

	for (i = opt.part; i < opt.clients; i += opt.parts) {
		if (wire_connect(&clients[i]) == -1) {
			perror("connect");
			exit(1);
		}
		if (i % 100 == 99)
			usleep(3000);
	}
	usleep(300000);
}

void
run(void)
{
	struct epoll_event events[512];
	int i, n;

	epoll = epoll_create1(0);
	connect_all();
	while (opt.begin > clock_seconds())
		usleep(500);
	began = clock_seconds();
	for (i = opt.part; i < opt.clients; i += opt.parts)
		later(&clients[i], clients[i].begins);
	while (now() < opt.seconds) {
		n = epoll_wait(epoll, events, 512, 5);
		for (i = 0; i < n; i++)
			wire_event(events[i].data.ptr, events[i].events);
		turn_wheel();
	}
	figures.seconds = now();
}

static void
options(int argc, char **argv)
{
	int c;

	while ((c = getopt(argc, argv, "m:p:c:f:t:s:w:n:i:l:o:b:1HFj:")) != -1)
		switch (c) {
		case 'm':
			opt.mode = *optarg == 'r' ? MODE_ROOM :
			    *optarg == 't' ? MODE_TURNS : MODE_ACTS;
			break;
		case 'p': opt.port = atoi(optarg); break;
		case 'c': opt.clients = atoi(optarg); break;
		case 'f': opt.first = atoi(optarg); break;
		case 't': opt.seconds = atof(optarg); break;
		case 's': opt.spread = atof(optarg); break;
		case 'w': opt.busy_wait = atof(optarg); break;
		case 'n': opt.sections = atoi(optarg); break;
		case 'i': opt.impatient = atoi(optarg); break;
		case 'l': opt.leave = atoi(optarg); break;
		case 'b': opt.begin = atof(optarg); break;
		case 'o': opt.clients_out = optarg; break;
		case 'j': opt.parts = atoi(optarg); break;
		case 'H': opt.hot = 1; break;
		case 'F': opt.flow = 1; break;
		case '1': opt.one_address = 1; break;
		default: exit(2);
		}
	if (optind != argc - 1) {
		fprintf(stderr, "usage: load [options] TOKENS\n");
		exit(2);
	}
	opt.tokens = argv[optind];
}

int
main(int argc, char **argv)
{
	options(argc, argv);
	make_clients();
	run_parts();
	report();
	return 0;
}
