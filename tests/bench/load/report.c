/* What the run was: one line of JSON, and a line for each client on demand. */
#include <stdio.h>
#include <stdlib.h>

#include "load.h"

void
note_latency(double seconds)
{
	if (figures.n == figures.cap) {
		figures.cap = figures.cap == 0 ? 1 << 16 : figures.cap * 2;
		figures.us = realloc(figures.us,
		    figures.cap * sizeof(*figures.us));
		if (figures.us == NULL)
			abort();
	}
	figures.us[figures.n++] = (uint32_t)(seconds * 1e6);
}

static int
by_size(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

static double
quantile(double q)
{
	if (figures.n == 0)
		return 0;
	return figures.us[(size_t)((double)(figures.n - 1) * q)] / 1000.0;
}

/* Those who had no answer at all, and the longest anybody waits for one. */
static long
starved(double *longest)
{
	struct client *c;
	double waited;
	long n = 0;
	int i;

	*longest = 0;
	for (i = 0; i < opt.clients; i++) {
		c = &clients[i];
		if (c->step == STEP_OVER)
			continue;
		if (c->answered == 0)
			n++;
		waited = figures.seconds - (c->answered > 0 ? c->answered :
		    c->begins);
		if (waited > *longest)
			*longest = waited;
	}
	return n;
}

static void
print_clients(void)
{
	struct client *c;
	FILE *f;
	int i;

	f = fopen(opt.clients_out, "w");
	if (f == NULL) {
		perror(opt.clients_out);
		exit(1);
	}
	for (i = 0; i < opt.clients; i++) {
		c = &clients[i];
		fprintf(f, "%d %.6f %ld %.6f %.6f %.6f %d %d %d\n",
		    opt.first + i, c->first_sent, c->place, c->placed,
		    c->entered, c->answered, c->polls, c->leaves,
		    c->impatient);
	}
	fclose(f);
}

void
report(void)
{
	double longest;
	long hungry = starved(&longest);

	if (opt.clients_out != NULL)
		print_clients();
	qsort(figures.us, figures.n, sizeof(*figures.us), by_size);
	printf("{\"clients\":%d,\"seconds\":%.3f,\"good\":%ld,\"rate\":%.1f,"
	    "\"p50\":%.2f,\"p99\":%.2f,\"p999\":%.2f,\"busy\":%ld,"
	    "\"server\":%ld,\"other\":%ld,\"broken\":%ld,\"starved\":%ld,"
	    "\"longest\":%.3f}\n", opt.clients, figures.seconds, figures.good,
	    (double)figures.good / figures.seconds, quantile(0.5),
	    quantile(0.99), quantile(0.999), figures.busy, figures.server,
	    figures.other, figures.broken, hungry, longest);
}
