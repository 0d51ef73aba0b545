#ifndef SOJOURN_METER_H
#define SOJOURN_METER_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct conf;

/*
 * What a program counts about itself, for /metrics.  The figures lie in a file
 * of the program's spool that all its processes map: they go on over a restart,
 * and two processes that share a socket count into one.  Counting takes no lock
 * and no system call; before meter_open(), and for a meter that is NULL, it
 * does nothing.
 *
 * A meter is one family of the Prometheus text format.  Its series are told
 * apart by labels that are known when the program starts, each written as the
 * format wants it (status="200"); a series without a label is "".  Nothing
 * about a person is ever a label.
 */
struct meter;

enum meter_kind {
	METER_COUNTER,		/* only grows */
	METER_TIMES,		/* histogram of seconds, counted in µs */
	METER_SIZES,		/* histogram of numbers from 1 on */
	METER_GAUGE,		/* sum over the processes that live */
	METER_AGE		/* seconds since a moment; the oldest process's */
};

/* The texts are kept, not copied; labels NULL: one series without.  Only before
 * meter_open(). */
struct meter	*meter_new(enum meter_kind, const char *name,
		    const char *help, const char *const *labels, size_t n);
/* Maps the file; from here on figures count.  Exits only without memory. */
void		 meter_open(const struct conf *, const char *program);

/* Counter: one more, or n. */
void		 meter_add(struct meter *, size_t series, uint64_t n);
/* Histogram: one value, µs or a number. */
void		 meter_note(struct meter *, size_t series, uint64_t value);
/* Gauge of this process. */
void		 meter_move(struct meter *, long long by);
/* Age: the moment (meter_now) since when, 0 = nothing is waiting. */
void		 meter_since(struct meter *, uint64_t us);
/* What has been counted; of a histogram the number of values. */
uint64_t	 meter_read(const struct meter *, size_t series);
/* µs on a clock that all processes of the machine share. */
uint64_t	 meter_now(void);

/*
 * All families as Prometheus text, each series with the label program.  Series
 * of a family with labels that have never counted are left out.
 */
const char	*meter_text(struct arena *);

#endif
