#include "teach.h"

/* What instructors do with their own sections: rosters, grades, corrections
 * (R14, R15, R17).  A section of somebody else is not there. */

#define SHEET_BYTES	(5 * 1024 * 1024)

static const char *const states[] = { "open", "decided", NULL };
static const char *const file_decisions[] = { "commit", "discard", NULL };
static const char *const decisions[] = { "change", "keep", NULL };

#define TERM	{ "term", FIELD_WORD, 0, 1, 10, N_("Term"), NULL }
#define SECTION	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), \
	NULL }
#define ROWS								\
	{ "student", FIELD_WORD, FIELD_REPEATED | FIELD_BLANK, 0, 30,	\
	    N_("Student"), NULL },					\
	{ "grade", FIELD_LINE, FIELD_REPEATED | FIELD_BLANK, 0, 100,	\
	    N_("Grade"), NULL },					\
	{ "version", FIELD_INT, FIELD_REPEATED | FIELD_BLANK, 0,	\
	    1000000, N_("Version"), NULL },				\
	{ "was", FIELD_LINE, FIELD_REPEATED | FIELD_BLANK, 0, 100,	\
	    N_("Grade before"), NULL }

static const struct field index_fields[] = {
	TERM,
	{ 0 }
};
static const struct field section_fields[] = {
	SECTION, TERM,
	{ 0 }
};
static const struct field grades_fields[] = {
	SECTION, TERM, ROWS,
	{ "list", FIELD_FILE, 0, 0, 0, N_("Sheet of grades"), NULL },
	{ "upload", FIELD_ID, 0, 0, 0, N_("Sheet of grades"), NULL },
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"),
	    file_decisions },
	{ "seen", FIELD_WORD, 0, 0, 40, N_("Shown"), NULL },
	{ 0 }
};
static const struct field appeals_fields[] = {
	{ "state", FIELD_CHOICE, 0, 0, 0, N_("State"), states },
	{ "appeal", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Request"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    decisions },
	{ "grade", FIELD_LINE, 0, 0, 20, N_("New grade"), NULL },
	{ "reason", FIELD_TEXT, FIELD_REQUIRED, 0, 2000, N_("Reason"), NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/teach", "teach", index_fields, teach_index, 0, 0 },
	{ "GET", "/teach/appeals", "teach", appeals_fields,
	    teach_appeals_show, 0, 0 },
	{ "POST", "/teach/appeals", "teach", appeals_fields, teach_appeals,
	    0, 0 },
	{ "GET", "/teach/:section", "teach", section_fields, teach_section,
	    0, 0 },
	{ "GET", "/teach/:section/grades", "teach", grades_fields,
	    teach_grades_show, 0, 0 },
	{ "POST", "/teach/:section/grades", "teach", grades_fields,
	    teach_grades, SHEET_BYTES, PAGE_UPLOAD },
	{ "GET", "/teach/:section/grades.xlsx", "teach", section_fields,
	    teach_sheet_xlsx, 0, 0 },
	{ "GET", "/teach/:section/grades.csv", "teach", section_fields,
	    teach_sheet_csv, 0, 0 },
	{ "POST", "/teach/:section/grade", "teach", grades_fields, teach_one,
	    0, 0 },
};

static const struct saying sayings[] = {
	{ "grades", OUT_DONE, N_("Saved: {n} {n:grade|grades}.") },
	{ "grades", OUT_ALREADY, N_("This was saved before; nothing changed.") },
	{ "grade-file", OUT_DONE, N_("The sheet was read. Please check it below; nothing is saved yet.") },
	{ "grade-file", OUT_CHANGED, N_("Something is different from what this page showed. Nothing was saved; please look at it again.") },
	{ "grade-file", OUT_MINIMUM, N_("No row of this sheet can be saved.") },
	{ "grade-file", OUT_GONE, N_("This sheet is not there any more. Please send it again.") },
	{ "appeal-decide", OUT_DONE, N_("Decided. The student is told by mail and sees your reason.") },
	{ "appeal-decide", OUT_GONE, N_("There is no such request in your sections.") },
	{ "appeal-decide", OUT_CHANGED, N_("This request was decided or taken back in between. Nothing was changed by you.") },
	{ "appeal-decide", OUT_LATE, N_("The time to decide is over. The academic team decides now, or gives you more time.") },
	{ 0 }
};

static const struct program program = {
	.name = "teach",
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
