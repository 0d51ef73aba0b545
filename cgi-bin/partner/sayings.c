#include "partner.h"

/* What a result says, where the standard sentence is not enough. */
const struct saying partner_sayings[] = {
	{ "upload", OUT_DONE, N_("The file was read. Nothing is submitted "
	    "yet: please look at the rows and submit them.") },
	{ "list-commit", OUT_DONE, N_("{submitted:One student is|# "
	    "students are} submitted.") },
	{ "list-discard", OUT_DONE, N_("The list was discarded. Nothing of it "
	    "was kept.") },
	{ "list-commit", OUT_CHANGED, N_("Something changed since this preview "
	    "was made, so nothing was submitted. The rows below show how it "
	    "stands now; please look at them and submit again.") },
	{ "list-commit", OUT_MINIMUM, N_("There is no row that could be "
	    "submitted.") },
	{ "list-commit", OUT_GONE, N_("This preview is not there any more. "
	    "Please upload the list again.") },
	{ "recommend", OUT_DONE, N_("The recommendation is recorded.") },
	{ "recommend-refuse", OUT_DONE, N_("Recorded: your university does not "
	    "recommend this student.") },
	{ "recommend-reopen", OUT_DONE, N_("Opened again: your university has "
	    "not decided about this student.") },
	{ "recommend", OUT_ALREADY, N_("This was recorded before; nothing "
	    "changed.") },
	{ "recommend", OUT_CLOSED, N_("The host has rejected this "
	    "application.") },
	{ "recommend", OUT_GONE, N_("There is no such application of your "
	    "university.") },
	{ "retract", OUT_DONE, N_("The application is taken back. The student "
	    "can be listed again.") },
	{ "retract", OUT_CLOSED, N_("This application is decided and stays. "
	    "You can refuse the recommendation instead.") },
	{ "status_change", OUT_DONE, N_("The enrolment status is changed.") },
	{ "new_email", OUT_DONE, N_("The e-mail address is changed.") },
	{ "new_email", OUT_PENDING, N_("An ID is issued, so the academic team "
	    "looks at the new address first.") },
	{ "settle", OUT_DONE, N_("The claim is settled.") },
	{ "settings", OUT_DONE, N_("The settings are saved.") },
	{ "settings", OUT_ALREADY, N_("Nothing was different; nothing "
	    "changed.") },
	{ "people", OUT_DUPLICATE, N_("This login is taken.") },
	{ "people", OUT_FORBIDDEN, N_("You cannot change your own account here. "
	    "Please ask a colleague.") },
	{ "people", OUT_GONE, N_("There is no such colleague.") },
	{ "letter", OUT_DONE, N_("The official letter is recorded. It "
	    "recommends {recommended} {recommended:student|students}.") },
	{ "letter", OUT_ALREADY, N_("This list has its letter already.") },
	{ "letter", OUT_DUPLICATE, N_("A letter with this number and another "
	    "date is recorded already.") },
	{ "withdraw-confirm", OUT_DUPLICATE, N_("A letter with this number and "
	    "another date is recorded already.") },
	{ "letter", OUT_GONE, N_("There is no such list of your "
	    "university.") },
	{ "withdraw-confirm", OUT_DONE, N_("The withdrawal is confirmed. The "
	    "course stays on the record as withdrawn.") },
	{ "withdraw-confirm", OUT_PENDING, N_("The letter came after its time, "
	    "so the academic team decides.") },
	{ "withdraw-confirm", OUT_ALREADY, N_("This withdrawal was decided "
	    "before; nothing changed.") },
	{ "withdraw-refuse", OUT_DONE, N_("The withdrawal is not confirmed. The "
	    "student stays enrolled.") },
	{ "withdraw-refuse", OUT_ALREADY, N_("This withdrawal was decided "
	    "before; nothing changed.") },
	{ "acknowledge", OUT_DONE, N_("Version {version} is acknowledged. Thank "
	    "you.") },
	{ "acknowledge", OUT_ALREADY, N_("This list was acknowledged before; "
	    "nothing changed.") },
	{ "acknowledge", OUT_CHANGED, N_("There is a newer version than "
	    "{version}. Please look at it and acknowledge that one.") },
	{ "acknowledge", OUT_GONE, N_("There is no such list of your "
	    "university.") },
	{ NULL, OUT_CLOSED, N_("This application is decided and stays. Please "
	    "write to the academic team.") },
	{ NULL, OUT_LATE, N_("The deadline was {closes_at}. Please ask the "
	    "host university for an exception.") },
	{ NULL, OUT_INELIGIBLE, N_("There is no agreement that covers this "
	    "term, or the term takes no lists.") },
	{ 0 }
};
