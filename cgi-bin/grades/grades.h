#ifndef GRADES_H
#define GRADES_H

#include "app.h"
#include "arena.h"
#include "statements.h"

/* The pages of this program. */
enum outcome	grades_index(struct req *);
enum outcome	grades_ask(struct req *);
enum outcome	grades_take_back(struct req *);

#endif
