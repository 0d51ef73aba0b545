#include <stddef.h>

#include "i18n.h"
#include "mailer.h"

/* Mails to coordinators and recommenders of partner universities. */

static const struct part recommend_asked[] = {
	{ PART_SUBJECT, "overdue", N_("Reminder: recommendations are overdue "
	    "({n})"), NULL },
	{ PART_SUBJECT, NULL, N_("Applications wait for your recommendation "
	    "({n})"), NULL },
	{ PART_TEXT, NULL, N_("Students of {university} have applied for the "
	    "term {term}. Their applications wait for the recommendation of "
	    "your university: {n}."), NULL },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("Recommend"), "/partner/recommend" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part letter_outstanding[] = {
	{ PART_SUBJECT, NULL, N_("The official letter for your list is still "
	    "missing"), NULL },
	{ PART_TEXT, NULL, N_("The applicant list of {university} for the term "
	    "{term} is here, its official letter is not. The students on it "
	    "are taken up when the letter has arrived."), NULL },
	{ PART_FACT, NULL, N_("Students on lists without a letter"), "n" },
	{ PART_FACT, NULL, N_("Deadline"), "until" },
	{ PART_LINK, NULL, N_("Hand in the letter"), "/partner/letters" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part withdrawal_asked[] = {
	{ PART_SUBJECT, NULL, N_("A student asks to withdraw from a course"),
	    NULL },
	{ PART_TEXT, NULL, N_("A student of {university} has asked to withdraw "
	    "from a course of the term {term}. Please confirm it with your "
	    "official letter."), NULL },
	{ PART_FACT, NULL, N_("Temporary student ID"), "student" },
	{ PART_FACT, NULL, N_("Section"), "section" },
	{ PART_FACT, NULL, N_("Deadline"), "until" },
	{ PART_LINK, NULL, N_("See the withdrawals"), "/partner/withdrawals" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part withdrawal_late[] = {
	{ PART_SUBJECT, NULL, N_("A letter about a withdrawal came late"),
	    NULL },
	{ PART_TEXT, NULL, N_("Your letter about a withdrawal for the term "
	    "{term} arrived after the end of the period. The host decides "
	    "whether it still counts; until then the student stays "
	    "enrolled."), NULL },
	{ PART_FACT, NULL, N_("Temporary student ID"), "student" },
	{ PART_FACT, NULL, N_("Section"), "section" },
	{ PART_LINK, NULL, N_("See the withdrawals"), "/partner/withdrawals" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part withdrawals_lapsed[] = {
	{ PART_SUBJECT, NULL, N_("Withdrawals were not confirmed in time "
	    "({n})"), NULL },
	{ PART_TEXT, NULL, N_("The period of withdrawal is over. For "
	    "{n:one withdrawal|# withdrawals} no letter of the home "
	    "university has arrived; {n:this student stays enrolled and "
	    "has|these students stay enrolled and have} been told. A "
	    "letter that still comes is listed for a decision."), NULL },
	{ PART_FACT, NULL, N_("Deadline"), "until" },
	{ PART_LINK, NULL, N_("See the withdrawals"), "/staff/withdrawals" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part below_minimum[] = {
	{ PART_SUBJECT, NULL, N_("Students below the lower credit limit in "
	    "{term} ({n})"), NULL },
	{ PART_TEXT, NULL, N_("The change week of {term} is over. {n:One "
	    "student who may register has|# students who may register "
	    "have} fewer credits than a term asks for."),
	    NULL },
	{ PART_FACT, NULL, N_("Temporary student IDs"), "students" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part list_made[] = {
	{ PART_SUBJECT, "grades", N_("Grades of your students in {term} "
	    "(version {version})"), NULL },
	{ PART_SUBJECT, "final", N_("Final list of registrations for {term} "
	    "(version {version})"), NULL },
	{ PART_SUBJECT, NULL, N_("List of registrations for {term} (version "
	    "{version})"), NULL },
	{ PART_TEXT, "final", N_("The period of change is over. This is what "
	    "the students of {university} have registered for {term}."),
	    NULL },
	{ PART_TEXT, "grades", N_("Grades are announced. This is the list of "
	    "the grades of the students of {university} in {term}, with the "
	    "credits granted and how the grades are spread."), NULL },
	{ PART_TEXT, "interim", N_("Course registration is over. This is what "
	    "the students of {university} have registered for {term}; the "
	    "final list follows after the period of change."), NULL },
	{ PART_FACT, NULL, N_("Students"), "students" },
	{ PART_FACT, NULL, N_("Registrations"), "registrations" },
	{ PART_TEXT, "before", N_("Since version {before}: {added} added, "
	    "{removed} removed, {changed} changed."), NULL },
	{ PART_TEXT, "recommend", N_("Your university recommends by this list: "
	    "please say for each student whether you do. Who is not "
	    "recommended gets no credits."), NULL },
	{ PART_FACT, NULL, N_("Please acknowledge until"), "until" },
	{ PART_LINK, NULL, N_("See the list"), "/partner/lists" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part list_reminder[] = {
	{ PART_SUBJECT, "grades", N_("Please acknowledge the list of grades "
	    "of {term}"), NULL },
	{ PART_SUBJECT, "overdue", N_("Overdue: acknowledge the list of "
	    "registrations for {term}"), NULL },
	{ PART_SUBJECT, NULL, N_("Reminder: acknowledge the list of "
	    "registrations for {term}"), NULL },
	{ PART_TEXT, "grades", N_("Version {version} of the list of grades of "
	    "{university} has not been acknowledged yet."), NULL },
	{ PART_TEXT, "!grades", N_("Version {version} of the list of registrations "
	    "of {university} has not been acknowledged yet."), NULL },
	{ PART_FACT, NULL, N_("Students"), "students" },
	{ PART_FACT, NULL, N_("Registrations"), "registrations" },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See the list"), "/partner/lists" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part register_missing[] = {
	{ PART_SUBJECT, NULL, N_("Students who have not registered enough in "
	    "{term} ({n})"), NULL },
	{ PART_TEXT, NULL, N_("Course registration of {term} ends soon. These "
	    "students of {university} have been warned by mail; a word from "
	    "you may help."), NULL },
	{ PART_FACT, NULL, N_("Not logged in"), "login" },
	{ PART_FACT, NULL, N_("Nothing registered"), "none" },
	{ PART_FACT, NULL, N_("Below the lower credit limit"), "below" },
	{ PART_FACT, NULL, N_("The window ends"), "until" },
	{ PART_LINK, NULL, N_("See who they are"), "/partner/missing" },
	{ PART_END, NULL, NULL, NULL }
};

const struct kind office_kinds[] = {
	{ "recommend-asked", NULL, 0, recommend_asked },
	{ "letter-outstanding", NULL, 0, letter_outstanding },
	{ "withdrawal-asked", NULL, 0, withdrawal_asked },
	{ "withdrawal-late", NULL, 0, withdrawal_late },
	{ "withdrawals-lapsed", NULL, 0, withdrawals_lapsed },
	{ "below-minimum", NULL, 0, below_minimum },
	{ "list-made", NULL, 0, list_made },
	{ "list-reminder", NULL, 0, list_reminder },
	{ "register-missing", NULL, 0, register_missing },
	{ NULL, NULL, 0, NULL }
};
