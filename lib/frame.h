#ifndef SOJOURN_FRAME_H
#define SOJOURN_FRAME_H

struct conf;
struct req;

/* Inside lib/ only: what stands around a page's own template. */

/* Reads what the addresses of the static files say of their content, so that
 * browsers keep them for good and ask for others when they change. */
void		 frame_init(const struct conf *);
/* The page in shared/layout; memory of the request; NULL on a fault. */
const char	*frame_page(struct req *, const char *title, const char *body);
/* Messages and error summary as finished HTML, "" when there are none. */
const char	*frame_messages(struct req *);
const char	*frame_errors(struct req *);

#endif
