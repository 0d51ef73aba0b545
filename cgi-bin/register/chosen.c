#include "arena.h"
#include "register.h"

enum outcome
register_chosen(struct req *req, enum outcome outcome,
    const char *const *codes, size_t n, const char *leave)
{
	const char *asked = db_array(req->arena, codes, n);
	struct db_batch *b;
	struct db_rows *rows;
	struct view *v;
	enum outcome o;
	int chosen, instead;

	b = db_open(req);
	chosen = db_call(b, SQL_CHOSEN, req->lang, asked);
	instead = db_call(b, SQL_INSTEAD, req->lang, asked, leave, NULL);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, chosen);
	v = view_new(req, "register/chosen");
	view_text(v, "title", leave == NULL ?
	    T(req, "Nothing was registered") : T(req, "Nothing was swapped"));
	view_text(v, "leave", leave);
	if (db_count(rows) > 0)
		view_list(v, "rows", "register/chosen_row", rows);
	else
		view_text(v, "rows", "");
	view_rows(v, "instead", db_result(b, instead));
	return view_send(v, outcome);
}
