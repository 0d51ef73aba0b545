#ifndef PARTNER_STATEMENTS_H
#define PARTNER_STATEMENTS_H

#include "db.h"

/* The statements this program may send. */
enum sql { SQL_UPLOADS, SQL_UPLOAD_NOW, SQL_UPLOAD_STORE, SQL_UPLOAD_HEAD,
    SQL_UPLOAD_ROWS, SQL_UPLOAD_DECIDE, SQL__MAX };

extern const struct stmt stmts[SQL__MAX];

#endif
