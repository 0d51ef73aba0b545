#ifndef TEACH_STATEMENTS_H
#define TEACH_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql {
	SQL_INDEX, SQL_TERMS, SQL_HEAD, SQL_SPREAD, SQL_ROSTER, SQL_SHEET,
	SQL_SAVE, SQL_APPEALS, SQL_APPEAL_ACTS, SQL_APPEAL_DECIDE, SQL__MAX
};

extern const struct stmt stmts[SQL__MAX];

#endif
