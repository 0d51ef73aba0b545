#ifndef REGISTER_ROOM_GATE_H
#define REGISTER_ROOM_GATE_H

#include "app.h"

/* Reads the key of the tickets; exits without it. */
void		 gate_key(const struct app *);

#endif
