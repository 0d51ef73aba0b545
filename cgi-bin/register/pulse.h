#ifndef REGISTER_PULSE_H
#define REGISTER_PULSE_H

#include "app.h"

/*
 * Tells the database every two seconds what this process has done, for the live
 * board: one short row while something happens, none while nothing does.
 * Called once, before the first request; 0, or -1 when no thread can be had.
 */
int		 pulse_start(struct app *);

#endif
