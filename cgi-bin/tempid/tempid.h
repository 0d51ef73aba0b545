#ifndef TEMPID_H
#define TEMPID_H

#include "app.h"
#include "statements.h"

/* The pages of this program, one file each. */
enum outcome	tempid_apply(struct req *);
enum outcome	tempid_apply_show(struct req *);
enum outcome	tempid_confirm(struct req *);
enum outcome	tempid_confirm_show(struct req *);
enum outcome	tempid_resend(struct req *);
enum outcome	tempid_resend_show(struct req *);
enum outcome	tempid_result(struct req *);
enum outcome	tempid_result_show(struct req *);

/*
 * A link from a mail arrives as ?t=TOKEN: the token moves into a cookie and
 * the address becomes clean (S8); ?t=close forgets it.  Returns 1 when the answer is that redirect.
 */
int		tempid_swap_link(struct req *, const char *cookie);
/* The cookie's value under its real name, NULL when there is none. */
const char	*tempid_cookie(struct req *, const char *cookie);
/* The token of the form or of the cookie, "" when there is none. */
const char	*tempid_token(struct req *, const char *cookie);

#endif
