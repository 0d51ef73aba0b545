#include "partner.h"
#include "purpose.h"

/* What this login's downloads are for (S25). */
static const struct purpose_page page = {
	.said = SQL_REASON,
	.save = SQL_REASON_SAVE,
	.home = "/partner/students",
	.above = "/partner",
	.above_word = N_("Your university"),
};

/* GET /partner/reason */
enum outcome
partner_reason_show(struct req *req)
{
	return purpose_show(req, &page, OUT_DONE);
}

/* POST /partner/reason */
enum outcome
partner_reason(struct req *req)
{
	return purpose_save(req, &page);
}
