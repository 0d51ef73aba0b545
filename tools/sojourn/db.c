#include "sojourn.h"

/* Every statement of the command line: functions of cli_api alone. */
const struct stmt stmts[SQL__MAX] = {
	[SQL_ACCOUNT_ACT]	= { "cli_api.account_act", 3, 0 },
	[SQL_ACCOUNT_ADD]	= { "cli_api.account_add", 8, 0 },
	[SQL_ACCOUNT_LIST]	= { "cli_api.account_list", 3, 0 },
	[SQL_CLOCK]		= { "cli_api.clock", 0, 0 },
	[SQL_CLOCK_SET]		= { "cli_api.clock_set", 1, 0 },
	[SQL_CLOCK_ADVANCE]	= { "cli_api.clock_advance", 1, 0 },
	[SQL_JOB_LIST]		= { "cli_api.job_list", 0, 0 },
	[SQL_JOB_STEP]		= { "cli_api.job_step", 1, 0 },
	[SQL_JOB_NOW]		= { "cli_api.job_now", 1, 0 },
	[SQL_PROGRAMS]		= { "cli_api.programs", 0, 0 },
	[SQL_QUEUES]		= { "cli_api.queues", 0, 0 },
	[SQL_SCHEMA_VERSION]	= { "cli_api.schema_version", 0, 0 },
	[SQL_TERM_WINDOWS]	= { "cli_api.term_windows", 1, 0 },
};
