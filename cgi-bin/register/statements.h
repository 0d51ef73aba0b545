#ifndef REGISTER_STATEMENTS_H
#define REGISTER_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_INDEX, SQL_MINE, SQL_WEEK, SQL_OFFERS, SQL_CHOICES, SQL_CHOSEN,
    SQL_CART, SQL_CART_CHANGE, SQL_CONFIRMATION, SQL_INSTEAD,
    SQL_DECIDE_BATCH, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
