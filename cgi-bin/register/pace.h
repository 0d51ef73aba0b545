#ifndef REGISTER_PACE_H
#define REGISTER_PACE_H

/*
 * How often something is asked for.  While few ask, each gets everything made
 * for him alone; in a rush what costs most is shared or left for a click.
 */
struct pace {
	long	second;		/* the one that is counted */
	int	n, before;	/* in it, and in the one before */
};

/* Counts one more at this moment (ms); 1 while few ask.  The caller holds a
 * lock. */
int	 pace_calm(struct pace *, long now_ms);

#endif
