#include "staff.h"

/* Words of the audit and of mails, as staff read them. */
const struct label act_labels[] = {
	{ "approve", N_("Approved") },
	{ "reject", N_("Rejected") },
	{ "return", N_("Returned for correction") },
	{ "hold", N_("Put on hold") },
	{ "issue", N_("ID issued") },
	{ "issue-skip", N_("Left out when IDs were issued") },
	{ "recommend", N_("Recommendation of the home university") },
	{ "apply", N_("Applied") },
	{ "confirm", N_("E-mail address confirmed") },
	{ "list", N_("Entered by a list") },
	{ "correct", N_("Data corrected") },
	{ "retract", N_("Retracted by the university") },
	{ "merge", N_("Merged with another person") },
	{ "separate", N_("Found to be another person") },
	{ "activate", N_("Password set for the first time") },
	{ "login", N_("Logged in") },
	{ "enrol", N_("Registered for a section") },
	{ "cancel", N_("Cancelled a section") },
	{ "swap", N_("Exchanged a section") },
	{ "withdraw", N_("Asked to withdraw") },
	{ "resend", N_("Mail sent again") },
	{ "room", N_("Waiting room set") },
	{ "room-open", N_("Waiting room opened") },
	{ "room-close", N_("Waiting room closed") },
	{ NULL, NULL }
};

const struct label mail_labels[] = {
	{ "confirm", N_("Mail: confirm the address") },
	{ "status-link", N_("Mail: link to the status") },
	{ "id-issued", N_("Mail: the temporary ID") },
	{ "application-arrived", N_("Mail: an application arrived") },
	{ "activate", N_("Mail: link for the first password") },
	{ "returned", N_("Mail: correction asked") },
	{ "decided", N_("Mail: the decision") },
	{ "reset", N_("Mail: new password") },
	{ "window-changed", N_("Mail: changed dates") },
	{ "section-closed", N_("Mail: section closed") },
	{ NULL, NULL }
};

/* Why students were refused, as bars of a plot. */
const struct label refusal_labels[] = {
	{ "full", N_("Full") },
	{ "window", N_("Outside the window") },
	{ "credits", N_("Beyond the credit limit") },
	{ "conflict", N_("Overlaps in the timetable") },
	{ "closed", N_("Section closed") },
	{ "duplicate", N_("Already registered") },
	{ "not-approved", N_("Without the right of the term") },
	{ "not-recommended", N_("Not recommended") },
	{ "not-open-to-exchange", N_("Not for exchange students") },
	{ "ineligible", N_("Withdrawn before") },
	{ "gone", N_("No such section") },
	{ NULL, NULL }
};
