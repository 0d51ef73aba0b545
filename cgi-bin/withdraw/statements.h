#ifndef WITHDRAW_STATEMENTS_H
#define WITHDRAW_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_INDEX, SQL_COURSES, SQL_ASK, SQL_BACK, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
