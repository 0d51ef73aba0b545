#include <string.h>

#include "public.h"

/* GET /courses/seats.json: the seats left, for scripts (R26). */
enum outcome
public_seats(struct req *req)
{
	struct db_batch *b;
	struct db_rows *rows;
	enum outcome o;
	const char *body;
	int seats;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	seats = db_call(b, SQL_SEATS, field(req, "term"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, seats);
	if (db_count(rows) == 0)
		return OUT_UNKNOWN;
	body = db_get(rows, 0, "body");
	o = resp_bytes(req, 200, "application/json", body, strlen(body));
	req->reply.cacheable = 1;
	return o;
}
