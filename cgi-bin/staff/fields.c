#include "staff.h"

/* The fields of the forms; those of master data are named as the columns of
 * the imports. */

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

const struct field applications_fields[] = {
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
const struct field application_fields[] = {
	{ "id", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Application"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    decisions },
	REASON,
	{ "seen", FIELD_ID, 0, 0, 0, N_("Shown at"), NULL },
	{ 0 }
};
const struct field issue_fields[] = {
	TERM,
	{ "release_at", FIELD_TIME, 0, 0, 0, N_("Send the mails at"), NULL },
	{ "application", FIELD_ID, FIELD_REPEATED, 0, 0, N_("Applications"),
	    NULL },
	{ 0 }
};
const struct field identity_fields[] = {
	{ "a", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("One person"), NULL },
	{ "b", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("The other person"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    identities },
	REASON,
	{ 0 }
};

static const char *const kinds[] = { "APPLY", "COURSE_OPENING", "REGISTER",
    "CHANGE", "WITHDRAW", "GRADE_VIEW", "GRADE_APPEAL", NULL };
static const char *const doors[] = { "both", "list", "web", NULL };
static const char *const section_states[] = { "open", "closed", NULL };
static const char *const stages[] = { "before_approval", "after_application",
    "after_registration", NULL };
static const char *const programmes[] = { "credit-exchange", NULL };
static const char *const exception_kinds[] = { "late-list", "late-letter",
    "late-act", "late-withdrawal", NULL };
static const char *const exception_acts[] = { "ask", "agree", "end", NULL };
static const char *const notice_acts[] = { "save", "end", NULL };
static const char *const holiday_acts[] = { "add", "remove", NULL };
static const char *const mail_states[] = { "failed", "queued", "sending",
    "sent", "dropped", NULL };
static const char *const account_kinds[] = { "staff", "partner", "student",
    NULL };
static const char *const people_acts[] = { "add", "disable", "enable", "reset",
    "role-add", "role-remove", "totp-end", NULL };
static const char *const app_reasons[] = { "lost", "replaced", "unsafe", NULL };
static const char *const roles[] = { "admin", "academic", "affairs",
    "instructor", "auditor", "coordinator", "recommender", NULL };
static const char *const langs[] = { "ko", "en", "ja", NULL };
static const char *const correction_acts[] = { "accept", "refuse", NULL };
static const char *const directions[] = { "in", "out", NULL };
static const char *const subjects[] = { "applications", "recommendation",
    "withdrawal", "final-list", "other", NULL };
static const char *const papers[] = { "letter", "recommendation", "withdrawal",
    "acknowledgement", NULL };
static const char *const paper_acts[] = { "recommend", "refuse", "reopen",
    "confirm", NULL };
static const char *const list_acts[] = { "commit", "discard", NULL };
static const char *const withdrawal_states[] = { "requested",
    "confirmed-late", "withdrawn", "refused", "taken-back", "lapsed", NULL };
static const char *const withdrawal_acts[] = { "accept", "reject", NULL };

#define PAGE	{ "page", FIELD_INT, 0, 1, 1000, N_("Page"), NULL }
#define QUERY	{ "q", FIELD_LINE, 0, 0, 60, N_("Search"), NULL }
#define CODE(n, f, l)	{ n, FIELD_WORD, f, 1, 20, l, NULL }

const struct field windows_fields[] = {
	TERM,
	{ "kind", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Window"), kinds },
	CODE("university", 0, N_("University")),
	{ "opens_at", FIELD_TIME, FIELD_REQUIRED, 0, 0, N_("Opens"), NULL },
	{ "closes_at", FIELD_TIME, FIELD_REQUIRED, 0, 0, N_("Closes"), NULL },
	REASON,
	{ "confirm", FIELD_CHECK, 0, 0, 0, N_("The overlap is intended"),
	    NULL },
	{ 0 }
};
const struct field terms_fields[] = {
	{ "code", FIELD_WORD, FIELD_REQUIRED, 1, 10, N_("Term"), NULL },
	{ "classes_from", FIELD_DATE, FIELD_REQUIRED, 0, 0,
	    N_("First day of classes"), NULL },
	{ "classes_until", FIELD_DATE, FIELD_REQUIRED, 0, 0,
	    N_("Last day of classes"), NULL },
	{ "door", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Who applies"),
	    doors },
	{ "notice_title", FIELD_LINE, 0, 0, 200, N_("Title of the notice"),
	    NULL },
	{ "notice_at", FIELD_DATE, 0, 0, 0, N_("Date of the notice"), NULL },
	{ "notice_by", FIELD_LINE, 0, 0, 100, N_("Issued by"), NULL },
	{ "catalogue_final_at", FIELD_TIME, 0, 0, 0,
	    N_("Catalogue final from"), NULL },
	{ 0 }
};
/* The page of sections has several forms; each carries what the others show. */
#define OF_A_SECTION	TERM, \
	CODE("school", 0, N_("School")), \
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), section_states }, \
	QUERY, \
	PAGE, \
	CODE("section", FIELD_REQUIRED, N_("Section"))
#define CAPACITY(f)	\
	{ "capacity", FIELD_INT, f, 0, 5000, N_("Seats"), NULL }
#define UNTIL	\
	{ "until", FIELD_TIME, 0, 0, 0, N_("Another section until"), NULL }
#define QUOTA(f)	CODE("university", f, N_("University")), \
	{ "seats", FIELD_INT, 0, 0, 5000, N_("Exchange seats"), NULL }
#define MINUTES(f)	\
	{ "minutes", FIELD_INT, f, 0, 1440, N_("Minutes"), NULL }

const struct field sections_fields[] = {
	OF_A_SECTION, CAPACITY(FIELD_REQUIRED), UNTIL, QUOTA(0), MINUTES(0),
	{ 0 }
};
const struct field delay_fields[] = {
	OF_A_SECTION, CAPACITY(0), UNTIL, QUOTA(0), MINUTES(FIELD_REQUIRED),
	{ 0 }
};
const struct field quota_fields[] = {
	OF_A_SECTION, CAPACITY(0), UNTIL, QUOTA(FIELD_REQUIRED), MINUTES(0),
	{ 0 }
};
const struct field close_fields[] = {
	OF_A_SECTION, CAPACITY(0), REASON, UNTIL, QUOTA(0), MINUTES(0),
	{ 0 }
};
static const char *const on_off[] = { "on", "off", NULL };
const struct field waitlist_fields[] = {
	OF_A_SECTION,
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    on_off },
	CAPACITY(0), UNTIL, QUOTA(0), MINUTES(0),
	{ 0 }
};
const struct field courses_fields[] = {
	CODE("school", 0, N_("School")),
	QUERY,
	PAGE,
	CODE("code", FIELD_REQUIRED, N_("Course code")),
	CODE("major", FIELD_REQUIRED, N_("Major")),
	{ "title_ko", FIELD_LINE, FIELD_REQUIRED, 1, 200,
	    N_("Title in Korean"), NULL },
	{ "title_en", FIELD_LINE, FIELD_REQUIRED, 1, 200,
	    N_("Title in English"), NULL },
	{ "title_ja", FIELD_LINE, 0, 0, 200, N_("Title in Japanese"), NULL },
	{ 0 }
};
const struct field universities_fields[] = {
	CODE("code", FIELD_REQUIRED, N_("Code")),
	{ "name_ko", FIELD_LINE, FIELD_REQUIRED, 1, 120,
	    N_("Name in Korean"), NULL },
	{ "name_en", FIELD_LINE, FIELD_REQUIRED, 1, 120,
	    N_("Name in English"), NULL },
	{ "name_ja", FIELD_LINE, FIELD_REQUIRED, 1, 120,
	    N_("Name in Japanese"), NULL },
	{ "country", FIELD_WORD, FIELD_REQUIRED, 2, 2, N_("Country"), NULL },
	{ "verification_stage", FIELD_CHOICE, FIELD_REQUIRED, 0, 0,
	    N_("When it recommends"), stages },
	{ "max_credits", FIELD_INT, 0, 1, 30, N_("Credit limit"), NULL },
	{ "criteria", FIELD_TEXT, 0, 0, 2000, N_("Own criteria"), NULL },
	{ "coordinator_name", FIELD_LINE, 0, 0, 100, N_("Coordinator"), NULL },
	{ "coordinator_email", FIELD_EMAIL, 0, 0, 0,
	    N_("Coordinator's e-mail"), NULL },
	{ "coordinator_phone", FIELD_PHONE, 0, 0, 0,
	    N_("Coordinator's phone"), NULL },
	{ "active", FIELD_CHECK, 0, 0, 0, N_("Takes part"), NULL },
	{ 0 }
};
const struct field agreements_fields[] = {
	{ "agreement", FIELD_ID, 0, 0, 0, N_("Agreement"), NULL },
	CODE("university", FIELD_REQUIRED, N_("University")),
	{ "programme_type", FIELD_CHOICE, FIELD_REQUIRED, 0, 0,
	    N_("Programme"), programmes },
	{ "valid_from", FIELD_DATE, FIELD_REQUIRED, 0, 0, N_("Valid from"),
	    NULL },
	{ "valid_until", FIELD_DATE, 0, 0, 0, N_("Valid until"), NULL },
	{ "max_credits", FIELD_INT, 0, 1, 30, N_("Credit limit"), NULL },
	{ "quota", FIELD_INT, 0, 1, 10000, N_("Places a term"), NULL },
	{ "note", FIELD_TEXT, 0, 0, 1000, N_("Note"), NULL },
	{ 0 }
};
static const char *const practice_acts[] = { "start", "end", NULL };
const struct field practice_fields[] = {
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    practice_acts },
	{ "closes_at", FIELD_TIME, 0, 0, 0, N_("Until"), NULL },
	{ 0 }
};
const struct field board_fields[] = {
	{ "part", FIELD_CHECK, 0, 0, 0, NULL, NULL },
	{ "still", FIELD_CHECK, 0, 0, 0, NULL, NULL },
	{ 0 }
};
const struct field exceptions_fields[] = {
	TERM,
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    exception_acts },
	{ "exception", FIELD_ID, 0, 0, 0, N_("Exception"), NULL },
	{ "kind", FIELD_CHOICE, 0, 0, 0, N_("What may be late"),
	    exception_kinds },
	CODE("university", 0, N_("University")),
	CODE("login", 0, N_("Temporary ID of the student")),
	{ "take", FIELD_LINE, 0, 0, 150, N_("Sections to add"), NULL },
	{ "leave", FIELD_LINE, 0, 0, 150, N_("Sections to leave"), NULL },
	REASON,
	{ "until", FIELD_TIME, 0, 0, 0, N_("Until"), NULL },
	{ 0 }
};
const struct field notices_fields[] = {
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    notice_acts },
	{ "notice", FIELD_ID, 0, 0, 0, N_("Notice"), NULL },
	{ "text_ko", FIELD_TEXT, 0, 0, 1000, N_("Text in Korean"), NULL },
	{ "text_en", FIELD_TEXT, 0, 0, 1000, N_("Text in English"), NULL },
	{ "text_ja", FIELD_TEXT, 0, 0, 1000, N_("Text in Japanese"), NULL },
	{ "shown_from", FIELD_TIME, 0, 0, 0, N_("Shown from"), NULL },
	{ "shown_till", FIELD_TIME, 0, 0, 0, N_("Shown until"), NULL },
	{ 0 }
};
const struct field holidays_fields[] = {
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    holiday_acts },
	{ "day", FIELD_DATE, FIELD_REQUIRED, 0, 0, N_("Day"), NULL },
	{ "name", FIELD_LINE, 0, 0, 100, N_("Name"), NULL },
	{ 0 }
};
static const char *const room_modes[] = { "auto", "on", "off", NULL };
const struct field room_fields[] = {
	{ "mode", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("The waiting room"),
	    room_modes },
	{ "rate", FIELD_INT, FIELD_REQUIRED, 1, 100000,
	    N_("Let in a second, at most"), NULL },
	{ "open_at", FIELD_INT, FIELD_REQUIRED, 1, 100000,
	    N_("Opens at so many pages at once"), NULL },
	{ "hold_at", FIELD_INT, FIELD_REQUIRED, 1, 100000,
	    N_("Lets nobody in above so many"), NULL },
	{ "quiet", FIELD_INT, FIELD_REQUIRED, 5, 3600,
	    N_("Closes after so many quiet seconds"), NULL },
	{ "unseen", FIELD_INT, FIELD_REQUIRED, 30, 3600,
	    N_("Passes over who was away for so many seconds"), NULL },
	{ 0 }
};
const struct field mail_fields[] = {
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), mail_states },
	CODE("kind", 0, N_("Kind")),
	QUERY,
	PAGE,
	{ "mail", FIELD_ID, FIELD_REQUIRED | FIELD_REPEATED, 0, 0,
	    N_("Mails"), NULL },
	{ "to_address", FIELD_EMAIL, 0, 0, 0, N_("Corrected address"), NULL },
	{ 0 }
};
const struct field people_fields[] = {
	{ "kind", FIELD_CHOICE, 0, 0, 0, N_("Kind"), account_kinds },
	QUERY,
	PAGE,
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"), people_acts },
	{ "login", FIELD_WORD, FIELD_REQUIRED, 1, 32, N_("Login"), NULL },
	{ "name", FIELD_NAME, 0, 0, 120, N_("Name"), NULL },
	{ "email", FIELD_EMAIL, 0, 0, 0, N_("E-mail"), NULL },
	{ "phone", FIELD_PHONE, 0, 0, 0, N_("Phone"), NULL },
	{ "lang", FIELD_CHOICE, 0, 0, 0, N_("Language"), langs },
	CODE("university", 0, N_("University")),
	{ "roles", FIELD_CHOICE, FIELD_REPEATED, 0, 0, N_("Roles"), roles },
	{ "why", FIELD_CHOICE, 0, 0, 0, N_("Reason"), app_reasons },
	{ 0 }
};
static const char *const certificate_decisions[] = { "verify", "refuse",
	"correct", "decline", "revoke", "reissue", NULL };
const struct field certificates_fields[] = {
	{ "q", FIELD_LINE, 0, 0, 100, N_("Search"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    certificate_decisions },
	{ "wish", FIELD_ID, 0, 0, 0, NULL, NULL },
	{ "case", FIELD_ID, 0, 0, 0, NULL, NULL },
	{ "serial", FIELD_WORD, 0, 0, 40, N_("Serial number"), NULL },
	{ "reason", FIELD_LINE, 0, 0, 1000, N_("Reason in Korean"), NULL },
	{ "reason_en", FIELD_LINE, 0, 0, 1000, N_("Reason in English"), NULL },
	{ 0 }
};
const struct field degrees_fields[] = {
	{ "student_no", FIELD_WORD, FIELD_REQUIRED, 1, 30,
	    N_("Student number"), NULL },
	{ "line", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Line"), NULL },
	{ "value", FIELD_LINE, 0, 0, 300, N_("New value"), NULL },
	{ "reason", FIELD_LINE, FIELD_REQUIRED, 1, 1000, N_("Reason"), NULL },
	{ 0 }
};
const struct field corrections_fields[] = {
	{ "correction", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Correction"),
	    NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    correction_acts },
	{ "answer", FIELD_TEXT, 0, 0, 1000, N_("Answer"), NULL },
	{ 0 }
};
const struct field official_fields[] = {
	CODE("university", FIELD_REQUIRED, N_("University")),
	{ "direction", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Direction"),
	    directions },
	QUERY,
	PAGE,
	TERM,
	{ "subject", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("About"),
	    subjects },
	{ "letter_no", FIELD_LINE, FIELD_REQUIRED, 1, 80,
	    N_("Number of the letter"), NULL },
	{ "letter_date", FIELD_DATE, FIELD_REQUIRED, 0, 0,
	    N_("Date of the letter"), NULL },
	{ "letter", FIELD_FILE, 0, 0, 0, N_("The letter as a file"), NULL },
	{ 0 }
};
const struct field official_file_fields[] = {
	{ "letter", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Letter"), NULL },
	{ 0 }
};
const struct field onbehalf_fields[] = {
	TERM,
	CODE("university", 0, N_("University")),
	{ "what", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("What came"),
	    papers },
	{ "upload", FIELD_ID, 0, 0, 0, N_("List"), NULL },
	{ "list", FIELD_ID, 0, 0, 0, N_("List of registrations"), NULL },
	{ "application", FIELD_ID, FIELD_REPEATED, 0, 0, N_("Applications"),
	    NULL },
	{ "withdrawal", FIELD_ID, FIELD_REPEATED, 0, 0, N_("Withdrawals"),
	    NULL },
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"), paper_acts },
	REASON,
	{ "letter_no", FIELD_LINE, 0, 0, 80, N_("Number of the letter"),
	    NULL },
	{ "letter_date", FIELD_DATE, 0, 0, 0, N_("Date of the letter"), NULL },
	{ "received_at", FIELD_TIME, 0, 0, 0, N_("Received at"), NULL },
	{ "letter", FIELD_FILE, 0, 0, 0, N_("The letter as a file"), NULL },
	{ 0 }
};
static const char *const list_kinds[] = { "registrations", "grades", NULL };
static const char *const list_states[] = { "open", "late", "done", NULL };
static const char *const whys[] = { "login", "none", "below", NULL };

static const char *const grade_states[] = { "missing", "done", NULL };
static const char *const appeal_states[] = { "late", "open", "decided",
    NULL };
static const char *const appeal_decisions[] = { "change", "keep", "extend",
    NULL };

const struct field grades_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), grade_states },
	{ "section", FIELD_WORD, FIELD_REPEATED, 1, 20, N_("Sections"), NULL },
	{ 0 }
};
const struct field appeals_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), appeal_states },
	{ "appeal", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Request"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    appeal_decisions },
	{ "grade", FIELD_LINE, 0, 0, 20, N_("New grade"), NULL },
	{ "until", FIELD_TIME, 0, 0, 0, N_("New due date"), NULL },
	{ "reason", FIELD_TEXT, FIELD_REQUIRED, 0, 2000, N_("Reason"), NULL },
	{ 0 }
};
const struct field lists_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), list_states },
	{ "kind", FIELD_CHOICE, 0, 0, 0, N_("Kind of list"), list_kinds },
	CODE("university", 0, N_("University")),
	PAGE,
	{ 0 }
};
const struct field list_file_fields[] = {
	{ "list", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("List"), NULL },
	{ 0 }
};
const struct field missing_fields[] = {
	TERM,
	CODE("university", 0, N_("University")),
	{ "why", FIELD_CHOICE, 0, 0, 0, N_("State"), whys },
	PAGE,
	{ 0 }
};
const struct field withdrawals_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), withdrawal_states },
	CODE("university", 0, N_("University")),
	{ "withdrawal", FIELD_ID, FIELD_REQUIRED | FIELD_REPEATED, 0, 0,
	    N_("Withdrawals"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    withdrawal_acts },
	REASON,
	{ 0 }
};
const struct field list_fields[] = {
	TERM,
	CODE("university", 0, N_("University")),
	{ "upload", FIELD_ID, 0, 0, 0, N_("List"), NULL },
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"), list_acts },
	{ "list", FIELD_FILE, 0, 0, 0, N_("Applicant list"), NULL },
	{ 0 }
};
