#include <stddef.h>

#include "certificates.h"
#include "form.h"

const char *const certificates_mistakes[] = { "name", "study", "courses",
	"dates", "language", "other", NULL };

/* POST /certificates/report: something is wrong on a document (R108). */
enum outcome
certificates_report(struct req *req)
{
	const char *values[] = { req->request, field(req, "serial"),
	    field(req, "what"), field(req, "words") };

	return form_post(req, SQL_REPORT, values, say_rows, "/certificates",
	    certificates_show);
}
