/*
 * One generator in several processes, each with every opt.parts-th client.
 * They write their figures to the first one through a pipe when they end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "load.h"

#define PARTS_MAX	16

void *
shared(size_t bytes)
{
	void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED) {
		perror("mmap");
		exit(1);
	}
	return p;
}

static void
tell(int fd)
{
	FILE *f = fdopen(fd, "w");

	if (f == NULL || fwrite(&figures, sizeof(figures), 1, f) != 1 ||
	    fwrite(figures.us, sizeof(*figures.us), figures.n, f) !=
	    figures.n || fclose(f) != 0)
		_exit(1);
	_exit(0);
}

static FILE *
begin_part(int part)
{
	int fd[2];

	if (pipe(fd) == -1)
		abort();
	switch (fork()) {
	case -1:
		abort();
	case 0:
		close(fd[0]);
		opt.part = part;
		run();
		tell(fd[1]);
	}
	close(fd[1]);
	return fdopen(fd[0], "r");
}

static void
add_part(FILE *f)
{
	struct figures part;
	uint32_t us;
	size_t i;

	if (f == NULL || fread(&part, sizeof(part), 1, f) != 1) {
		fprintf(stderr, "a part of the generator failed\n");
		exit(1);
	}
	figures.good += part.good;
	figures.busy += part.busy;
	figures.server += part.server;
	figures.other += part.other;
	figures.broken += part.broken;
	for (i = 0; i < part.n; i++) {
		if (fread(&us, sizeof(us), 1, f) != 1) {
			fprintf(stderr, "a part of the generator ended early\n");
			exit(1);
		}
		note_latency(us / 1e6);
	}
	fclose(f);
}

void
run_parts(void)
{
	FILE *parts[PARTS_MAX];
	int i;

	if (opt.parts < 1 || opt.parts > PARTS_MAX) {
		fprintf(stderr, "1 to %d processes\n", PARTS_MAX);
		exit(2);
	}
	for (i = 1; i < opt.parts; i++)
		parts[i] = begin_part(i);
	run();
	for (i = 1; i < opt.parts; i++)
		add_part(parts[i]);
	while (wait(NULL) > 0)
		continue;
}
