#include "certificate.h"
#include "certificates.h"

/*
 * Certificates: which ones a person may have, a code by mail before they are
 * issued (R106), and what is wrong on one (R105–R112).
 */

static const char *const languages[] = { "ko", "en", "ja", NULL };

static const struct field index_fields[] = {
	{ "type", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Certificate"),
	    certificate_types },
	{ "language", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Language"),
	    languages },
	{ "copies", FIELD_INT, FIELD_REQUIRED, 0, 0, N_("Copies"),
	    NULL },
	{ 0 }
};
static const struct field code_fields[] = {
	{ "code", FIELD_LINE, FIELD_SECRET, 0, 20, N_("Code from the mail"),
	    NULL },
	{ "act", FIELD_CHOICE, 0, 0, 0, NULL,
	    (const char *const[]){ "again", "drop", NULL } },
	{ "wish", FIELD_ID, 0, 0, 0, NULL, NULL },
	{ 0 }
};
static const struct field report_fields[] = {
	{ "serial", FIELD_WORD, FIELD_REQUIRED, 1, 40, N_("Serial number"),
	    NULL },
	{ "what", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("What is wrong"),
	    certificates_mistakes },
	{ "words", FIELD_TEXT, FIELD_REQUIRED, 1, 2000, N_("In your words"),
	    NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/certificates", "certificates", NULL, certificates_index,
	    0, 0 },
	{ "POST", "/certificates", "certificates", index_fields,
	    certificates_ask, 0, 0 },
	{ "GET", "/certificates/code", "certificates", code_fields,
	    certificates_code_form, 0, 0 },
	{ "POST", "/certificates/code", "certificates", code_fields,
	    certificates_code, 0, 0 },
	{ "POST", "/certificates/report", "certificates", report_fields,
	    certificates_report, 0, 0 },
};

static const struct saying sayings[] = {
	{ "certificate", OUT_PENDING, N_("Your wish is taken down. What comes next stands below.") },
	{ "certificate", OUT_DUPLICATE, N_("The same certificate is being verified for you already.") },
	{ "certificate", OUT_UNCONFIRMED, N_("We have no e-mail address of yours to send the code to. Please write to the office.") },
	{ "certificate", OUT_LOCKED, N_("Too many codes were asked for. Please wait an hour.") },
	{ "certificate-again", OUT_PENDING, N_("A code is on its way. One that was sent before does not work any more.") },
	{ "certificate-again", OUT_LOCKED, N_("A code was sent a moment ago. Please wait for it before you ask for another one.") },
	{ "certificate-again", OUT_GONE, N_("This is not waiting for a code any more.") },
	{ "certificate-drop", OUT_DONE, N_("Taken back. Nothing was issued.") },
	{ "certificate-drop", OUT_GONE, N_("This cannot be taken back any more.") },
	{ "certificate-code", OUT_DONE, N_("The code was right. Your certificates are issued; several copies take a few seconds.") },
	{ "certificate-code", OUT_INVALID, N_("This is not a code that we sent. You can try {left:once more|# more times}.") },
	{ "certificate-code", OUT_EXPIRED, N_("This code does not work any more. Please have a new one sent.") },
	{ "certificate-code", OUT_INELIGIBLE, N_("Your right to this certificate has ended in the meantime. Nothing was issued.") },
	{ "certificate-report", OUT_PENDING, N_("Thank you. Student affairs look at it and tell you; you see the state beside the document.") },
	{ "certificate-report", OUT_DUPLICATE, N_("Something wrong on this document has been reported already. You see the state beside it.") },
	{ "certificate-report", OUT_GONE, N_("No document of yours has this number.") },
	{ 0 }
};

static const struct program program = {
	.name = "certificates",
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
