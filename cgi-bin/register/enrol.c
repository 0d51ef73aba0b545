#include "arena.h"
#include "loop.h"
#include "register.h"

enum outcome
register_decide(struct req *req, const struct asked *asked, int *sent)
{
	struct decisions d = { NULL, 0 };
	int again = 1, good = 0;
	enum outcome o;
	size_t i;

	*sent = 0;
	if ((o = combiner_decide(req, asked, &d)) != OUT_DONE)
		return o;
	o = d.rows[0].outcome;
	if (o == OUT_LOGIN || o == OUT_FORBIDDEN)
		return o;
	for (i = 0; i < d.n; i++) {
		good |= outcome_good(d.rows[i].outcome);
		again &= d.rows[i].outcome == OUT_ALREADY;
	}
	if (good) {
		*sent = 1;
		return resp_done(req, again ? "/register?again=1" :
		    "/register");
	}
	for (i = 0; i < d.n; i++)
		say_act(req, d.rows[i].act, d.rows[i].outcome,
		    d.rows[i].section, d.rows[i].rule, d.rows[i].detail);
	return o;
}

/* 1 for outcomes that a page answers, 0 for those of session and fault. */
static int
is_refusal(enum outcome o)
{
	return o != OUT_LOGIN && o != OUT_FORBIDDEN && o != OUT_BUSY &&
	    o != OUT_FAULT;
}

/* POST /register/enrol: several sections at once, a result for each (R30). */
enum outcome
register_enrol(struct req *req)
{
	struct asked asked = { .act = "enrol" };
	enum outcome o;
	int sent;

	asked.take = field_all(req, "section", &asked.n);
	if (fields_bad(req))
		return req_aside(req, NULL) ? OUT_BUSY : register_chosen(req,
		    OUT_INVALID, asked.take, asked.n, NULL);
	o = register_decide(req, &asked, &sent);
	if (sent || !is_refusal(o))
		return o;
	return register_chosen(req, o, asked.take, asked.n, NULL);
}

/* POST /register/cancel: R10, C26. */
enum outcome
register_cancel(struct req *req)
{
	struct asked asked = { .act = "cancel" };
	enum outcome o;
	int sent;

	if (fields_bad(req))
		return register_show(req, OUT_INVALID);
	asked.give = field_all(req, "section", &asked.n);
	o = register_decide(req, &asked, &sent);
	if (sent || !is_refusal(o))
		return o;
	return register_show(req, o);
}

/* POST /register/swap: leaves one section and takes another, or neither. */
enum outcome
register_swap(struct req *req)
{
	struct asked asked = { .act = "swap" };
	enum outcome o;
	int sent;

	if (fields_bad(req))
		return register_show(req, OUT_INVALID);
	asked.give = field_all(req, "drop", &asked.n);
	asked.take = field_all(req, "add", &asked.n);
	o = register_decide(req, &asked, &sent);
	if (sent || !is_refusal(o))
		return o;
	return register_chosen(req, o, asked.take, asked.n, asked.give[0]);
}
