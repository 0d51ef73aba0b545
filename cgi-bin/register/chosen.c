#include "register.h"

enum outcome
register_chosen(struct req *req, enum outcome outcome,
    const char *const *codes, size_t n)
{
	struct db_batch *b;
	struct db_rows *rows;
	struct view *v;
	enum outcome o;
	int chosen;

	b = db_open(req);
	chosen = db_call(b, SQL_CHOSEN, req->lang,
	    db_array(req->arena, codes, n));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, chosen);
	v = view_new(req, "register/chosen");
	view_text(v, "title", T(req, "Nothing was registered"));
	if (db_count(rows) > 0)
		view_list(v, "rows", "register/chosen_row", rows);
	else
		view_text(v, "rows", "");
	return view_send(v, outcome);
}
