#include <string.h>

#include "staff.h"

/* What a queue is called and where its work is done. */
static const struct {
	const char *queue, *text, *url;
} queues[] = {
	{ "submitted", N_("Applications to decide"),
	    "/staff/applications?state=submitted" },
	{ "held", N_("Applications on hold"),
	    "/staff/applications?state=held" },
	{ "approved", N_("Approved, ID not issued"), "/staff/issue" },
	{ "identity", N_("Doubtful identities"), "/staff/identity" },
	{ "unrecommended", N_("Waiting for a recommendation"),
	    "/staff/applications?recommendation=none" },
	{ "letters", N_("Lists without their official letter"),
	    "/staff/onbehalf" },
	{ "withdrawals", N_("Late withdrawals to decide"),
	    "/staff/withdrawals" },
	{ "exceptions", N_("Exceptions that need a second person"),
	    "/staff/exceptions" },
	{ "corrections", N_("Corrections of personal data"),
	    "/staff/corrections" },
	{ "verify", N_("Certificates to verify"), "/staff/certificates" },
	{ "wrong", N_("Certificates said to be wrong"),
	    "/staff/certificates#cases" },
	{ "lists", N_("Lists of registrations not acknowledged"),
	    "/staff/lists?state=open" },
	{ "recommendations", N_("Letters of recommendation"),
	    "/staff/letters" },
	{ "grade-lists", N_("Lists of grades not acknowledged"),
	    "/staff/lists?kind=grades&state=open" },
	{ "grades", N_("Grades that are late"), "/staff/grades?state=missing" },
	{ "appeals", N_("Corrections of grades that are late"),
	    "/staff/appeals?state=late" },
	{ "mail", N_("Mails that did not arrive"), "/staff/mail?state=failed" },
};

#define NQUEUES	(sizeof(queues) / sizeof(queues[0]))

/* The pages of the desk, for those who may open them. */
static const struct {
	const char *right, *label, *hint, *url;
} links[] = {
	{ "staff.applications", N_("Applications"),
	    N_("Approve, reject, return, hold"), "/staff/applications" },
	{ "staff.issue", N_("Issue IDs"),
	    N_("IDs for everyone approved, and their mails"), "/staff/issue" },
	{ "staff.identity", N_("Doubtful identities"),
	    N_("One human or two"), "/staff/identity" },
	{ "staff.onbehalf", N_("What came on paper"),
	    N_("Letters, recommendations, withdrawals, acknowledgements"),
	    "/staff/onbehalf" },
	{ "staff.onbehalf", N_("Lists of registrations and grades"),
	    N_("What universities were sent, and who has acknowledged"),
	    "/staff/lists" },
	{ "staff.onbehalf", N_("Not registered yet"),
	    N_("Students who have not logged in, not registered, or too "
	    "little"), "/staff/missing" },
	{ "staff.grades", N_("Grades"),
	    N_("What is entered, missing, late; how it is spread"),
	    "/staff/grades" },
	{ "staff.grades", N_("Corrections of grades"),
	    N_("Decide in the instructor's absence, give more time"),
	    "/staff/appeals" },
	{ "staff.withdrawals", N_("Withdrawals"),
	    N_("Late letters; what waits for the universities"),
	    "/staff/withdrawals" },
	{ "staff.onbehalf", N_("Official letters"),
	    N_("The register, in and out"), "/staff/official" },
	{ "staff.exceptions", N_("Exceptions"),
	    N_("A late list, letter or act, agreed by two"),
	    "/staff/exceptions" },
	{ "staff.letters", N_("Letters of recommendation"),
	    N_("Who writes, who reads, how they are delivered"),
	    "/staff/letters" },
	{ "letters.write", N_("Letters to write"),
	    N_("Those that you were asked to write"), "/letters/write" },
	{ "staff.mail", N_("Mail"),
	    N_("What went out, what did not arrive"), "/staff/mail" },
	{ "staff.corrections", N_("Corrections of personal data"),
	    N_("Asked for by the people themselves"), "/staff/corrections" },
	{ "staff.certificates", N_("Certificates"),
	    N_("To verify, said to be wrong, issued"), "/staff/certificates" },
	{ "staff.certificates", N_("Degree students"),
	    N_("What certificates say of them, and its correction"),
	    "/staff/degrees" },
	{ "staff.master", N_("Windows"),
	    N_("The calendar of a term and its history"), "/staff/windows" },
	{ "staff.master", N_("Waiting room"),
	    N_("In front of registration, when too many come at once"),
	    "/staff/room" },
	{ "staff.master", N_("Sections"),
	    N_("Seats; closing a section"), "/staff/sections" },
	{ "staff.master", N_("Courses"), N_("Titles and majors"),
	    "/staff/courses" },
	{ "staff.master", N_("Terms"),
	    N_("Classes, notice, final catalogue"), "/staff/terms" },
	{ "staff.master", N_("Universities"),
	    N_("When they recommend, limits, contacts"),
	    "/staff/universities" },
	{ "staff.master", N_("Agreements"),
	    N_("Since when, until when, how many"), "/staff/agreements" },
	{ "staff.notices", N_("Notices"),
	    N_("What the first page says"), "/staff/notices" },
	{ "staff.master", N_("Practice"),
	    N_("Let students try registration; all of it is discarded"),
	    "/staff/practice" },
	{ "staff.master", N_("Holidays"),
	    N_("Days that are no working days"), "/staff/holidays" },
	{ "staff.accounts", N_("People"),
	    N_("Accounts and roles"), "/staff/people" },
	{ "staff.audit", N_("Audit"),
	    N_("Who did, or was refused, what"), "/staff/audit" },
};

#define NLINKS	(sizeof(links) / sizeof(links[0]))

static void
push_links(struct view *v, struct req *req)
{
	static const char *const columns[] = { "label", "hint", "url" };
	const char *cells[NLINKS * 3];
	size_t i;
	int n = 0;

	for (i = 0; i < NLINKS; i++) {
		if (!req_may(req, links[i].right))
			continue;
		cells[n * 3] = T(req, links[i].label);
		cells[n * 3 + 1] = T(req, links[i].hint);
		cells[n * 3 + 2] = links[i].url;
		n++;
	}
	view_table(v, "links", columns, 3, cells, n);
}

/* GET /staff: what is to do, how much, and how late (look: queues as cards). */
enum outcome
staff_index(struct req *req)
{
	static const char *const columns[] = { "what", "url", "n", "due",
	    "late" };
	const char *cells[NQUEUES * 5];
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call, clock, i, n = 0;
	size_t q;

	b = db_open(req);
	call = db_call(b, SQL_INDEX);
	clock = db_call(b, SQL_CLOCK);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	for (i = 0; i < db_count(r); i++)
		for (q = 0; q < NQUEUES; q++) {
			if (strcmp(queues[q].queue, db_get(r, i, "queue")) != 0)
				continue;
			cells[n * 5] = T(req, queues[q].text);
			cells[n * 5 + 1] = queues[q].url;
			cells[n * 5 + 2] = db_get(r, i, "n");
			cells[n * 5 + 3] = when_text(req, db_get(r, i, "due"));
			cells[n * 5 + 4] = db_bool(r, i, "late") ? "late" : "";
			n++;
		}
	v = view_new(req, "staff/index");
	view_text(v, "title", T(req, "Desk"));
	view_table(v, "queues", columns, 5, cells, n);
	push_links(v, req);
	desk_clock(v, req, db_result(b, clock));
	view_raw_html(v, "board", board_part(req));
	return view_send(v, OUT_DONE);
}
