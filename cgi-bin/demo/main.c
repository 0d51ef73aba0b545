#include "demo.h"

/* What only the demonstration has: its clock and its mailbox (S23). */

static const char *const moments[] = { "apply", "register", "change",
    "withdraw", "grades", NULL };

static const struct field clock_fields[] = {
	{ "to", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Moment"), moments },
	{ "back", FIELD_LINE, 0, 0, 300, N_("Back"), NULL },
	{ 0 }
};
static const struct field list_fields[] = {
	{ "to", FIELD_LINE, 0, 0, 254, N_("To"), NULL },
	{ 0 }
};
static const struct field letter_fields[] = {
	{ "id", FIELD_WORD, 0, 1, 60, N_("Mail"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "POST", "/demo/clock", NULL, clock_fields, demo_clock, 0,
	    PAGE_NO_CSRF },
	{ "GET", "/demo/mail", NULL, list_fields, demo_mail_list, 0, 0 },
	{ "GET", "/demo/mail/", NULL, list_fields, demo_mail_list, 0, 0 },
	{ "GET", "/demo/mail/:id", NULL, letter_fields, demo_mail, 0, 0 },
};

static const struct program program = {
	.name = "demo",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = demo_stmts,
	.nstmts = SQL__MAX,
	.start = folder_start,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
