#include "mailer.h"

const struct stmt mailer_stmts[SQL__MAX] = {
	[SQL_CLAIM]   = { "mailer_api.claim", 2, 0 },
	[SQL_KEEP]    = { "mailer_api.keep", 3, 0 },
	[SQL_SENT]    = { "mailer_api.sent", 1, 0 },
	[SQL_FAILED]  = { "mailer_api.failed", 4, 0 },
	[SQL_RELEASE] = { "mailer_api.release", 2, 0 },
	[SQL_DROPPED] = { "mailer_api.dropped", 2, 0 },
};
