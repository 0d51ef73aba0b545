#include "withdraw.h"

/*
 * Withdrawal from a course: asked by the student, confirmed by the home
 * university with its letter (R11, R12, C1).
 */

static const struct field ask_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), NULL },
	{ "reason", FIELD_TEXT, 0, 0, 1000, N_("Reason"), NULL },
	{ 0 }
};
static const struct field back_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/withdraw", "student", NULL, withdraw_index, 0, 0 },
	{ "POST", "/withdraw", "student", ask_fields, withdraw_ask, 0, 0 },
	{ "POST", "/withdraw/cancel", "student", back_fields, withdraw_back,
	    0, 0 },
};

static const struct saying sayings[] = {
	{ "withdraw", OUT_PENDING, N_("Your withdrawal is asked for. It counts when your home university has confirmed it with its letter, until {until}; you can take it back before that.") },
	{ "withdraw", OUT_GONE, N_("You are not registered in this section.") },
	{ "withdraw", OUT_DUPLICATE, N_("You have asked for this withdrawal already, or it is done.") },
	{ "withdraw-back", OUT_DONE, N_("Taken back. You stay enrolled in this course.") },
	{ "withdraw-back", OUT_GONE, N_("There is no withdrawal to take back.") },
	{ "withdraw-back", OUT_INELIGIBLE, N_("This withdrawal has been decided and cannot be taken back here. Please speak with the academic team.") },
	{ 0 }
};

static const struct program program = {
	.name = "withdraw",
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
