#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "grades_api.index", 2, 1 },
	[SQL_TERMS] = { "grades_api.terms", 1, 1 },
	[SQL_COURSES] = { "grades_api.courses", 2, 1 },
	[SQL_APPEALS] = { "grades_api.appeals", 2, 1 },
	[SQL_APPEAL_ACTS] = { "grades_api.appeal_acts", 1, 1 },
	[SQL_ASK] = { "grades_api.ask", 4, 1 },
	[SQL_TAKE_BACK] = { "grades_api.take_back", 2, 1 },
};
