#include <stddef.h>
#include <string.h>

#include "certificate.h"
#include "i18n.h"

const char *const certificate_types[] = { "enrollment", "degree",
	"transcript", "expected-degree", "course-completion",
	"leave-of-absence", "termination", "conferral", "tuition-payment",
	"course-registration", NULL };

static const struct {
	const char	*kind, *title;
} titles[] = {
	{ "registration", N_("Confirmation of course registration") },
	{ "letter", N_("Letter of recommendation") },
	{ "grade-list", N_("List of grades") },
	{ "enrollment", N_("Certificate of Enrollment") },
	{ "degree", N_("Certificate of Degree") },
	{ "transcript", N_("Transcript") },
	{ "expected-degree", N_("Certificate of Expected Degree") },
	{ "course-completion", N_("Certificate of Course Completion") },
	{ "leave-of-absence", N_("Certificate of Leave of Absence") },
	{ "termination", N_("Certificate of Termination") },
	{ "conferral", N_("Certificate of Conferral") },
	{ "tuition-payment", N_("Certificate of Tuition Payment") },
	{ "course-registration", N_("Certificate of Course Registration") },
};

const char *
certificate_title(const char *kind)
{
	size_t i;

	for (i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (strcmp(titles[i].kind, kind) == 0)
			return titles[i].title;
	return "";
}

const char *
language_name(const char *lang)
{
	return strcmp(lang, "ko") == 0 ? "한국어" : strcmp(lang, "ja") == 0 ?
	    "日本語" : strcmp(lang, "en") == 0 ? "English" : "";
}
