#include "partner.h"

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

static const struct page pages[] = {
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

static const struct saying sayings[] = {
	{ "upload", OUT_DONE, N_("The file was read. Nothing is submitted "
	    "yet: please look at the rows and submit them.") },
	{ "list-commit", OUT_DONE, N_("{submitted} students are submitted.") },
	{ "list-discard", OUT_DONE, N_("The list was discarded. Nothing of it "
	    "was kept.") },
	{ "list-commit", OUT_CHANGED, N_("Something changed since this preview "
	    "was made, so nothing was submitted. The rows below show how it "
	    "stands now; please look at them and submit again.") },
	{ "list-commit", OUT_MINIMUM, N_("There is no row that could be "
	    "submitted.") },
	{ "list-commit", OUT_GONE, N_("This preview is not there any more. "
	    "Please upload the list again.") },
	{ NULL, OUT_LATE, N_("The deadline was {closes_at}. Please ask the "
	    "host university for an exception.") },
	{ NULL, OUT_INELIGIBLE, N_("There is no agreement that covers this "
	    "term, or the term takes no lists.") },
	{ 0 }
};

static const struct program program = {
	.name = "partner",
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
