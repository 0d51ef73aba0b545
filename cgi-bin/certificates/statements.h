#ifndef CERTIFICATES_STATEMENTS_H
#define CERTIFICATES_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_FRAME, SQL_TYPES, SQL_MINE, SQL_DOCUMENTS, SQL_WAITING, SQL_ASK,
	SQL_AGAIN, SQL_DROP, SQL_CODE, SQL_SETTLE, SQL_REPORT, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
