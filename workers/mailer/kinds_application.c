#include <stddef.h>

#include "i18n.h"
#include "mailer.h"

/* Mails to applicants and students, from the application to the withdrawal. */

static const struct part confirm[] = {
	{ PART_SUBJECT, NULL, N_("Please confirm your application"), NULL },
	{ PART_TEXT, NULL, N_("With this address somebody applied for a "
	    "temporary student ID at {host} for the term {term}. The "
	    "application counts after you confirm it:"), NULL },
	{ PART_LINK, NULL, N_("Confirm the application"),
	    "/tempid/confirm?t={token}" },
	{ PART_TEXT, NULL, N_("The link works until {until}. If you did not "
	    "apply, you need not do anything: the application expires."),
	    NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part status_link[] = {
	{ PART_SUBJECT, NULL, N_("The state of your application"), NULL },
	{ PART_TEXT, NULL, N_("You asked for the state of your application. "
	    "It is shown here:"), NULL },
	{ PART_LINK, NULL, N_("See my application"),
	    "/tempid/result?t={token}" },
	{ PART_TEXT, NULL, N_("The link works until {until}. If you did not "
	    "ask for it, you need not do anything."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part id_issued[] = {
	{ PART_SUBJECT, "has_password",
	    N_("You may register again for {term}: {login}"), NULL },
	{ PART_SUBJECT, NULL, N_("Your temporary student ID: {login}"), NULL },
	{ PART_TEXT, "has_password", N_("{name}, your temporary student ID "
	    "has the right to register again. ID and password are the same as "
	    "before."), NULL },
	{ PART_TEXT, "!has_password", N_("{name}, this is your temporary "
	    "student ID for the term {term}. Please keep it: it stays yours."),
	    NULL },
	{ PART_FACT, NULL, N_("Temporary student ID"), "login" },
	{ PART_FACT, NULL, N_("Home university"), "university" },
	{ PART_TEXT, "token", N_("What to do now: set your password. The link "
	    "works once and until {until}; a new one can be had from the login "
	    "page."), NULL },
	{ PART_LINK, "token", N_("Set your password"),
	    "/account/activate?t={token}" },
	{ PART_TEXT, "birthdate", N_("What to do now: log in. How your first "
	    "password is formed is told where you look up your application. "
	    "You then receive a code by mail and set a password of your own. "
	    "This must be done within seven days."), NULL },
	{ PART_LINK, "birthdate", N_("Log in"), "/account/login" },
	{ PART_LINK, "has_password", N_("Log in"), "/account/login" },
	{ PART_TEXT, "register_from", N_("What comes next: you register for "
	    "your courses yourself, from {register_from} until "
	    "{register_till}, and tell your home university what you have "
	    "registered."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

/* To a mailbox that may be a stranger's: nothing but the fact (S1). */
static const struct part arrived[] = {
	{ PART_SUBJECT, NULL, N_("An application in this name arrived"), NULL },
	{ PART_TEXT, NULL, N_("An application for the term {term} that names "
	    "this address has arrived at {host}."), NULL },
	{ PART_TEXT, NULL, N_("If it is yours and you hear nothing more, "
	    "please ask the coordinator of your home university."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

/* To the address of a known person's account: somebody applied as you (S1). */
static const struct part known[] = {
	{ PART_SUBJECT, NULL, N_("Somebody applied for {term} as you"), NULL },
	{ PART_TEXT, NULL, N_("{name}, an application for the term {term} in "
	    "your name has been confirmed. If it is yours, you need not do "
	    "anything: your temporary student ID and your password stay the "
	    "same."), NULL },
	{ PART_FACT, NULL, N_("Home university"), "university" },
	{ PART_TEXT, NULL, N_("If you did not apply, please tell us: "
	    "{office}, {office_email}."), NULL },
	{ PART_LINK, NULL, N_("Check my application"), "/tempid/result" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part decided[] = {
	{ PART_SUBJECT, "decision=approve",
	    N_("Your application has been approved"), NULL },
	{ PART_SUBJECT, NULL, N_("Your application was not approved"), NULL },
	{ PART_TEXT, "decision=approve", N_("{name}, your application for the "
	    "term {term} has been approved. Your temporary student ID follows "
	    "with a message of its own."), NULL },
	{ PART_TEXT, "decision=reject", N_("{name}, your application for the "
	    "term {term} was not approved."), NULL },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_LINK, NULL, N_("Check my application"), "/tempid/result" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part retracted[] = {
	{ PART_SUBJECT, NULL,
	    N_("Your university has taken your application back"), NULL },
	{ PART_TEXT, NULL, N_("{name}, your home university has taken back "
	    "your application for the term {term}. Please speak with its "
	    "coordinator if you did not expect this."), NULL },
	{ PART_FACT, NULL, N_("Home university"), "university" },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part returned[] = {
	{ PART_SUBJECT, NULL, N_("An application needs a correction"), NULL },
	{ PART_TEXT, NULL, N_("An application for the term {term} cannot be "
	    "decided yet. Please correct it."), NULL },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_LINK, "login", N_("See your students"), "/partner/students" },
	{ PART_LINK, "!login", N_("Check my application"), "/tempid/result" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part withdrawal_decided[] = {
	{ PART_SUBJECT, "decision=confirm",
	    N_("Your withdrawal is done: {section}"), NULL },
	{ PART_SUBJECT, "decision=lapse",
	    N_("Your withdrawal was not confirmed in time: {section}"), NULL },
	{ PART_SUBJECT, NULL, N_("Your withdrawal was refused: {section}"),
	    NULL },
	{ PART_TEXT, "decision=confirm", N_("{name}, your home university has "
	    "confirmed your withdrawal from {section}. The course stays on "
	    "your record as withdrawn."), NULL },
	{ PART_TEXT, "decision=lapse", N_("{name}, no confirmation of your "
	    "home university for {section} has arrived within the period. You "
	    "stay enrolled. Please speak with its coordinator and with us."),
	    NULL },
	{ PART_TEXT, "decision=refuse", N_("{name}, your home university has "
	    "not confirmed your withdrawal from {section}. You stay "
	    "enrolled."), NULL },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_LINK, NULL, N_("See my courses"), "/withdraw" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part window_changed[] = {
	{ PART_SUBJECT, NULL, N_("The calendar of {term} has changed"), NULL },
	{ PART_TEXT, "kind=APPLY", N_("The time for applications has "
	    "changed."), NULL },
	{ PART_TEXT, "kind=REGISTER", N_("The time for registration has "
	    "changed."), NULL },
	{ PART_TEXT, "kind=CHANGE", N_("The time for changing and cancelling "
	    "courses has changed."), NULL },
	{ PART_TEXT, "kind=WITHDRAW", N_("The time for withdrawal has "
	    "changed."), NULL },
	{ PART_TEXT, "kind=GRADE_VIEW", N_("The time in which grades are "
	    "shown has changed."), NULL },
	{ PART_TEXT, "kind=GRADE_APPEAL", N_("The time for grade corrections "
	    "has changed."), NULL },
	{ PART_FACT, NULL, N_("Opens"), "opens_at" },
	{ PART_FACT, NULL, N_("Closes"), "closes_at" },
	{ PART_FACT, NULL, N_("It was to open"), "old_opens_at" },
	{ PART_FACT, NULL, N_("It was to close"), "old_closes_at" },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_LINK, NULL, N_("See the calendar"), "/" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part section_closed[] = {
	{ PART_SUBJECT, NULL, N_("{section} will not take place"), NULL },
	{ PART_TEXT, "!waited", N_("{name}, the section {section} {title} of "
	    "the term {term} has been closed by the university. You are no "
	    "longer registered for it; nothing of it stays on your record."),
	    NULL },
	{ PART_TEXT, "waited", N_("{name}, the section {section} {title} of the "
	    "term {term}, for which you were on the waiting list, has been "
	    "closed by the university."), NULL },
	{ PART_FACT, NULL, N_("Reason"), "reason" },
	{ PART_TEXT, "until", N_("In its place you may add other courses "
	    "of up to {credits} {credits:credit|credits}. This is open for "
	    "those of the closed section alone, and ends by itself."), NULL },
	{ PART_FACT, NULL, N_("Open until"), "until" },
	{ PART_TEXT, "!waited", N_("Please tell your home university."), NULL },
	{ PART_LINK, NULL, N_("See my courses"), "/register" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part seat_offered[] = {
	{ PART_SUBJECT, NULL, N_("A seat in {section} is offered to you"),
	    NULL },
	{ PART_TEXT, NULL, N_("{name}, a seat in {section} {title} of the term "
	    "{term} has come free, and you are the next on its waiting list. "
	    "It is kept for you until the time below; then it goes to the "
	    "next."), NULL },
	{ PART_FACT, NULL, N_("Kept until"), "until" },
	{ PART_TEXT, NULL, N_("Nothing is registered by itself: please take "
	    "the seat, or leave the list."), NULL },
	{ PART_LINK, NULL, N_("See the offer"), "/register/waitlist" },
	{ PART_END, NULL, NULL, NULL }
};

/* Before a window ends; the link is for those who never had a password. */
static const struct part register_warning[] = {
	{ PART_SUBJECT, "why=below", N_("You have fewer credits than {term} "
	    "asks for"), NULL },
	{ PART_SUBJECT, NULL, N_("You have not registered for any course of "
	    "{term} yet"), NULL },
	{ PART_TEXT, "why=login", N_("{name}, you have not logged in for the "
	    "term {term} yet, and nothing is registered."), NULL },
	{ PART_TEXT, "why=none", N_("{name}, you may register for the term "
	    "{term} and have not registered for any course."), NULL },
	{ PART_TEXT, "why=below", N_("{name}, you have {credits} "
	    "{credits:credit|credits} in the term {term}; at least {min} "
	    "{min:is|are} needed."), NULL },
	{ PART_FACT, NULL, N_("The window ends"), "closes_at" },
	{ PART_TEXT, "token", N_("First set your password with this link. It "
	    "works once."), NULL },
	{ PART_LINK, "token", N_("Set your password"),
	    "/account/activate?t={token}" },
	{ PART_LINK, "!token", N_("Register for courses"), "/register" },
	{ PART_TEXT, NULL, N_("If you do not want to take part any more, please "
	    "tell the coordinator of your home university."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part correction_decided[] = {
	{ PART_SUBJECT, "accepted", N_("Your data has been corrected"), NULL },
	{ PART_SUBJECT, NULL, N_("Your data was not changed"), NULL },
	{ PART_TEXT, "accepted", N_("{name}, the correction you asked for has "
	    "been made."), NULL },
	{ PART_TEXT, "!accepted", N_("{name}, the correction you asked for was "
	    "not made."), NULL },
	{ PART_FACT, NULL, N_("Answer"), "answer" },
	{ PART_LINK, NULL, N_("See my data"), "/account/data" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part certificate_decided[] = {
	{ PART_SUBJECT, "decision=approve",
	    N_("Your certificate has been verified"), NULL },
	{ PART_SUBJECT, "decision=refuse",
	    N_("Your certificate was not confirmed"), NULL },
	{ PART_SUBJECT, "decision=correct",
	    N_("A corrected certificate is ready: {serial}"), NULL },
	{ PART_SUBJECT, "decision=decline",
	    N_("Your report about {serial} was looked at"), NULL },
	{ PART_SUBJECT, NULL, N_("Your certificate {serial} was revoked"),
	    NULL },
	{ PART_TEXT, "decision=approve", N_("{name}, student affairs have "
	    "verified the certificate you asked for. It can be issued to you "
	    "now; we mail you a code when you ask for it."), NULL },
	{ PART_TEXT, "decision=refuse", N_("{name}, student affairs could not "
	    "confirm the certificate you asked for. It is not issued."), NULL },
	{ PART_TEXT, "decision=correct", N_("{name}, what was wrong on "
	    "{serial} has been corrected. Once you have it issued, it takes "
	    "the place of the one before."), NULL },
	{ PART_TEXT, "decision=decline", N_("{name}, student affairs have "
	    "looked at {serial} and found nothing wrong on it."), NULL },
	{ PART_TEXT, "decision=revoke", N_("{name}, the certificate {serial} "
	    "does not hold any more. Whoever checks it is told so."), NULL },
	{ PART_FACT, "answer", N_("Reason"), "answer" },
	{ PART_LINK, NULL, N_("See my certificates"), "/certificates" },
	{ PART_END, NULL, NULL, NULL }
};

const struct kind application_kinds[] = {
	{ "confirm", "confirm", 1, confirm },
	{ "status-link", "status-link", 1, status_link },
	{ "id-issued", "activate", 0, id_issued },
	{ "application-arrived", NULL, 0, arrived },
	{ "application-known", NULL, 0, known },
	{ "decided", NULL, 0, decided },
	{ "returned", NULL, 0, returned },
	{ "application-retracted", NULL, 0, retracted },
	{ "withdrawal-decided", NULL, 0, withdrawal_decided },
	{ "window-changed", NULL, 0, window_changed },
	{ "section-closed", NULL, 0, section_closed },
	{ "seat-offered", NULL, 0, seat_offered },
	{ "register-warning", "activate", 0, register_warning },
	{ "correction-decided", NULL, 0, correction_decided },
	{ "certificate-decided", NULL, 0, certificate_decided },
	{ NULL, NULL, 0, NULL }
};
