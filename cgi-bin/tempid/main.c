#include "tempid.h"

/* Applying alone for a temporary student ID (R35-R43); open to everybody. */

static const char *const levels[] = { "BA", "MA", "PHD", "MSPHD", NULL };
static const char *const statuses[] = { "enrolled", "leave", NULL };

static const struct field apply_fields[] = {
	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL },
	{ "university", FIELD_WORD, FIELD_REQUIRED, 2, 12,
	    N_("Home university"), NULL },
	{ "student_no", FIELD_WORD, FIELD_REQUIRED, 1, 30,
	    N_("Student number at your university"), NULL },
	{ "level", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Course of study"),
	    levels },
	{ "status", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Status"),
	    statuses },
	{ "college", FIELD_NAME, 0, 1, 100, N_("College"), NULL },
	{ "department", FIELD_NAME, FIELD_REQUIRED, 1, 100,
	    N_("Department or major"), NULL },
	{ "semester", FIELD_NAME, 0, 1, 20, N_("Semester"), NULL },
	{ "name_native", FIELD_NAME, FIELD_REQUIRED, 1, 120, N_("Name"),
	    NULL },
	{ "name_family", FIELD_NAME, 0, 1, 60,
	    N_("Family name in Latin letters"), NULL },
	{ "name_given", FIELD_NAME, 0, 1, 60,
	    N_("Given name in Latin letters"), NULL },
	{ "birth_date", FIELD_DATE, FIELD_REQUIRED, 0, 0, N_("Date of birth"),
	    NULL },
	{ "previous_id", FIELD_WORD, 0, 1, 12,
	    N_("Temporary student ID of an earlier term"), NULL },
	{ "email", FIELD_EMAIL, FIELD_REQUIRED, 0, 0, N_("E-mail address"),
	    NULL },
	{ "phone", FIELD_PHONE, 0, 0, 0, N_("Telephone"), NULL },
	{ "consent_collect", FIELD_CHECK, FIELD_REQUIRED, 0, 0,
	    N_("Consent to collecting and using personal data"), NULL },
	{ "consent_provide", FIELD_CHECK, FIELD_REQUIRED, 0, 0,
	    N_("Consent to passing data on to your home university"), NULL },
	{ 0 }
};
static const struct field confirm_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ 0 }
};
static const struct field resend_fields[] = {
	{ "university", FIELD_WORD, FIELD_REQUIRED, 2, 12,
	    N_("Home university"), NULL },
	{ "student_no", FIELD_WORD, FIELD_REQUIRED, 1, 30,
	    N_("Student number at your university"), NULL },
	{ "birth_date", FIELD_DATE, FIELD_REQUIRED, 0, 0, N_("Date of birth"),
	    NULL },
	{ "email", FIELD_EMAIL, FIELD_REQUIRED, 0, 0, N_("E-mail address"),
	    NULL },
	{ 0 }
};
static const struct field result_fields[] = {
	{ "university", FIELD_WORD, FIELD_REQUIRED, 2, 12,
	    N_("Home university"), NULL },
	{ "student_no", FIELD_WORD, FIELD_REQUIRED, 1, 30,
	    N_("Student number at your university"), NULL },
	{ "birth_date", FIELD_DATE, FIELD_REQUIRED, 0, 0, N_("Date of birth"),
	    NULL },
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/tempid/apply", NULL, apply_fields, tempid_apply_show, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/tempid/apply", NULL, apply_fields, tempid_apply, 0, 0 },
	{ "GET", "/tempid/confirm", NULL, confirm_fields, tempid_confirm_show,
	    0, PAGE_PRELOGIN },
	{ "POST", "/tempid/confirm", NULL, confirm_fields, tempid_confirm, 0,
	    0 },
	{ "GET", "/tempid/resend", NULL, resend_fields, tempid_resend_show, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/tempid/resend", NULL, resend_fields, tempid_resend, 0,
	    0 },
	{ "GET", "/tempid/result", NULL, result_fields, tempid_result_show, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/tempid/result", NULL, result_fields, tempid_result, 0,
	    0 },
};

static const struct saying sayings[] = {
	{ "apply", OUT_PENDING, N_("Your application has arrived. It counts "
	    "after you open the link that we have sent to your e-mail "
	    "address.") },
	{ "apply", OUT_CLOSED, N_("In this term the home universities apply "
	    "for their students. Please ask the coordinator of yours.") },
	{ "apply", OUT_INELIGIBLE, N_("Enrolled students of a university with "
	    "an agreement for the term can apply.") },
	{ "apply", OUT_BUSY, N_("Too many attempts with this student number. "
	    "Please try again in an hour.") },
	{ "confirm", OUT_DONE, N_("Your e-mail address is confirmed and your "
	    "application is submitted.") },
	{ "confirm", OUT_ALREADY, N_("This link was used before. Nothing "
	    "changed.") },
	{ "confirm", OUT_EXPIRED, N_("This link has run out. Please ask for "
	    "a new one.") },
	{ "confirm", OUT_GONE, N_("This link leads nowhere. Please open the "
	    "newest link of the mail, or ask for a new one.") },
	{ "confirm", OUT_REVIEW, N_("Your e-mail address is confirmed. There "
	    "is another application under this student number; your home "
	    "university decides which one is yours.") },
	{ "resend", OUT_PENDING, N_("If an application waits for its "
	    "confirmation, we have written to the address you gave.") },
	{ "resend", OUT_BUSY, N_("Too many attempts with this student number. "
	    "Please try again in an hour.") },
	{ "result", OUT_PENDING, N_("If there is an application, we have "
	    "written to the address we hold.") },
	{ "result", OUT_BUSY, N_("Too many attempts with this student number. "
	    "Please try again in an hour.") },
	{ NULL, OUT_DONE, NULL }
};

static const struct program program = {
	.name = "tempid",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
	.sayings = sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
