#include "staff.h"
#include "purpose.h"

/* What this login's downloads are for (S25). */
static const struct purpose_page page = {
	.said = SQL_REASON,
	.save = SQL_REASON_SAVE,
	.home = "/staff/lists",
	.above = "/staff",
	.above_word = N_("Desk"),
};

/* GET /staff/reason */
enum outcome
staff_reason_show(struct req *req)
{
	return purpose_show(req, &page, OUT_DONE);
}

/* POST /staff/reason */
enum outcome
staff_reason(struct req *req)
{
	return purpose_save(req, &page);
}
