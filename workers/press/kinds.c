#include <string.h>

#include "i18n.h"
#include "press.h"

/* The kinds of documents: a new one is a row here, a function that fills it
 * from its content, and a row in sql/rules/30-documents.sql. */
static const struct kind kinds[] = {
	{ "registration", N_("Confirmation of course registration"),
	    fill_registration },
	{ "letter", N_("Letter of recommendation"), fill_letter },
	{ "enrollment", N_("Certificate of Enrollment"), fill_enrollment },
	{ "degree", N_("Certificate of Degree"), fill_degree },
	{ "transcript", N_("Transcript"), fill_transcript },
	{ "expected-degree", N_("Certificate of Expected Degree"),
	    fill_expected },
	{ "course-completion", N_("Certificate of Course Completion"),
	    fill_completion },
	{ "leave-of-absence", N_("Certificate of Leave of Absence"),
	    fill_leave },
	{ "termination", N_("Certificate of Termination"), fill_termination },
	{ "conferral", N_("Certificate of Conferral"), fill_conferral },
	{ "tuition-payment", N_("Certificate of Tuition Payment"),
	    fill_tuition },
	{ "course-registration", N_("Certificate of Course Registration"),
	    fill_registration },
};

const struct kind *
kind_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}
