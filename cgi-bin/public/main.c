#include "statements.h"
#include "public.h"

/* What everybody may see without logging in: R26, R27, R34, R50. */

static const char *const yes[] = { "1", NULL };

static const struct field course_fields[] = {
	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL },
	{ "school", FIELD_WORD, 0, 1, 20, N_("School"), NULL },
	{ "major", FIELD_WORD, 0, 1, 20, N_("Major"), NULL },
	{ "q", FIELD_LINE, 0, 0, 60, N_("Search"), NULL },
	{ "open", FIELD_CHOICE, 0, 0, 0, N_("Open to exchange"), yes },
	{ 0 }
};
static const struct field seats_fields[] = {
	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL },
	{ 0 }
};
static const struct field section_fields[] = {
	{ "section", FIELD_WORD, 0, 1, 20, N_("Section"), NULL },
	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/", NULL, NULL, public_index, 0, PAGE_CACHED },
	{ "GET", "/courses", NULL, course_fields, public_courses, 0,
	    PAGE_CACHED },
	{ "GET", "/courses/seats.json", NULL, seats_fields, public_seats, 0,
	    PAGE_CACHED },
	{ "GET", "/courses/:section", NULL, section_fields, public_section, 0,
	    PAGE_CACHED },
};

static const struct program program = {
	.name = "public",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
