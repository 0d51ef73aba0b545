#include "staff.h"

/* The desk of the host's staff.  Rights are in sql/rules/10-rights.sql. */

static const char *const states[] = { "submitted", "held", "returned",
    "approved", "rejected", "issued", "unconfirmed", "withdrawn", "expired",
    NULL };
static const char *const decisions[] = { "approve", "reject", "return",
    "hold", NULL };
static const char *const recommendations[] = { "none", "recommended",
    "refused", NULL };
static const char *const identities[] = { "merge", "separate", NULL };

#define TERM	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL }
#define REASON	{ "reason", FIELD_TEXT, 0, 0, 1000, N_("Reason"), NULL }

static const struct field applications_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), states },
	{ "university", FIELD_WORD, 0, 1, 12, N_("University"), NULL },
	{ "recommendation", FIELD_CHOICE, 0, 0, 0, N_("Recommendation"),
	    recommendations },
	{ "q", FIELD_LINE, 0, 0, 60, N_("Search"), NULL },
	{ "page", FIELD_INT, 0, 1, 1000, N_("Page"), NULL },
	{ "application", FIELD_ID, FIELD_REQUIRED | FIELD_REPEATED, 0, 0,
	    N_("Applications"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    decisions },
	REASON,
	{ "seen", FIELD_ID, 0, 0, 0, N_("Shown at"), NULL },
	{ 0 }
};
static const struct field application_fields[] = {
	{ "id", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Application"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    decisions },
	REASON,
	{ "seen", FIELD_ID, 0, 0, 0, N_("Shown at"), NULL },
	{ 0 }
};
static const struct field issue_fields[] = {
	TERM,
	{ "release_at", FIELD_TIME, 0, 0, 0, N_("Send the mails at"), NULL },
	{ "application", FIELD_ID, FIELD_REPEATED, 0, 0, N_("Applications"),
	    NULL },
	{ 0 }
};
static const struct field identity_fields[] = {
	{ "a", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("One person"), NULL },
	{ "b", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("The other person"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    identities },
	REASON,
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/staff", "staff", NULL, staff_index, 0, 0 },
	{ "GET", "/staff/applications", "staff.applications",
	    applications_fields, staff_applications, 0, 0 },
	{ "POST", "/staff/applications", "staff.decide",
	    applications_fields, staff_decide, 0, 0 },
	{ "GET", "/staff/applications/:id", "staff.applications",
	    application_fields, staff_application, 0, 0 },
	{ "POST", "/staff/applications/:id", "staff.decide",
	    application_fields, staff_application_decide, 0, 0 },
	{ "GET", "/staff/issue", "staff.issue", issue_fields, staff_issue,
	    0, 0 },
	{ "POST", "/staff/issue", "staff.issue", issue_fields,
	    staff_issue_run, 0, 0 },
	{ "GET", "/staff/identity", "staff.identity", identity_fields,
	    staff_identity, 0, 0 },
	{ "POST", "/staff/identity", "staff.identity", identity_fields,
	    staff_identity_decide, 0, 0 },
};

static const struct program program = {
	.name = "staff",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
	.sayings = staff_sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
