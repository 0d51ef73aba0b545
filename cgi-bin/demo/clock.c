#include <string.h>

#include "demo.h"
#include "next.h"

/* The moments of the contract, section 2. */
static const struct {
	const char	*name, *at;
} moments[] = {
	{ "apply", "2025-08-14T10:00:00+09:00" },
	{ "register", "2025-08-18T09:00:00+09:00" },
	{ "change", "2025-09-01T09:00:00+09:00" },
	{ "withdraw", "2025-09-08T09:00:00+09:00" },
	{ "grades", "2025-12-29T09:00:00+09:00" },
};

/*
 * POST /demo/clock: jumps, with every timed job on the way, and goes back to
 * the page whose banner was used.
 */
enum outcome
demo_clock(struct req *req)
{
	const char *at = NULL, *back;
	struct db_batch *b;
	enum outcome o;
	size_t i;

	if (*field_problem(req, "to") != '\0')
		return resp_error(req, OUT_INVALID, T(req, "The clock knows "
		    "five moments. Please use the buttons of the banner."));
	for (i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		if (strcmp(moments[i].name, field(req, "to")) == 0)
			at = moments[i].at;
	b = db_open(req);
	db_call(b, SQL_CLOCK_SET, at);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	back = next_page(req->arena, field(req, "back"));
	return resp_redirect(req, "%s", *back == '\0' ? "/" : back);
}
