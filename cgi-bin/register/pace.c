#include "pace.h"

#define CALM	20	/* a second */
#define ONSET	40	/* the same in the first second of a rush */

int
pace_calm(struct pace *p, long now_ms)
{
	long second = now_ms / 1000;

	if (p->second != second) {
		p->before = p->second == second - 1 ? p->n : 0;
		p->second = second;
		p->n = 0;
	}
	p->n++;
	return p->before < CALM && p->n <= ONSET;
}
