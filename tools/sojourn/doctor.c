#include <string.h>

#include <sodium.h>

#include "sojourn.h"

static int	doctor_run(struct cli *, int, char **);

const struct command cmd_doctor = {
	.name = "doctor",
	.summary = N_("look for anything that does not fit in the database"),
	.usage = "doctor",
	.help = N_("Counts seats, credits, times, IDs, rights, withdrawals, "
	    "lists, mail, logins, jobs, the clock, rights of the programs and settings "
	    "again, and prints a line per violation with its ids: never a "
	    "name or an address. In production it also fails when the demo's "
	    "clock or one of the demo's passwords is there. Ends with 1 when "
	    "anything was found."),
	.run = doctor_run,
};

static const struct {
	int		 stmt;
	const char	*what;
} topics[] = {
	{ SQL_DOCTOR_SEATS, N_("seats and sections") },
	{ SQL_DOCTOR_ENROLMENTS, N_("enrolments, credits and times") },
	{ SQL_DOCTOR_REGISTRATIONS, N_("registrations and their acts") },
	{ SQL_DOCTOR_WITHDRAWALS, N_("withdrawals") },
	{ SQL_DOCTOR_GRADES, N_("grades and their corrections") },
	{ SQL_DOCTOR_IDS, N_("temporary IDs") },
	{ SQL_DOCTOR_PEOPLE, N_("people") },
	{ SQL_DOCTOR_APPLICATIONS, N_("applications and rights") },
	{ SQL_DOCTOR_CALENDAR, N_("the calendar") },
	{ SQL_DOCTOR_EXCEPTIONS, N_("exceptions") },
	{ SQL_DOCTOR_PRACTICE, N_("the practice of registering") },
	{ SQL_DOCTOR_LISTS, N_("lists and letters") },
	{ SQL_DOCTOR_FINAL_LISTS, N_("lists of registrations") },
	{ SQL_DOCTOR_DOCUMENTS, N_("documents and their log") },
	{ SQL_DOCTOR_LETTERS, N_("letters of recommendation") },
	{ SQL_DOCTOR_SEALING, N_("the sealing of the audit") },
	{ SQL_DOCTOR_ERASURES, N_("people who were erased") },
	{ SQL_DOCTOR_MAIL, N_("outgoing mail") },
	{ SQL_DOCTOR_LOGINS, N_("accounts and sessions") },
	{ SQL_DOCTOR_JOBS, N_("timed jobs") },
	{ SQL_DOCTOR_CLOCK, N_("the clock") },
	{ SQL_DOCTOR_FUNCTIONS, N_("functions and roles") },
	{ SQL_DOCTOR_ROOM, N_("the waiting room") },
	{ SQL_DOCTOR_SETTINGS, N_("settings of the database") },
};
#define TOPICS	(sizeof(topics) / sizeof(topics[0]))

/* What each violation means; `doctor` prints it before the first of a kind. */
static const struct {
	const char	*name, *means;
} meanings[] = {
	{ "seats-missing", N_("a section has no counter of seats") },
	{ "seats-orphan", N_("a counter of seats has no section") },
	{ "seats-count", N_("the counter differs from the enrolments that hold "
	    "a seat") },
	{ "seats-over", N_("more seats are taken than there are") },
	{ "waitlist-held", N_("a seat is offered to somebody who waits, and "
	    "not held for him") },
	{ "quota-count", N_("a university's counter of seats in a section "
	    "differs from its enrolments there") },
	{ "quota-over", N_("a university has more seats in a section than "
	    "agreed") },
	{ "quota-flag", N_("a section does not say rightly whether it has "
	    "agreed numbers") },
	{ "seats-later", N_("more seats are to open later than are held back") },
	{ "seats-section", N_("a counter of seats knows its section otherwise "
	    "than it is") },
	{ "room-missing", N_("the row of the waiting room is gone") },
	{ "room-place", N_("a place in the waiting room is of another round or "
	    "was never given") },
	{ "section-code", N_("a section's code is not course and class") },
	{ "enrolment-orphan", N_("an enrolment has no person or no section") },
	{ "enrolment-term", N_("an enrolment is in another term than its "
	    "section") },
	{ "enrolment-right", N_("somebody is enrolled without a right of the "
	    "term") },
	{ "credits-over", N_("somebody holds more credits than the limit") },
	{ "times-overlap", N_("somebody is enrolled in two sections at the "
	    "same time") },
	{ "enrolment-closed", N_("somebody is still enrolled in a closed "
	    "section") },
	{ "enrolment-credits", N_("an enrolment counts other credits than its "
	    "section has") },
	{ "registration-lost", N_("somebody was registered and is not any "
	    "more, without an act") },
	{ "registration-back", N_("somebody left a section and is in it "
	    "again, without an act") },
	{ "registration-closed", N_("a registration that the host ended is "
	    "there in another state") },
	{ "registration-made", N_("somebody is registered without an act") },
	{ "request-twice", N_("one request did the same thing twice") },
	{ "withdrawal-place", N_("a withdrawal is of another term or "
	    "university than its student") },
	{ "quota-missed", N_("a seat does not count to its university's "
	    "agreed number, or to another's") },
	{ "substitute-wrong", N_("somebody may replace a section that was not "
	    "taken from him") },
	{ "withdrawal-state", N_("a withdrawal and its enrolment say different "
	    "things") },
	{ "withdrawal-missing", N_("an enrolment is withdrawn without a "
	    "withdrawal") },
	{ "withdrawal-orphan", N_("a withdrawal has no enrolment") },
	{ "grade-value", N_("a grade is not what its history says") },
	{ "grade-term", N_("a grade is of another term or grading than its "
	    "section") },
	{ "appeal-value", N_("a decided correction says another grade than "
	    "the history") },
	{ "appeal-act", N_("a correction has ended and nobody did it") },
	{ "id-check", N_("a temporary ID is not what its serial makes it") },
	{ "id-serial", N_("a serial is above the counter of its term and "
	    "would be issued again") },
	{ "id-person", N_("one person can log in with two IDs") },
	{ "id-account", N_("a temporary ID has no account of its person") },
	{ "account-id", N_("a student's account has no ID or number of its "
	    "person") },
	{ "person-loop", N_("a merged person leads to no living row") },
	{ "person-merged", N_("a merged person can still log in") },
	{ "person-audit", N_("the audit names a person who is not there") },
	{ "account-audit", N_("the audit names an account that is not there") },
	{ "application-issued", N_("an issued application has no person or no "
	    "date") },
	{ "application-id", N_("an issued application has no temporary ID") },
	{ "application-mailbox", N_("an application went on without a "
	    "confirmed mailbox") },
	{ "application-list", N_("an application names a list of another "
	    "university or term, or one not committed") },
	{ "right-missing", N_("an issued and recommended application has no "
	    "right to register") },
	{ "right-wrong", N_("a right stands on an application that does not "
	    "carry it") },
	{ "right-limits", N_("a right has limits that make no sense") },
	{ "identity-open", N_("an ID was issued while the identity was "
	    "doubtful") },
	{ "windows-overlap", N_("change and withdrawal overlap and nobody "
	    "decided so") },
	{ "window-partner", N_("a university's own deadline is after the "
	    "host's") },
	{ "window-history", N_("a replaced window names no newer one") },
	{ "exception-two", N_("one human being asked for an exception and "
	    "agreed to it") },
	{ "exception-section", N_("an exception names sections that cannot be "
	    "meant, or its use is not counted") },
	{ "practice-left", N_("something of a practice is left after its end") },
	{ "practice-late", N_("a practice has not ended in time") },
	{ "list-committed", N_("a list's state and its date say different "
	    "things") },
	{ "list-letter", N_("a list has the letter of another university or "
	    "term") },
	{ "list-row", N_("a row of a list names an application of another "
	    "university or term") },
	{ "list-version", N_("a version of a list of registrations is left "
	    "out") },
	{ "list-count", N_("a list of registrations counts otherwise than its "
	    "rows") },
	{ "list-foreign", N_("a list of registrations names a student of "
	    "another university or term") },
	{ "list-acknowledged", N_("a list of registrations was acknowledged by "
	    "somebody who cannot") },
	{ "list-signed", N_("a list of grades has no document, or that of "
	    "another list") },
	{ "document-file", N_("a document's file is not the one that was "
	    "signed") },
	{ "document-log", N_("an issued document does not stand in the log") },
	{ "document-wish", N_("a certificate was issued that nobody asked "
	    "for") },
	{ "wish-copies", N_("a wish for certificates has more or fewer copies "
	    "than were asked for") },
	{ "document-two", N_("two documents hold where one replaces the "
	    "other") },
	{ "letter-document", N_("a letter of recommendation and its document "
	    "say different things") },
	{ "letter-author", N_("a letter of recommendation is being written by "
	    "nobody, or by somebody while it is not") },
	{ "letter-eyes", N_("somebody approved the letter of recommendation "
	    "that he wrote") },
	{ "letter-delivered", N_("a letter of recommendation was delivered "
	    "without a record of it") },
	{ "letter-seal", N_("a sealed letter of recommendation was given to "
	    "the student, or another one than its own") },
	{ "log-gap", N_("an entry of the log is missing") },
	{ "log-leaf", N_("an entry of the log was changed") },
	{ "log-head", N_("a head of the log does not cover its entries") },
	{ "log-time", N_("an entry of the log is older than the one before "
	    "it") },
	{ "log-status", N_("a document holds that the log calls ended") },
	{ "erased-login", N_("somebody whose data was erased can log in, or "
	    "has a password or device") },
	{ "erased-contact", N_("an address of somebody whose data was erased "
	    "is here: was an older copy restored?") },
	{ "erased-name", N_("a name that was erased is here") },
	{ "seal-late", N_("rows of the audit wait for more than five minutes "
	    "to be sealed: do clerk and signer run?") },
	{ "seal-gap", N_("a head of the audit is missing") },
	{ "seal-lost", N_("the rows of a head are not there; see sojourn audit "
	    "verify") },
	{ "seal-day", N_("rows of the audit that a search by their day or act "
	    "would not find") },
	{ "mail-stuck", N_("a mail has been due for more than an hour") },
	{ "mail-held", N_("a mail is being sent for more than a quarter of an "
	    "hour") },
	{ "mail-person", N_("a mail names a person who is not there") },
	{ "session-disabled", N_("a disabled account has a session") },
	{ "session-long", N_("a session lasts longer than any should") },
	{ "session-account", N_("a session knows its account otherwise than it "
	    "is") },
	{ "token-disabled", N_("a disabled account has an open link") },
	{ "calendar-disabled", N_("somebody without a living account has the "
	    "address of a timetable") },
	{ "account-roles", N_("an account has no role, or one its kind cannot "
	    "have") },
	{ "account-hash", N_("a password is hashed otherwise than agreed") },
	{ "job-overdue", N_("a timed job is overdue: is clerk running?") },
	{ "clock-back", N_("the clock of the machine has stepped back: windows "
	    "and deadlines stand still; see sojourn clock accept") },
	{ "clock-log", N_("the clock of the machine is behind the last entry "
	    "of the log: what is issued carries the time of that entry") },
	{ "function-path", N_("a function's search_path is not fixed") },
	{ "function-owner", N_("a function belongs to another role than its "
	    "schema says") },
	{ "function-public", N_("everybody may execute a function") },
	{ "role-reach", N_("a program's role reaches more than its own "
	    "functions") },
	{ "setting", N_("a setting of the database is not as it must be") },
	{ "setting-role", N_("a setting is overridden for a role or database") },
	{ "demo-clock", N_("the demo's clock is installed in production") },
	{ "demo-password", N_("a password of the demo opens an account") },
};

static void
say_meaning(struct cli *cli, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
		if (strcmp(meanings[i].name, name) == 0) {
			printf("# %s: %s\n", name,
			    T(cli, meanings[i].means));
			return;
		}
}

static void
report(struct cli *cli, const char *name, const char *ids, char last[64])
{
	if (strcmp(name, last) != 0) {
		say_meaning(cli, name);
		snprintf(last, 64, "%s", name);
	}
	printf("%s %s\n", name, ids);
}

/* Prints what a topic found; the number of violations, -1 without an answer. */
static int
examine(struct cli *cli, int stmt)
{
	struct db_rows *r;
	char last[64] = "";
	int i, n;

	r = db_do(cli_db(cli), stmt);
	if (r == NULL)
		return -1;
	n = db_count(r);
	for (i = 0; i < n; i++)
		report(cli, db_get(r, i, "violation"), db_get(r, i, "ids"),
		    last);
	db_rows_free(r);
	return n;
}

/* 1 when the hash is that of a password of the demo (contract, section 2). */
static int
is_demo_password(const char *hash)
{
	static const char *const words[] = { "Admin", "Academic", "Affairs",
	    "Prof", "Auditor", "Partner", "Student" };
	char word[32];
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		snprintf(word, sizeof(word), "demo-%s-2025", words[i]);
		if (crypto_pwhash_str_verify(hash, word, strlen(word)) == 0)
			return 1;
	}
	return 0;
}

/* S23: nothing of the demo in production. */
static int
examine_demo(struct cli *cli)
{
	struct db_rows *r;
	char last[64] = "";
	int i, n = 0;

	if (strcmp(conf_get(cli->conf, "demo", "no"), "yes") == 0)
		return 0;
	r = db_do(cli_db(cli), SQL_DOCTOR_DEMO);
	if (r == NULL || sodium_init() == -1)
		return -1;
	for (i = 0; i < db_count(r); i++) {
		if (*db_get(r, i, "hash") == '\0') {
			report(cli, db_get(r, i, "violation"),
			    db_get(r, i, "ids"), last);
			n++;
		} else if (is_demo_password(db_get(r, i, "hash"))) {
			report(cli, "demo-password", db_get(r, i, "ids"), last);
			n++;
		}
	}
	db_rows_free(r);
	return n;
}

static int
doctor_run(struct cli *cli, int argc, char **argv)
{
	int total = 0, n;
	size_t i;

	(void)argv;
	if (argc > 0)
		return cli_usage(cli, &cmd_doctor, NULL);
	for (i = 0; i < TOPICS; i++) {
		if ((n = examine(cli, topics[i].stmt)) == -1)
			return cli_refuse(cli,
			    N_("could not be examined: %s"),
			    T(cli, topics[i].what));
		total += n;
	}
	if ((n = examine_demo(cli)) == -1)
		return cli_no_answer(cli);
	total += n;
	if (total > 0) {
		fflush(stdout);
		return cli_refuse(cli, N_("violations found: %d"), total);
	}
	cli_say(cli, N_("everything fits"));
	return END_DONE;
}
