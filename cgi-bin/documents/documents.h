#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include "app.h"

enum sql { SQL_INDEX, SQL_FILE, SQL__MAX };
extern const struct stmt stmts[SQL__MAX];

/* The pages of this program. */
enum outcome	documents_index(struct req *);
enum outcome	documents_pdf(struct req *);
enum outcome	documents_xlsx(struct req *);
enum outcome	documents_json(struct req *);

#endif
