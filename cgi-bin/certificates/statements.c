#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_FRAME] = { "certificates_api.frame", 0, 1 },
	[SQL_TYPES] = { "certificates_api.types", 0, 1 },
	[SQL_MINE] = { "certificates_api.mine", 0, 1 },
	[SQL_DOCUMENTS] = { "certificates_api.documents", 0, 1 },
	[SQL_WAITING] = { "certificates_api.waiting", 0, 1 },
	[SQL_ASK] = { "certificates_api.ask", 4, 1 },
	[SQL_AGAIN] = { "certificates_api.again", 2, 1 },
	[SQL_DROP] = { "certificates_api.drop", 2, 1 },
	[SQL_CODE] = { "certificates_api.code", 4, 1 },
	[SQL_SETTLE] = { "certificates_api.settle", 1, 1 },
	[SQL_REPORT] = { "certificates_api.report", 4, 1 },
};
