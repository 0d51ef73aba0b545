#include <string.h>

#include "partner.h"

const struct word state_words[] = {
	{ "submitted", N_("Submitted") },
	{ "held", N_("On hold") },
	{ "returned", N_("Returned for correction") },
	{ "approved", N_("Approved") },
	{ "rejected", N_("Rejected") },
	{ "issued", N_("ID issued") },
	{ "unconfirmed", N_("Unconfirmed") },
	{ "withdrawn", N_("Application withdrawn") },
	{ "expired", N_("Expired") },
	{ NULL, NULL }
};

const struct word recommendation_words[] = {
	{ "none", N_("Not yet") },
	{ "recommended", N_("Recommended") },
	{ "refused", N_("Not recommended") },
	{ NULL, NULL }
};

const struct word withdrawal_words[] = {
	{ "requested", N_("Waits for your confirmation") },
	{ "confirmed-late", N_("Confirmed late, staff decide") },
	{ "withdrawn", N_("Withdrawn") },
	{ "refused", N_("Not confirmed") },
	{ "taken-back", N_("Taken back by the student") },
	{ "lapsed", N_("Not confirmed in time") },
	{ NULL, NULL }
};

const struct word missing_words[] = {
	{ "login", N_("Has not logged in") },
	{ "none", N_("Has logged in, nothing registered") },
	{ "below", N_("Below the lower credit limit") },
	{ NULL, NULL }
};

/* Who did it. */
const struct word actor_words[] = {
	{ "student", N_("the student") },
	{ "partner", N_("your university") },
	{ "staff", N_("the host university") },
	{ "", N_("by itself, at its time") },
	{ NULL, NULL }
};

/* Acts of the audit, as a home university reads them. */
const struct word act_words[] = {
	{ "apply", N_("Applied") },
	{ "listed", N_("Entered by your list") },
	{ "confirm", N_("E-mail address confirmed") },
	{ "recommend", N_("Recommendation decided") },
	{ "approve", N_("Approved") },
	{ "reject", N_("Rejected") },
	{ "return", N_("Returned for correction") },
	{ "hold", N_("Put on hold") },
	{ "issue", N_("ID issued") },
	{ "retract", N_("Taken back") },
	{ "status_change", N_("Enrolment status changed") },
	{ "new_email", N_("E-mail address changed") },
	{ "settle", N_("Disputed claim settled") },
	{ "enrol", N_("Registered for a section") },
	{ "cancel", N_("Cancelled a section") },
	{ "swap", N_("Exchanged a section") },
	{ "withdraw", N_("Asked to withdraw") },
	{ "withdraw-back", N_("Took the withdrawal back") },
	{ "withdraw-confirm", N_("Withdrawal confirmed") },
	{ "withdraw-refuse", N_("Withdrawal not confirmed") },
	{ "withdraw-lapse", N_("Withdrawal not confirmed in time") },
	{ "withdraw-late", N_("Confirmed late, staff decide") },
	{ "closed-by-host", N_("Section closed by the host") },
	{ "warn", N_("Reminded to register") },
	{ NULL, NULL }
};

/* Fields of an application that a list and a student may fill differently. */
const struct word column_words[] = {
	{ "name_native", N_("Name") },
	{ "name_latin", N_("Name in Latin letters") },
	{ "birth_date", N_("Date of birth") },
	{ "level", N_("Course of study") },
	{ "status", N_("Enrolment status") },
	{ "college", N_("College") },
	{ "department", N_("Department") },
	{ "semester", N_("Semester") },
	{ "email", N_("E-mail address") },
	{ "phone", N_("Telephone") },
	{ "previous_id", N_("Earlier temporary ID") },
	{ NULL, NULL }
};

/* What is wrong with a field that only the database can judge. */
static const struct word field_words[] = {
	{ "application", N_("Please choose at least one.") },
	{ "reason", N_("Please give a reason; it is kept and shown to those concerned.") },
	{ "value", N_("This value is not possible here.") },
	{ "deadline", N_("It cannot be later than the host's day of receipt.") },
	{ "login", N_("Please choose another login of lower-case letters, digits, dot, hyphen and underscore.") },
	{ "email", N_("Please give one e-mail address such as name@university.ac.kr.") },
	{ "role", N_("Please choose at least one role.") },
	{ "letter_no", N_("A letter with this number and another date is recorded already.") },
	{ "letter_date", N_("The letter cannot be dated in the future.") },
	{ NULL, NULL }
};

enum outcome
partner_say(struct req *req, const struct db_rows *r)
{
	return form_say(req, r, field_words);
}

#define TYPE_BOOL	16

static const char *
cell(struct req *req, const struct db_rows *r, int row, int col)
{
	const char *value = db_value(r, row, col);

	if (value == NULL)
		return "";
	if (db_type(r, col) == TYPE_BOOL)
		return *value == 't' ? "1" : "";
	return db_type(r, col) == 1184 || db_type(r, col) == 1082 ?
	    when_text(req, value) : value;
}

void
partner_push(struct view *v, struct req *req, const char *name,
    const struct db_rows *r, const struct worded *w)
{
	const char **columns, **cells, **at;
	int c, i, n, ncols = db_columns(r), nwords = 0;

	while (w[nwords].column != NULL)
		nwords++;
	n = ncols + nwords;
	columns = arena_alloc(req->arena, sizeof(*columns) * (size_t)n);
	for (c = 0; c < ncols; c++)
		columns[c] = db_column(r, c);
	for (c = 0; c < nwords; c++)
		columns[ncols + c] = arena_printf(req->arena, "%s_word",
		    w[c].column);
	at = cells = arena_alloc(req->arena, sizeof(*cells) * (size_t)n *
	    (size_t)(db_count(r) + 1));
	for (i = 0; i < db_count(r); i++) {
		for (c = 0; c < ncols; c++)
			*at++ = cell(req, r, i, c);
		for (c = 0; c < nwords; c++)
			*at++ = word_of(req, w[c].words,
			    db_get(r, i, w[c].column));
	}
	view_table(v, name, columns, n, cells, db_count(r));
}

void
partner_frame(struct view *v, const struct db_rows *frame,
    const struct db_rows *terms)
{
	view_row(v, "", frame, 0);
	view_rows(v, "terms", terms);
}
