#ifndef TEMPID_STATEMENTS_H
#define TEMPID_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_TERM, SQL_UNIVERSITIES, SQL_APPLY, SQL_CONFIRM_SHOW,
    SQL_CONFIRM, SQL_RESEND, SQL_RESULT, SQL_STATUS, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
