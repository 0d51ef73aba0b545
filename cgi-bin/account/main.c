#include "account.h"
#include "conf.h"

/* Identity: logging in, passwords, contact data, sessions (contract 4). */

static const char *const langs[] = { "ko", "en", "ja", NULL };
static const char *const correctable[] = { "name_native", "name_family",
    "name_given", "birth_date", "student_no", "level", "college",
    "department", "other", NULL };

static const struct field login_fields[] = {
	{ "login", FIELD_LINE, FIELD_REQUIRED, 1, 100, N_("Login name"), NULL },
	{ "password", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 1, 1024,
	    N_("Password"), NULL },
	{ "next", FIELD_LINE, 0, 0, 300, N_("Link"), NULL },
	{ "out", FIELD_WORD, 0, 0, 10, N_("Link"), NULL },
	{ 0 }
};
static const struct field go_fields[] = {
	{ "next", FIELD_LINE, 0, 0, 300, N_("Link"), NULL },
	{ 0 }
};
static const struct field code_fields[] = {
	{ "code", FIELD_LINE, FIELD_REQUIRED | FIELD_SECRET, 1, 20, N_("Code"),
	    NULL },
	{ "again", FIELD_CHECK, 0, 0, 0, N_("Code"), NULL },
	{ "sent", FIELD_CHECK, 0, 0, 0, N_("Code"), NULL },
	{ 0 }
};
static const struct field activate_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ "password", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 8, 1024,
	    N_("Password"), NULL },
	{ "password_again", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 8,
	    1024, N_("Password, once more"), NULL },
	{ "email2", FIELD_EMAIL, 0, 0, 0, N_("Second e-mail address"), NULL },
	{ 0 }
};
static const struct field reset_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ "login", FIELD_LINE, 0, 1, 254, N_("Login or e-mail address"), NULL },
	{ "password", FIELD_PASSWORD, FIELD_SECRET, 8, 1024, N_("Password"),
	    NULL },
	{ "password_again", FIELD_PASSWORD, FIELD_SECRET, 8, 1024,
	    N_("Password, once more"), NULL },
	{ 0 }
};
static const struct field change_fields[] = {
	{ "current", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 1, 1024,
	    N_("Current password"), NULL },
	{ "password", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 8, 1024,
	    N_("New password"), NULL },
	{ "password_again", FIELD_PASSWORD, FIELD_REQUIRED | FIELD_SECRET, 8,
	    1024, N_("New password, once more"), NULL },
	{ 0 }
};
static const struct field contact_fields[] = {
	{ "email", FIELD_EMAIL, FIELD_REQUIRED, 0, 0, N_("E-mail address"),
	    NULL },
	{ "email2", FIELD_EMAIL, 0, 0, 0, N_("Second e-mail address"), NULL },
	{ "phone", FIELD_PHONE, 0, 0, 30, N_("Telephone"), NULL },
	{ "speaks", FIELD_CHOICE, 0, 0, 0, N_("Language of mails"), langs },
	{ "current", FIELD_PASSWORD, FIELD_SECRET, 1, 1024,
	    N_("Current password"), NULL },
	{ 0 }
};
static const struct field email_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ 0 }
};
static const struct field session_fields[] = {
	{ "session", FIELD_ID, 0, 0, 0, N_("Session"), NULL },
	{ "all", FIELD_CHECK, 0, 0, 0, N_("Everywhere"), NULL },
	{ 0 }
};
static const struct field correction_fields[] = {
	{ "field", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("What is wrong"),
	    correctable },
	{ "value", FIELD_NAME, FIELD_REQUIRED, 1, 120, N_("What is right"),
	    NULL },
	{ "reason", FIELD_TEXT, FIELD_REQUIRED, 1, 1000, N_("Why"), NULL },
	{ 0 }
};

static const char *const second_acts[] = { "start", "confirm", "end", NULL };
static const struct field second_fields[] = {
	{ "act", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("What to do"),
	    second_acts },
	{ "current", FIELD_PASSWORD, FIELD_SECRET, 1, 1024,
	    N_("Current password"), NULL },
	{ "code", FIELD_LINE, FIELD_SECRET, 0, 20, N_("Code from the app"),
	    NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/account", NULL, go_fields, account_go, 0, 0 },
	{ "GET", "/account/login", NULL, login_fields, account_login_form, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/account/login", NULL, login_fields, account_login, 0, 0 },
	{ "GET", "/account/code", NULL, code_fields, account_code_form, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/account/code", NULL, code_fields, account_code, 0, 0 },
	{ "GET", "/account/activate", NULL, activate_fields,
	    account_activate_form, 0, PAGE_PRELOGIN },
	{ "POST", "/account/activate", NULL, activate_fields,
	    account_activate, 0, 0 },
	{ "GET", "/account/reset", NULL, reset_fields, account_reset_form, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/account/reset", NULL, reset_fields, account_reset, 0, 0 },
	{ "GET", "/account/email", NULL, email_fields, account_email_form, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/account/email", NULL, email_fields, account_email, 0, 0 },
	{ "GET", "/account/password", "", change_fields,
	    account_password_form, 0, 0 },
	{ "POST", "/account/password", "", change_fields,
	    account_password, 0, 0 },
	{ "GET", "/account/contact", "", contact_fields,
	    account_contact_form, 0, 0 },
	{ "POST", "/account/contact", "", contact_fields, account_contact, 0,
	    0 },
	{ "GET", "/account/sessions", "", session_fields,
	    account_sessions_list, 0, 0 },
	{ "POST", "/account/sessions", "", session_fields, account_sessions, 0,
	    0 },
	{ "GET", "/account/second-step", "", second_fields,
	    account_second_show, 0, 0 },
	{ "GET", "/account/second-step.svg", "", NULL, account_second_svg, 0,
	    0 },
	{ "POST", "/account/second-step", "", second_fields, account_second,
	    0, 0 },
	{ "GET", "/account/data", "", NULL, account_data, 0, 0 },
	{ "GET", "/account/data.json", "", NULL, account_data_json, 0, 0 },
	{ "GET", "/account/corrections", "", correction_fields,
	    account_corrections_list, 0, 0 },
	{ "POST", "/account/corrections", "", correction_fields,
	    account_corrections, 0, 0 },
	{ "GET", "/account/logout", "", NULL, account_logout_form, 0, 0 },
	{ "POST", "/account/logout", NULL, NULL, account_logout, 0, 0 },
};

/* What these acts say, where "Done." is not enough. */
static const struct saying sayings[] = {
	{ "ask", OUT_PENDING, N_("If it matches, we wrote to the address that "
	    "we hold. Please look into that mailbox.") },
	{ "password", OUT_DONE, N_("Your password is changed. Every other "
	    "device has been logged out.") },
	{ "contact", OUT_DONE, N_("Your contact data is changed.") },
	{ "contact", OUT_PENDING, N_("We wrote to the new address. It is used "
	    "after you open the link in that mail.") },
	{ "contact", OUT_ALREADY, N_("This was stored already; nothing "
	    "changed.") },
	{ "email-change", OUT_DONE, N_("The address is confirmed and used from "
	    "now on.") },
	{ "email2", OUT_DONE, N_("The second address is confirmed.") },
	{ "sessions", OUT_DONE, N_("Logged out there.") },
	{ "sessions", OUT_GONE, N_("That login has ended already.") },
	{ "totp-start", OUT_DONE, N_("Now show the key to the app and type the "
	    "code that it shows.") },
	{ "totp-start", OUT_CLOSED, N_("An app is in use. End it first.") },
	{ "totp-confirm", OUT_DONE, N_("From now on the app shows the codes. "
	    "Other logins were ended.") },
	{ "totp-confirm", OUT_GONE, N_("This key is no longer the one that "
	    "waits. Please set it up again.") },
	{ "totp-end", OUT_DONE, N_("Codes come by mail again.") },
	{ "correction", OUT_PENDING, N_("Received. The academic team looks at "
	    "it and answers here.") },
	{ "correction", OUT_DUPLICATE, N_("A correction of this is waiting "
	    "already.") },
	{ NULL, OUT_DONE, NULL }
};

static int
start(struct app *app)
{
	hash_start(app->conf);
	second_start(app->conf);
	return 0;
}

static const struct program program = {
	.name = "account",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = account_stmts,
	.nstmts = SQL__MAX,
	.start = start,
	.sayings = sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
