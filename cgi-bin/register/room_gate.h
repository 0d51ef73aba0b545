#ifndef REGISTER_ROOM_GATE_H
#define REGISTER_ROOM_GATE_H

#include "app.h"

/* Reads the key of the tickets; exits without it. */
void		 gate_key(const struct app *);
/* OUT_DONE: go on.  Else the answer is made, or OUT_BUSY without one. */
enum outcome	 gate_pass(struct req *);

#endif
