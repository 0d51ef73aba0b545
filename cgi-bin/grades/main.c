#include "grades.h"

/* A student's grades: seen from their announcement on, for ever (R14); a
 * correction is asked for here (R15). */

#define TERM	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL }

static const struct field index_fields[] = {
	TERM,
	{ 0 }
};
static const struct field ask_fields[] = {
	TERM,
	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), NULL },
	{ "reason", FIELD_TEXT, FIELD_REQUIRED, 0, 2000, N_("Reason"), NULL },
	{ 0 }
};
static const struct field back_fields[] = {
	TERM,
	{ "appeal", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Request"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/grades", "student", index_fields, grades_index, 0, 0 },
	{ "POST", "/grades/appeal", "student", ask_fields, grades_ask, 0, 0 },
	{ "POST", "/grades/cancel", "student", back_fields, grades_take_back,
	    0, 0 },
};

static const struct saying sayings[] = {
	{ "appeal", OUT_PENDING, N_("Your request is with the instructor, who decides until {until}. You get a mail, and can take the request back before that.") },
	{ "appeal", OUT_GONE, N_("There is no announced grade of yours in this section.") },
	{ "appeal", OUT_INELIGIBLE, N_("There is no grade to correct yet. The academic team asks the instructor for what is missing.") },
	{ "appeal", OUT_DUPLICATE, N_("A request about this course is open already. There is one at a time.") },
	{ "appeal-back", OUT_DONE, N_("Taken back. The grade stays as it is.") },
	{ "appeal-back", OUT_GONE, N_("There is no such request of yours.") },
	{ "appeal-back", OUT_CHANGED, N_("This request has been decided in between.") },
	{ 0 }
};

static const struct program program = {
	.name = "grades",
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
