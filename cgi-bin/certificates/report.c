#include <stddef.h>

#include "certificates.h"

const char *const certificates_mistakes[] = { "name", "study", "courses",
	"dates", "language", "other", NULL };

/* POST /certificates/report: something is wrong on a document (R108). */
enum outcome
certificates_report(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return certificates_show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_REPORT, req->request, field(req, "serial"),
	    field(req, "what"), field(req, "words"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	return outcome_good(o) ? resp_done(req, "/certificates") :
	    certificates_show(req, o);
}
