#include <string.h>

#include "i18n.h"
#include "press.h"

/* The kinds of documents: a new one is a row here, a function that fills it
 * from its content, and a row in sql/rules/30-documents.sql. */
static const struct kind kinds[] = {
	{ "registration", N_("Confirmation of course registration"),
	    fill_registration, NULL },
	{ "letter", N_("Letter of recommendation"), fill_letter, NULL },
	{ "enrollment", N_("Certificate of Enrollment"), fill_enrollment, NULL },
	{ "degree", N_("Certificate of Degree"), fill_degree, NULL },
	{ "transcript", N_("Transcript"), fill_transcript, NULL },
	{ "expected-degree", N_("Certificate of Expected Degree"),
	    fill_expected, NULL },
	{ "course-completion", N_("Certificate of Course Completion"),
	    fill_completion, NULL },
	{ "leave-of-absence", N_("Certificate of Leave of Absence"),
	    fill_leave, NULL },
	{ "termination", N_("Certificate of Termination"), fill_termination, NULL },
	{ "conferral", N_("Certificate of Conferral"), fill_conferral, NULL },
	{ "tuition-payment", N_("Certificate of Tuition Payment"),
	    fill_tuition, NULL },
	{ "course-registration", N_("Certificate of Course Registration"),
	    fill_registration, NULL },
	{ "grade-list", N_("List of grades"), NULL, lay_grades },
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
