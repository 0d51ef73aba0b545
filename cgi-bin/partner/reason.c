#include "partner.h"
#include "purpose.h"

/* GET /partner/reason: what this login's downloads are for (S25). */
enum outcome
partner_reason_show(struct req *req)
{
	return purpose_show(req, SQL_REASON, "/partner/students", OUT_DONE);
}

/* POST /partner/reason */
enum outcome
partner_reason(struct req *req)
{
	return purpose_save(req, SQL_REASON, SQL_REASON_SAVE,
	    "/partner/students");
}
