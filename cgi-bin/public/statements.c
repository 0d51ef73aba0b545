#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_WINDOWS] = { "public_api.windows", 1, 0 },
	[SQL_FACTS] = { "public_api.facts", 2, 0 },
	[SQL_NOTICES] = { "public_api.notices", 1, 0 },
	[SQL_COURSES] = { "public_api.courses", 6, 0 },
	[SQL_CHOICES] = { "public_api.choices", 2, 0 },
	[SQL_SECTION] = { "public_api.section", 3, 0 },
	[SQL_SECTION_QUOTAS] = { "public_api.section_quotas", 3, 0 },
	[SQL_SECTION_TIMES] = { "public_api.section_times", 2, 0 },
	[SQL_SEATS] = { "public_api.seats", 1, 0 },
};
