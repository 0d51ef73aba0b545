#include <stddef.h>

#include "i18n.h"
#include "study_words.h"

const struct word level_words[] = {
	{ "BA", N_("Bachelor") },
	{ "MA", N_("Master") },
	{ "PHD", N_("Doctorate") },
	{ "MSPHD", N_("Integrated master and doctorate") },
	{ NULL, NULL }
};

const struct word study_status_words[] = {
	{ "enrolled", N_("Enrolled") },
	{ "leave", N_("On leave of absence") },
	{ "completed", N_("Courses completed") },
	{ "graduated", N_("Graduated") },
	{ "terminated", N_("Terminated") },
	{ NULL, NULL }
};
