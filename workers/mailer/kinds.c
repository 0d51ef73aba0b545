#include <string.h>

#include "mailer.h"

/*
 * Every kind of mail.  To add one: a row and its parts in the file of its
 * readers, and the translations in po/ko/mailer.po and po/ja/mailer.po.
 */
static const struct kind *const groups[] = {
	account_kinds, application_kinds, office_kinds, grade_kinds,
	letter_kinds
};

const struct kind *
kind_find(const char *name)
{
	const struct kind *k;
	size_t i;

	for (i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		for (k = groups[i]; k->name != NULL; k++)
			if (strcmp(k->name, name) == 0)
				return k;
	return NULL;
}
