#include <string.h>

#include "outcome.h"

static const struct {
	const char	*word;
	int		 status;
} outcomes[OUT__MAX] = {
	[OUT_DONE] = { "done", 303 },
	[OUT_PENDING] = { "pending", 303 },
	[OUT_ALREADY] = { "already", 303 },
	[OUT_FULL] = { "full", 422 },
	[OUT_CLOSED] = { "closed", 422 },
	[OUT_WINDOW] = { "window", 422 },
	[OUT_CREDITS] = { "credits", 422 },
	[OUT_CONFLICT] = { "conflict", 422 },
	[OUT_NOT_OPEN] = { "not-open-to-exchange", 422 },
	[OUT_NOT_APPROVED] = { "not-approved", 422 },
	[OUT_NOT_RECOMMENDED] = { "not-recommended", 422 },
	[OUT_DUPLICATE] = { "duplicate", 422 },
	[OUT_INVALID] = { "invalid", 422 },
	[OUT_EXPIRED] = { "expired", 422 },
	[OUT_QUOTA] = { "quota", 422 },
	[OUT_INELIGIBLE] = { "ineligible", 422 },
	[OUT_LOCKED] = { "locked", 429 },
	[OUT_FORBIDDEN] = { "forbidden", 403 },
	[OUT_BUSY] = { "busy", 429 },
	[OUT_GONE] = { "gone", 422 },
	[OUT_CHANGED] = { "changed", 422 },
	[OUT_RETURNED] = { "returned", 422 },
	[OUT_REVIEW] = { "review", 422 },
	[OUT_UNCONFIRMED] = { "unconfirmed", 422 },
	[OUT_MINIMUM] = { "minimum", 422 },
	[OUT_LATE] = { "late", 422 },
	[OUT_LETTER_MISSING] = { "letter-missing", 422 },
	[OUT_LOGIN] = { "login", 303 },
	[OUT_UNKNOWN] = { "unknown", 404 },
	[OUT_FAULT] = { "fault", 500 },
};

const char *
outcome_word(enum outcome o)
{
	return outcomes[o].word;
}

enum outcome
outcome_of(const char *word)
{
	int o;

	for (o = 0; o < OUT__MAX; o++)
		if (strcmp(outcomes[o].word, word) == 0)
			return (enum outcome)o;
	return OUT_FAULT;
}

int
outcome_status(enum outcome o)
{
	return outcomes[o].status;
}

int
outcome_good(enum outcome o)
{
	return o == OUT_DONE || o == OUT_PENDING || o == OUT_ALREADY;
}
