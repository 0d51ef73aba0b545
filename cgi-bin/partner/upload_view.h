#ifndef PARTNER_UPLOAD_VIEW_H
#define PARTNER_UPLOAD_VIEW_H

#include "outcome.h"

struct req;

/* The preview of an uploaded list, or the list as it was committed. */
enum outcome	 upload_preview(struct req *, enum outcome said);
/* What keeps a row out, or what will happen with it: in the reader's words. */
const char	*upload_verdict_text(struct req *, const char *verdict,
		    const char *duplicate_of);
/* The sentence for a problem of a cell. */
const char	*upload_problem_text(struct req *, const char *reason,
		    long limit);

#endif
