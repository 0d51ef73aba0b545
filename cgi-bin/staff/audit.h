#ifndef STAFF_AUDIT_H
#define STAFF_AUDIT_H

#include "staff.h"

/* audit.c */
/* How an act ended, in words. */
const char	*audit_outcome(struct req *, const char *word);
/* How far the audit is sealed: head signed_at sealed unsealed late late_min. */
void		 audit_push_state(struct view *, const struct db_rows *);

#endif
