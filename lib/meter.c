#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "conf.h"
#include "log.h"
#include "meter.h"
#include "meter_cells.h"

struct meter_book meter_book;

uint64_t
meter_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000u;
}

/* Cells of one series. */
static size_t
width(enum meter_kind kind)
{
	switch (kind) {
	case METER_TIMES:
	case METER_SIZES:
		return METER_BOUNDS + 2;	/* buckets, +Inf, sum */
	case METER_GAUGE:
	case METER_AGE:
		return METER_PROCESSES;
	default:
		return 1;
	}
}

struct meter *
meter_new(enum meter_kind kind, const char *name, const char *help,
    const char *const *labels, size_t n)
{
	static const char *const none[] = { "" };
	struct meter_book *k = &meter_book;
	struct meter *m;

	if (labels == NULL) {
		labels = none;
		n = 1;
	}
	if (k->n == METER_FAMILIES || k->cells != NULL)
		log_die("%s: too many figures, or too late", name);
	m = &k->meters[k->n++];
	m->kind = kind;
	m->name = name;
	m->help = help;
	m->labels = labels;
	m->n = n;
	m->first = k->used;
	k->used += n * width(kind);
	return m;
}

/* Changes whenever what the cells mean may have changed (FNV-1a). */
static uint64_t
layout(void)
{
	uint64_t h = 14695981039346656037u;
	const char *p;
	size_t i, j;

	for (i = 0; i < meter_book.n; i++) {
		const struct meter *m = &meter_book.meters[i];

		h = (h ^ (uint64_t)m->kind) * 1099511628211u;
		for (p = m->name; *p != '\0'; p++)
			h = (h ^ (unsigned char)*p) * 1099511628211u;
		for (j = 0; j < m->n; j++)
			for (p = m->labels[j]; *p != '\0'; p++)
				h = (h ^ (unsigned char)*p) * 1099511628211u;
	}
	return h == 0 ? 1 : h;
}

/*
 * The file, with room for every cell on the disk (a hole would kill the
 * program on a full one).  -1 when there can be none.  A file of another
 * layout is left to the process that still counts into it.
 */
static int
open_file(const char *path, size_t bytes, uint64_t sum)
{
	uint64_t found = 0;
	struct stat st;
	int fd, tries;

	for (tries = 0; tries < 3; tries++) {
		fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (fd == -1)
			return -1;
		if (flock(fd, LOCK_EX) == -1 || fstat(fd, &st) == -1)
			break;
		if (st.st_size == 0) {
			if (posix_fallocate(fd, 0, (off_t)bytes) != 0 ||
			    pwrite(fd, &sum, sizeof(sum), 0) !=
			    (ssize_t)sizeof(sum)) {
				unlink(path);
				break;
			}
			return fd;
		}
		if ((size_t)st.st_size == bytes && pread(fd, &found,
		    sizeof(found), 0) == (ssize_t)sizeof(found) && found == sum)
			return fd;
		unlink(path);
		close(fd);
	}
	close(fd);
	return -1;
}

/* A place for the gauges of this process; the last one where all are taken. */
static size_t
take_place(struct meter_head *head)
{
	int32_t old;
	size_t i, j;

	for (i = 0; i < METER_PROCESSES - 1; i++) {
		old = atomic_load(&head->pids[i]);
		if (old != 0 && (kill(old, 0) == 0 || errno != ESRCH))
			continue;
		if (atomic_compare_exchange_strong(&head->pids[i], &old,
		    (int32_t)getpid()))
			break;
	}
	atomic_store(&head->pids[i], (int32_t)getpid());
	for (j = 0; j < meter_book.n; j++)
		if (meter_book.meters[j].kind == METER_GAUGE ||
		    meter_book.meters[j].kind == METER_AGE)
			atomic_store(&meter_book.cells[meter_book.meters[j].
			    first + i], 0);
	return i;
}

void
meter_open(const struct conf *conf, const char *program)
{
	struct meter_book *k = &meter_book;
	struct meter_head *head;
	char path[512];
	size_t bytes;
	int fd;

	bytes = sizeof(*head) + k->used * sizeof(*k->cells);
	snprintf(path, sizeof(path), "%s/%s.figures", conf_get(conf, "spool",
	    "/tmp"), program);
	fd = open_file(path, bytes, layout());
	if (fd == -1)
		log_line(LOG_WARN, "%s: %s; figures end with the process",
		    path, strerror(errno));
	head = mmap(NULL, bytes, PROT_READ | PROT_WRITE, fd == -1 ?
	    MAP_SHARED | MAP_ANONYMOUS : MAP_SHARED, fd, 0);
	if (head == MAP_FAILED)
		log_die("no memory for the figures");
	/* The mapping keeps the file open: the lock would stay with it. */
	if (fd != -1) {
		flock(fd, LOCK_UN);
		close(fd);
	}
	k->program = program;
	k->head = head;
	k->cells = (_Atomic uint64_t *)(head + 1);
	k->place = take_place(head);
}

void
meter_add(struct meter *m, size_t series, uint64_t n)
{
	if (m != NULL && meter_book.cells != NULL && series < m->n)
		atomic_fetch_add_explicit(&meter_book.cells[m->first + series],
		    n, memory_order_relaxed);
}

/* The first bound that is not below the value; METER_BOUNDS = +Inf. */
static size_t
bucket(const struct meter *m, uint64_t value)
{
	const uint64_t *bounds = meter_bounds(m->kind);
	size_t i = 0;

	while (i < METER_BOUNDS && value > bounds[i])
		i++;
	return i;
}

void
meter_note(struct meter *m, size_t series, uint64_t value)
{
	_Atomic uint64_t *c;

	if (m == NULL || meter_book.cells == NULL || series >= m->n)
		return;
	c = &meter_book.cells[m->first + series * width(m->kind)];
	atomic_fetch_add_explicit(&c[bucket(m, value)], 1,
	    memory_order_relaxed);
	atomic_fetch_add_explicit(&c[METER_BOUNDS + 1], value,
	    memory_order_relaxed);
}

void
meter_move(struct meter *m, long long by)
{
	if (m != NULL && meter_book.cells != NULL)
		atomic_fetch_add_explicit(&meter_book.cells[m->first +
		    meter_book.place], (uint64_t)by, memory_order_relaxed);
}

void
meter_since(struct meter *m, uint64_t us)
{
	if (m != NULL && meter_book.cells != NULL)
		atomic_store_explicit(&meter_book.cells[m->first +
		    meter_book.place], us, memory_order_relaxed);
}

uint64_t
meter_read(const struct meter *m, size_t series)
{
	const _Atomic uint64_t *c;
	uint64_t sum = 0;
	size_t i;

	if (m == NULL || meter_book.cells == NULL || series >= m->n)
		return 0;
	c = &meter_book.cells[m->first + series * width(m->kind)];
	if (m->kind == METER_COUNTER)
		return atomic_load(c);
	for (i = 0; i <= METER_BOUNDS; i++)
		sum += atomic_load(&c[i]);
	return sum;
}
