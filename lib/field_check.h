#ifndef SOJOURN_FIELD_CHECK_H
#define SOJOURN_FIELD_CHECK_H

struct req;
struct field;

/* Inside lib/ only.  The normalised value of valid UTF-8 text ("" = absent),
 * or *problem set to a translated sentence. */
const char	*field_normal(struct req *, const struct field *,
		    const char *raw, const char **problem);

#endif
