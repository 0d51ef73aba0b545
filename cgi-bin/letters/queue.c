#include <string.h>

#include "letters.h"

/* GET /staff/letters: what is to do, what is due first at the top (R115). */
enum outcome
letters_queue(struct req *req)
{
	const char *state = field(req, "state");
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int rows, counts;

	b = db_open(req);
	rows = db_call(b, SQL_QUEUE, state, field(req, "q"));
	counts = db_call(b, SQL_COUNTS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "letters/queue");
	view_text(v, "title", T(req, "Letters of recommendation"));
	view_rows(v, "letters", db_result(b, rows));
	view_row(v, "n", db_result(b, counts), 0);
	view_text(v, "state", state);
	return view_send(v, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
