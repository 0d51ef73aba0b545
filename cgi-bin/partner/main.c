#include "partner.h"
#include "purpose.h"

/* What a partner university does with its own students; the university comes
 * from the session alone (S11). */

static const char *const decisions[] = { "commit", "discard", NULL };
static const char *const shows[] = { "bad", "good", "new", "returning",
    "adopts", "corrects", "differs", "doubtful", "duplicate", "already",
    "error", NULL };

#define UPLOAD_BYTES	(25 * 1024 * 1024)

static const struct field upload_fields[] = {
	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL },
	{ "list", FIELD_FILE, 0, 0, 0, N_("Applicant list"), NULL },
	{ "letter_no", FIELD_LINE, 0, 0, 80, N_("Number of the official letter"),
	    NULL },
	{ "letter_date", FIELD_DATE, 0, 0, 0, N_("Date of the official letter"),
	    NULL },
	{ "letter", FIELD_FILE, 0, 0, 0, N_("The official letter as a file"),
	    NULL },
	{ "upload", FIELD_ID, 0, 0, 0, N_("Uploaded list"), NULL },
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"), decisions },
	{ "verdict", FIELD_CHOICE, 0, 0, 0, N_("Show"), shows },
	{ "page", FIELD_INT, 0, 1, 100000, N_("Page"), NULL },
	{ 0 }
};
static const struct field bad_fields[] = {
	{ "upload", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Uploaded list"), NULL },
	{ 0 }
};

static const char *const states[] = { "submitted", "held", "returned",
    "approved", "rejected", "issued", "withdrawn", NULL };
static const char *const recommendations[] = { "none", "recommended",
    "refused", NULL };
static const char *const recommend_decisions[] = { "recommend", "refuse",
    "reopen", NULL };
static const char *const student_decisions[] = { "retract", "status_change",
    "new_email", "settle", NULL };
static const char *const stages[] = { "before_approval", "after_application",
    "after_registration", NULL };
static const char *const people_decisions[] = { "invite", "roles", "disable",
    "enable", "remind", NULL };
static const char *const roles[] = { "coordinator", "recommender", NULL };
static const char *const withdrawal_decisions[] = { "confirm", "refuse",
    NULL };
static const char *const open_only[] = { "open", NULL };

#define TERM	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL }
#define PAGE	{ "page", FIELD_INT, 0, 1, 1000, N_("Page"), NULL }
#define QUERY	{ "q", FIELD_LINE, 0, 0, 60, N_("Search"), NULL }
#define REASON	{ "reason", FIELD_TEXT, 0, 0, 1000, N_("Reason"), NULL }

static const struct field term_fields[] = {
	TERM,
	{ 0 }
};
static const struct field recommend_fields[] = {
	TERM, PAGE, QUERY, REASON,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("Recommendation"),
	    recommendations },
	{ "application", FIELD_ID, FIELD_REQUIRED | FIELD_REPEATED, 0, 0,
	    N_("Applicants"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    recommend_decisions },
	{ "criteria", FIELD_CHECK, 0, 0, 0, N_("Own criteria"), NULL },
	{ 0 }
};
static const struct field students_fields[] = {
	TERM, PAGE, QUERY,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), states },
	{ 0 }
};
static const struct field student_fields[] = {
	{ "id", FIELD_WORD, FIELD_REQUIRED, 1, 18, N_("Student"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    student_decisions },
	REASON,
	{ "value", FIELD_LINE, 0, 0, 254, N_("New value"), NULL },
	{ 0 }
};
static const struct field settings_fields[] = {
	TERM,
	{ "deadline", FIELD_TIME, 0, 0, 0, N_("Own deadline"), NULL },
	{ "coordinator_name", FIELD_NAME, 0, 0, 120, N_("Contact person"),
	    NULL },
	{ "coordinator_email", FIELD_EMAIL, 0, 0, 0,
	    N_("E-mail of the contact"), NULL },
	{ "coordinator_phone", FIELD_PHONE, 0, 0, 0,
	    N_("Telephone of the contact"), NULL },
	{ "criteria", FIELD_TEXT, 0, 0, 2000, N_("Own criteria"), NULL },
	{ "stage", FIELD_CHOICE, FIELD_REQUIRED, 0, 0,
	    N_("When you recommend"), stages },
	{ "max_credits", FIELD_INT, 0, 1, 30, N_("Credit limit"), NULL },
	{ 0 }
};
static const struct field people_fields[] = {
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    people_decisions },
	{ "account", FIELD_ID, 0, 0, 0, N_("Colleague"), NULL },
	{ "login", FIELD_WORD, 0, 0, 32, N_("Login"), NULL },
	{ "name", FIELD_NAME, 0, 0, 120, N_("Name"), NULL },
	{ "email", FIELD_EMAIL, 0, 0, 0, N_("E-mail address"), NULL },
	{ "role", FIELD_CHOICE, FIELD_REPEATED, 0, 0, N_("Roles"), roles },
	{ 0 }
};
static const struct field feed_fields[] = {
	TERM,
	{ "before", FIELD_ID, 0, 0, 0, N_("Older than"), NULL },
	{ 0 }
};
static const struct field letters_fields[] = {
	TERM,
	{ "upload", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("List"), NULL },
	{ "letter_no", FIELD_LINE, FIELD_REQUIRED, 1, 80,
	    N_("Number of the official letter"), NULL },
	{ "letter_date", FIELD_DATE, FIELD_REQUIRED, 0, 0,
	    N_("Date of the official letter"), NULL },
	{ "letter", FIELD_FILE, 0, 0, 0, N_("The official letter as a file"),
	    NULL },
	{ 0 }
};
static const struct field withdrawals_fields[] = {
	TERM,
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("Show"), open_only },
	{ "withdrawal", FIELD_ID, FIELD_REQUIRED | FIELD_REPEATED, 0, 0,
	    N_("Withdrawals"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    withdrawal_decisions },
	{ "letter_no", FIELD_LINE, 0, 0, 80, N_("Number of the official letter"),
	    NULL },
	{ "letter_date", FIELD_DATE, 0, 0, 0, N_("Date of the official letter"),
	    NULL },
	{ "letter", FIELD_FILE, 0, 0, 0, N_("The official letter as a file"),
	    NULL },
	REASON,
	{ 0 }
};

static const char *const list_kinds[] = { "registrations", "grades", NULL };
static const char *const changes_only[] = { "changes", NULL };
static const char *const whys[] = { "login", "none", "below", NULL };
static const struct field lists_fields[] = {
	TERM, PAGE,
	{ "list", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("List"), NULL },
	{ "show", FIELD_CHOICE, 0, 0, 0, N_("Show"), changes_only },
	{ "kind", FIELD_CHOICE, 0, 0, 0, N_("Kind of list"), list_kinds },
	{ 0 }
};
static const struct field missing_fields[] = {
	TERM,
	{ "why", FIELD_CHOICE, 0, 0, 0, N_("Show"), whys },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/partner", "partner", term_fields, partner_index, 0, 0 },
	{ "GET", "/partner/recommend", "partner.students", recommend_fields,
	    partner_recommend_show, 0, 0 },
	{ "POST", "/partner/recommend", "partner.recommend", recommend_fields,
	    partner_recommend, 0, 0 },
	{ "GET", "/partner/students", "partner.students", students_fields,
	    partner_students, 0, 0 },
	{ "GET", "/partner/students.csv", "partner.students", students_fields,
	    partner_students_csv, 0, 0 },
	{ "GET", "/partner/students.xlsx", "partner.students",
	    students_fields, partner_students_xlsx, 0, 0 },
	{ "GET", "/partner/reason", "partner.lists", purpose_fields,
	    partner_reason_show, 0, 0 },
	{ "POST", "/partner/reason", "partner.lists", purpose_fields,
	    partner_reason, 0, 0 },
	{ "GET", "/partner/students/:id", "partner.students", student_fields,
	    partner_student_show, 0, 0 },
	{ "POST", "/partner/students/:id", "partner.upload", student_fields,
	    partner_student, 0, 0 },
	{ "GET", "/partner/settings", "partner.settings", settings_fields,
	    partner_settings_show, 0, 0 },
	{ "POST", "/partner/settings", "partner.settings", settings_fields,
	    partner_settings, 0, 0 },
	{ "GET", "/partner/people", "partner.people", people_fields,
	    partner_people_show, 0, 0 },
	{ "POST", "/partner/people", "partner.people", people_fields,
	    partner_people, 0, 0 },
	{ "GET", "/partner/feed", "partner.students", feed_fields,
	    partner_feed, 0, 0 },
	{ "GET", "/partner/seal", "partner", NULL, partner_seal, 0, 0 },
	{ "GET", "/partner/seal.txt", "partner", NULL, partner_seal_txt, 0,
	    0 },
	{ "GET", "/partner/letters", "partner.upload", letters_fields,
	    partner_letters_show, 0, 0 },
	{ "POST", "/partner/letters", "partner.upload", letters_fields,
	    partner_letters, UPLOAD_BYTES, PAGE_UPLOAD },
	{ "GET", "/partner/withdrawals", "partner.withdrawals",
	    withdrawals_fields, partner_withdrawals_show, 0, 0 },
	{ "POST", "/partner/withdrawals", "partner.withdrawals",
	    withdrawals_fields, partner_withdrawals, UPLOAD_BYTES,
	    PAGE_UPLOAD },
	{ "GET", "/partner/lists", "partner.lists", lists_fields,
	    partner_lists_show, 0, 0 },
	{ "POST", "/partner/lists", "partner.lists", lists_fields,
	    partner_lists, 0, 0 },
	{ "GET", "/partner/lists/:list.xlsx", "partner.lists", lists_fields,
	    partner_list_xlsx, 0, 0 },
	{ "GET", "/partner/lists/:list.json", "partner.lists", lists_fields,
	    partner_list_json, 0, 0 },
	{ "GET", "/partner/missing", "partner.students", missing_fields,
	    partner_missing, 0, 0 },
	{ "GET", "/partner/upload", "partner.upload", upload_fields,
	    partner_upload_show, 0, 0 },
	{ "POST", "/partner/upload", "partner.upload", upload_fields,
	    partner_upload, UPLOAD_BYTES, PAGE_UPLOAD },
	{ "GET", "/partner/upload/:upload.xlsx", "partner.upload", bad_fields,
	    partner_upload_bad_xlsx, 0, 0 },
	{ "GET", "/partner/upload/:upload.csv", "partner.upload", bad_fields,
	    partner_upload_bad_csv, 0, 0 },
	{ "GET", "/partner/template.xlsx", "partner", NULL,
	    partner_template_xlsx, 0, 0 },
	{ "GET", "/partner/template.csv", "partner", NULL,
	    partner_template_csv, 0, 0 },
};

static const struct program program = {
	.name = "partner",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
	.sayings = partner_sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
