#include "register.h"

/* POST /register/cart: puts sections aside until the window opens. */
enum outcome
register_cart(struct req *req)
{
	const char *const *codes;
	struct db_batch *b;
	enum outcome o;
	size_t n;
	int call;

	if (fields_bad(req))
		return register_show(req, OUT_INVALID);
	codes = field_all(req, "section", &n);
	b = db_open(req);
	call = db_call(b, SQL_CART_CHANGE, req->request,
	    db_array(req->arena, codes, n), field(req, "decision"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (outcome_good(o))
		return resp_done(req, "/register");
	return register_show(req, o);
}
