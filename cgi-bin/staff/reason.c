#include "staff.h"
#include "purpose.h"

/* GET /staff/reason: what this login's downloads are for (S25). */
enum outcome
staff_reason_show(struct req *req)
{
	return purpose_show(req, SQL_REASON, "/staff/lists", OUT_DONE);
}

/* POST /staff/reason */
enum outcome
staff_reason(struct req *req)
{
	return purpose_save(req, SQL_REASON, SQL_REASON_SAVE,
	    "/staff/lists");
}
