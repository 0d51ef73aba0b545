#ifndef PUBLIC_STATEMENTS_H
#define PUBLIC_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_WINDOWS, SQL_FACTS, SQL_NOTICES, SQL_COURSES, SQL_CHOICES,
    SQL_SECTION, SQL_SECTION_TIMES, SQL_SECTION_QUOTAS, SQL_SEATS, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
