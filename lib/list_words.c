#include <stddef.h>

#include "i18n.h"
#include "list_words.h"

const struct word registration_words[] = {
	{ "none", N_("Nothing registered") },
	{ "cancelled", N_("Cancelled") },
	{ "enrolled", N_("Registered") },
	{ "withdraw_requested", N_("Withdrawal asked for") },
	{ "withdraw_home_confirmed", N_("Withdrawal confirmed") },
	{ "withdrawn", N_("Withdrawn") },
	{ "closed_by_host", N_("Closed by the host") },
	{ "completed", N_("Completed") },
	{ NULL, NULL }
};

const struct word mark_words[] = {
	{ "same", N_("Unchanged") },
	{ "added", N_("Added") },
	{ "removed", N_("Removed") },
	{ "changed", N_("Changed") },
	{ NULL, NULL }
};

const struct word stage_words[] = {
	{ "interim", N_("List after course registration") },
	{ "final", N_("Final list") },
	{ "grades", N_("List of grades") },
	{ NULL, NULL }
};

const struct word why_words[] = {
	{ "withdrawn", N_("Withdrawn") },
	{ "closed", N_("Closed by the host") },
	{ "missing", N_("grade missing") },
	{ "not-recommended", N_("not recommended by the home university") },
	{ "failed", N_("not passed") },
	{ NULL, NULL }
};
