#ifndef REGISTER_COUNT_H
#define REGISTER_COUNT_H

#include <stdint.h>

#include "combiner.h"

/* What registration counts about itself, for /metrics and the live board. */

/* Declares the figures; before the first request. */
void		 count_start(void);
/* A request waits for its decision (+1), or has it (-1). */
void		 count_waiting(int by);
/* What became of one thing asked. */
void		 count_decided(const char *act, enum outcome);
/* A batch of n requests begins; the first has waited since, µs (meter_now). */
void		 count_batch(size_t n, uint64_t since);
/* Nothing is being decided. */
void		 count_idle(void);

/* What this process has done since the last call, for the live board. */
struct tally {
	unsigned long	 done, cancelled;
	unsigned long	 refused[OUT__MAX];	/* 0 for outcomes that are none */
	long		 waiting, oldest_ms;
};
void		 count_take(struct tally *);

#endif
