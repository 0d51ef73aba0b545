#ifndef SOJOURN_STUDY_WORDS_H
#define SOJOURN_STUDY_WORDS_H

#include "form.h"

/* Levels of study (BA, MA, PHD, MSPHD) and how a person stands in them; each
 * ends with { NULL, NULL }. */
extern const struct word level_words[], study_status_words[];

#endif
