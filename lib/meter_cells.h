#ifndef SOJOURN_METER_CELLS_H
#define SOJOURN_METER_CELLS_H

#include <stdatomic.h>

#include "meter.h"

/* Inside lib/ only: where the figures of meter.h lie. */

#define METER_FAMILIES	24
#define METER_BOUNDS	13	/* of a histogram, +Inf left out */
#define METER_PROCESSES	8	/* at most so many count at the same time */

struct meter {
	enum meter_kind		 kind;
	const char		*name, *help;
	const char *const	*labels;
	size_t			 n;		/* series */
	size_t			 first;		/* cell of the first series */
};

/* The beginning of the file; the cells follow. */
struct meter_head {
	uint64_t		 layout;
	_Atomic int32_t		 pids[METER_PROCESSES];	/* 0 = free */
};

struct meter_book {
	struct meter		 meters[METER_FAMILIES];
	size_t			 n, used;
	const char		*program;
	struct meter_head	*head;		/* NULL before meter_open */
	_Atomic uint64_t	*cells;
	size_t			 place;		/* of this process's gauges */
};

extern struct meter_book meter_book;

/* The METER_BOUNDS upper bounds of a histogram, in µs or numbers. */
const uint64_t	*meter_bounds(enum meter_kind);

#endif
