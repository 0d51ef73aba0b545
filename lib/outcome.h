#ifndef SOJOURN_OUTCOME_H
#define SOJOURN_OUTCOME_H

/*
 * What became of a request.  The words are those of the contract, section 6;
 * OUT_LOGIN, OUT_UNKNOWN and OUT_FAULT are ours: no living session, nothing
 * there, and a fault of this software.
 */
enum outcome {
	OUT_DONE, OUT_PENDING, OUT_ALREADY, OUT_FULL, OUT_CLOSED, OUT_WINDOW,
	OUT_CREDITS, OUT_CONFLICT, OUT_NOT_OPEN, OUT_NOT_APPROVED,
	OUT_NOT_RECOMMENDED, OUT_DUPLICATE, OUT_INVALID, OUT_EXPIRED,
	OUT_QUOTA, OUT_INELIGIBLE, OUT_LOCKED, OUT_FORBIDDEN, OUT_BUSY,
	OUT_GONE, OUT_CHANGED, OUT_RETURNED, OUT_REVIEW, OUT_UNCONFIRMED,
	OUT_MINIMUM, OUT_LATE, OUT_LETTER_MISSING,
	OUT_LOGIN, OUT_UNKNOWN, OUT_FAULT,
	OUT__MAX
};

/* The contract's word, "done" … "letter-missing", "login", "unknown", "fault". */
const char	*outcome_word(enum outcome);
/* The outcome of a word; OUT_FAULT for a word nobody knows. */
enum outcome	 outcome_of(const char *word);
/* 303 for done, pending, already and login; 403, 404, 429, 500; else 422. */
int		 outcome_status(enum outcome);
/* 1 for done, pending and already: something holds now. */
int		 outcome_good(enum outcome);

#endif
