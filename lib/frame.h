#ifndef SOJOURN_FRAME_H
#define SOJOURN_FRAME_H

struct req;

/* Inside lib/ only: what stands around a page's own template. */

/* The page in shared/layout; memory of the request; NULL on a fault. */
const char	*frame_page(struct req *, const char *title, const char *body);
/* Messages and error summary as finished HTML, "" when there are none. */
const char	*frame_messages(struct req *);
const char	*frame_errors(struct req *);

#endif
