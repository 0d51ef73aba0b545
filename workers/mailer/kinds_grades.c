#include <stddef.h>

#include "i18n.h"
#include "mailer.h"

/* Mails about grades: to students and to their instructors. */

static const struct part grades_announced[] = {
	{ PART_SUBJECT, NULL, N_("Grades of {term} are announced"), NULL },
	{ PART_TEXT, NULL, N_("The grades of your courses in {term} can be "
	    "seen now, and stay readable."), NULL },
	{ PART_FACT, NULL, N_("Courses"), "courses" },
	{ PART_FACT, "missing", N_("Grades still missing"), "missing" },
	{ PART_TEXT, "missing", N_("Missing grades are asked for; you get a "
	    "mail when they are there."), NULL },
	{ PART_FACT, "until", N_("Corrections can be asked for until"),
	    "until" },
	{ PART_LINK, NULL, N_("See my grades"), "/grades" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part grade_late[] = {
	{ PART_SUBJECT, NULL, N_("A missing grade is there: {section}"), NULL },
	{ PART_TEXT, NULL, N_("The grade of {section} {title} in {term} was "
	    "missing and can be seen now. You have time to ask for a "
	    "correction; the page says until when."), NULL },
	{ PART_LINK, NULL, N_("See my grades"), "/grades" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part grade_reminder[] = {
	{ PART_SUBJECT, "overdue", N_("Overdue: {n:a grade of|# grades of} "
	    "{term} {n:is|are} missing"), NULL },
	{ PART_SUBJECT, NULL, N_("{n:A grade of|# grades of} {term} "
	    "{n:is|are} missing"), NULL },
	{ PART_TEXT, NULL, N_("Visiting students in your sections have no "
	    "grade yet. Please enter it, in the form or from a sheet."),
	    NULL },
	{ PART_FACT, NULL, N_("Grades missing"), "n" },
	{ PART_FACT, NULL, N_("Sections"), "sections" },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See my sections"), "/teach" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part appeal_asked[] = {
	{ PART_SUBJECT, NULL, N_("A student asks for the correction of a "
	    "grade: {section}"), NULL },
	{ PART_TEXT, NULL, N_("A student of {section} {title} asks for the "
	    "correction of a grade. The reason stands on the page; please "
	    "decide with a reason of yours."), NULL },
	{ PART_FACT, NULL, N_("Temporary student ID"), "student" },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See the request"), "/teach/appeals" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part appeal_reminder[] = {
	{ PART_SUBJECT, NULL, N_("Reminder: decide about the correction of a "
	    "grade: {section}"), NULL },
	{ PART_TEXT, NULL, N_("A request for correction in {section} {title} "
	    "waits for your decision. After its due date the academic team "
	    "decides."), NULL },
	{ PART_FACT, NULL, N_("Temporary student ID"), "student" },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See the request"), "/teach/appeals" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part appeal_decided[] = {
	{ PART_SUBJECT, "changed", N_("Your grade of {section} was changed"),
	    NULL },
	{ PART_SUBJECT, NULL, N_("Your grade of {section} stays as it is"),
	    NULL },
	{ PART_TEXT, NULL, N_("Your request for a correction in {section} "
	    "{title} has been decided. The reason and both values stand on "
	    "the page."), NULL },
	{ PART_LINK, NULL, N_("See my grades"), "/grades" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part appeal_extended[] = {
	{ PART_SUBJECT, NULL, N_("The decision about your grade of {section} "
	    "takes longer"), NULL },
	{ PART_TEXT, NULL, N_("The academic team gave more time for the "
	    "decision about your request for a correction in {section} "
	    "{title}. The reason stands on the page."), NULL },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See my grades"), "/grades" },
	{ PART_END, NULL, NULL, NULL }
};

const struct kind grade_kinds[] = {
	{ "grades-announced", NULL, 0, grades_announced },
	{ "grade-late", NULL, 0, grade_late },
	{ "grade-reminder", NULL, 0, grade_reminder },
	{ "appeal-asked", NULL, 0, appeal_asked },
	{ "appeal-reminder", NULL, 0, appeal_reminder },
	{ "appeal-decided", NULL, 0, appeal_decided },
	{ "appeal-extended", NULL, 0, appeal_extended },
	{ NULL, NULL, 0, NULL }
};
