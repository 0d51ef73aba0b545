#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "staff_api.index", 0, 1 },
	[SQL_APPLICATIONS] = { "staff_api.applications", 8, 1 },
	[SQL_APPLICATIONS_FRAME] = { "staff_api.applications_frame", 3, 1 },
	[SQL_DECIDE] = { "staff_api.decide", 5, 1 },
	[SQL_APPLICATION] = { "staff_api.application", 2, 1 },
	[SQL_APPLICATION_DIFFERENCES] =
	    { "staff_api.application_differences", 1, 1 },
	[SQL_APPLICATION_STORY] = { "staff_api.application_story", 1, 1 },
	[SQL_ISSUE] = { "staff_api.issue", 4, 1 },
	[SQL_ISSUE_PLAN] = { "staff_api.issue_plan", 2, 1 },
	[SQL_ISSUE_SKIPPED] = { "staff_api.issue_skipped", 1, 1 },
	[SQL_ISSUE_RUNS] = { "staff_api.issue_runs", 1, 1 },
	[SQL_IDENTITY] = { "staff_api.identity", 1, 1 },
	[SQL_IDENTITY_DECIDE] = { "staff_api.identity_decide", 5, 1 },
	[SQL_TERMS] = { "staff_api.terms", 1, 1 },
};
