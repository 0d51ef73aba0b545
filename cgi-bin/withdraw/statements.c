#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "withdraw_api.index", 1, 1 },
	[SQL_COURSES] = { "withdraw_api.courses", 1, 1 },
	[SQL_ASK] = { "withdraw_api.ask", 3, 1 },
	[SQL_BACK] = { "withdraw_api.back", 2, 1 },
};
