#ifndef SOJOURN_LATER_H
#define SOJOURN_LATER_H

#include "outcome.h"

struct req;

/*
 * The page of OUT_BUSY: what was asked for is asked again.  A page comes by
 * itself some seconds later; a form is shown with what was sent, to be sent
 * once more by one press under the same request id, so that it has one effect
 * (F8).  text is the sentence, already translated.
 */
enum outcome	 later_page(struct req *, const char *text);

#endif
