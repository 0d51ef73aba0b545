#include "demo.h"

const struct stmt demo_stmts[SQL__MAX] = {
	[SQL_CLOCK_SET] = { "demo_api.clock_set", 1, 0 },
};
