#ifndef SOJOURN_LIST_WORDS_H
#define SOJOURN_LIST_WORDS_H

#include "form.h"

/* What lists of registrations and grades say: words of a course's state, of
 * what is different, of the kind of list, of why there are no credits; each
 * ends with { NULL, NULL }. */
extern const struct word registration_words[], mark_words[], stage_words[],
    why_words[];

#endif
