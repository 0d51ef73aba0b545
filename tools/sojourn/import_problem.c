#include <string.h>

#include "import.h"

/* What stands against a cell or a row; %s is the value that explains it. */
static const struct {
	const char	*why, *means;
} meanings[] = {
	{ "missing", N_("is missing") },
	{ "invalid", N_("is not something this column can hold") },
	{ "resident", N_("held a resident registration number; it was not "
	    "read") },
	{ "twice", N_("stands twice in the file: %s") },
	{ "unknown", N_("is not known: %s") },
	{ "taken", N_("is below the seats taken: %s") },
	{ "enrolled", N_("cannot change while people are enrolled: %s") },
	{ "student", N_("is a student's: %s") },
	{ "moved", N_("cannot change; the account belongs to: %s") },
	{ "last-admin", N_("would take away the last administrator") },
	{ "overlaps", N_("overlaps with %s") },
	{ "C1", N_("overlaps with %s; decide it with the column confirm") },
	{ "R7", N_("a university's own deadline cannot be after the host's: "
	    "%s") },
};

void
import_problem(struct cli *cli, const char *field, const char *why,
    const char *value)
{
	const char *means = why, *at;
	size_t i;

	for (i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
		if (strcmp(meanings[i].why, why) == 0)
			means = T(cli, meanings[i].means);
	at = strstr(means, "%s");
	if (at == NULL)
		printf("%s %s\n", field, means);
	else
		printf("%s %.*s%s%s\n", field, (int)(at - means), means,
		    value, at + 2);
}
