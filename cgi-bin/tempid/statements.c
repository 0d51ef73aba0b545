#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_TERM] = { "tempid_api.term", 2, 0 },
	[SQL_UNIVERSITIES] = { "tempid_api.universities", 2, 0 },
	[SQL_APPLY] = { "tempid_api.apply", 20, 0 },
	[SQL_CONFIRM_SHOW] = { "tempid_api.confirm_show", 2, 0 },
	[SQL_CONFIRM] = { "tempid_api.confirm", 2, 0 },
	[SQL_RESEND] = { "tempid_api.resend", 7, 0 },
	[SQL_RESULT] = { "tempid_api.result", 5, 0 },
	[SQL_STATUS] = { "tempid_api.status", 2, 0 },
};
