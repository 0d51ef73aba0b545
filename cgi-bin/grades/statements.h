#ifndef GRADES_STATEMENTS_H
#define GRADES_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql {
	SQL_INDEX, SQL_TERMS, SQL_COURSES, SQL_APPEALS, SQL_APPEAL_ACTS,
	SQL_ASK, SQL_TAKE_BACK, SQL__MAX
};

extern const struct stmt stmts[SQL__MAX];

#endif
