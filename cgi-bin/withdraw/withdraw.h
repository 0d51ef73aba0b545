#ifndef WITHDRAW_H
#define WITHDRAW_H

#include "app.h"
#include "statements.h"

/* The pages of this program. */
enum outcome	withdraw_index(struct req *);
enum outcome	withdraw_ask(struct req *);
enum outcome	withdraw_back(struct req *);

#endif
