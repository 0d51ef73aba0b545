#include <string.h>

#include "i18n.h"
#include "press.h"

/* The kinds of documents: a new one is a row here, a function that fills it
 * from its content, and a row in sql/rules/30-documents.sql. */
static const struct kind kinds[] = {
	{ "registration", N_("Confirmation of course registration"),
	    fill_registration },
	{ "letter", N_("Letter of recommendation"), fill_letter },
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
