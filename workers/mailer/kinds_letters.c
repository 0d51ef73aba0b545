#include <stddef.h>

#include "i18n.h"
#include "mailer.h"

/*
 * Letters of recommendation (R113-R115): to the student, the author, the office
 * and the recipient of a sealed one.  What anybody typed stands in none: an
 * author's and a recipient's address are confirmed by nobody (S17).
 */

static const struct part status[] = {
	{ PART_SUBJECT, "step=asked", N_("Your request for a letter of "
	    "recommendation is here"), NULL },
	{ PART_SUBJECT, "step=writing", N_("Your letter of recommendation is "
	    "being written"), NULL },
	{ PART_SUBJECT, "step=search", N_("Another author is looked for for "
	    "your letter of recommendation"), NULL },
	{ PART_SUBJECT, "step=issued", N_("Your letter of recommendation is "
	    "ready"), NULL },
	{ PART_SUBJECT, "step=ready", N_("Your letter of recommendation can be "
	    "picked up"), NULL },
	{ PART_SUBJECT, "step=sealed", N_("Your letter of recommendation is "
	    "issued"), NULL },
	{ PART_SUBJECT, "step=posted", N_("Your letter of recommendation was "
	    "posted"), NULL },
	{ PART_SUBJECT, "step=linked", N_("Your letter of recommendation was "
	    "sent to its recipient"), NULL },
	{ PART_SUBJECT, "step=handed", N_("Your letter of recommendation was "
	    "handed over"), NULL },
	{ PART_SUBJECT, "step=correcting", N_("Your letter of recommendation "
	    "is being corrected"), NULL },
	{ PART_SUBJECT, "step=cancelled", N_("Your request for a letter of "
	    "recommendation was taken back"), NULL },
	{ PART_SUBJECT, "step=refused", N_("No letter of recommendation can be "
	    "written"), NULL },
	{ PART_SUBJECT, "step=revoked", N_("Your letter of recommendation was "
	    "revoked"), NULL },
	{ PART_SUBJECT, NULL, N_("Your letter of recommendation"), NULL },
	{ PART_TEXT, "step=asked", N_("The office looks for an author now. A "
	    "second person reads the letter before it is issued."), NULL },
	{ PART_FACT, "step=asked", N_("On its way by"), "until" },
	{ PART_TEXT, "step=writing", N_("Somebody was asked to write it. You "
	    "hear from us when it is issued, or if somebody else has to be "
	    "asked."), NULL },
	{ PART_TEXT, "step=search", N_("The author whom we asked cannot write "
	    "it. The office asks somebody else; you need not do anything."),
	    NULL },
	{ PART_TEXT, "step=issued", N_("You can download it, with its proof, "
	    "and send both on."), NULL },
	{ PART_TEXT, "step=ready", N_("Please fetch it at the office and bring "
	    "an identity card."), NULL },
	{ PART_TEXT, "step=sealed", N_("The office sends it to its recipient "
	    "next."), NULL },
	{ PART_FACT, "step=posted", N_("Tracking number"), "tracking" },
	{ PART_TEXT, "step=linked", N_("Its author has marked it as "
	    "confidential: the recipient alone reads it."), NULL },
	{ PART_TEXT, "step=handed", N_("If it was not handed to you or to "
	    "somebody you sent, please tell us at once."), NULL },
	{ PART_TEXT, "step=correcting", N_("Something on it was wrong. What "
	    "you have holds until the new one replaces it."), NULL },
	{ PART_TEXT, "step=refused", N_("The reason stands on the page "
	    "below."), NULL },
	{ PART_TEXT, "step=revoked", N_("It does not hold any more, and "
	    "whoever verifies it is told so. The reason stands on the page "
	    "below."), NULL },
	{ PART_LINK, NULL, N_("See your letters"), "/letters" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part office[] = {
	{ PART_SUBJECT, "step=asked", N_("A student asks for a letter of "
	    "recommendation"), NULL },
	{ PART_SUBJECT, "step=submitted", N_("A letter of recommendation waits "
	    "for its second reader"), NULL },
	{ PART_SUBJECT, "step=declined", N_("An author declined to write a "
	    "letter of recommendation"), NULL },
	{ PART_SUBJECT, NULL, N_("A letter of recommendation could not be "
	    "printed"), NULL },
	{ PART_TEXT, "step=declined", N_("Please read the reason and ask "
	    "somebody else."), NULL },
	{ PART_TEXT, "step=failed", N_("Please read why, and print it again or "
	    "send it back to its author."), NULL },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("See the letter"), "/staff/letters/{letter}" },
	{ PART_END, NULL, NULL, NULL }
};

/* How a mail to an author begins, whichever way the author writes. */
#define ASKED_TO_WRITE \
	{ PART_SUBJECT, "returned", N_("A letter of recommendation came back " \
	    "with remarks"), NULL }, \
	{ PART_SUBJECT, "reminder", N_("Reminder: a letter of recommendation " \
	    "is due"), NULL }, \
	{ PART_SUBJECT, NULL, N_("You are asked to write a letter of " \
	    "recommendation"), NULL }, \
	{ PART_TEXT, "returned", N_("The second reader asks you to change " \
	    "something; the remarks stand beside your text."), NULL }

static const struct part asked[] = {
	ASKED_TO_WRITE,
	{ PART_TEXT, "!returned", N_("On the page below you find who asks for "
	    "it and what for, and a beginning of the text. You can also "
	    "decline."), NULL },
	{ PART_FACT, NULL, N_("Due"), "until" },
	{ PART_LINK, NULL, N_("Write the letter"), "/letters/write/{letter}" },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part by_link[] = {
	ASKED_TO_WRITE,
	{ PART_TEXT, "!returned", N_("A student of {host} asks for a letter, "
	    "and the office of the university asks you to write it. Behind "
	    "the link you find who it is, what it is for, and a beginning of "
	    "the text. You need no account, and you can decline there."),
	    NULL },
	{ PART_LINK, NULL, N_("Write the letter, or decline"),
	    "/letters/author?t={token}" },
	{ PART_TEXT, NULL, N_("The link opens this letter alone, until {until} "
	    "or until you hand the letter in. Please do not pass it on."),
	    NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part reader[] = {
	{ PART_SUBJECT, NULL, N_("A confidential letter of recommendation for "
	    "you"), NULL },
	{ PART_TEXT, NULL, N_("{host} sends you a letter of recommendation "
	    "that its author has marked as confidential. The person it is "
	    "about has named you as recipient and does not read it."), NULL },
	{ PART_LINK, NULL, N_("Read the letter"), "/letters/reader?t={token}" },
	{ PART_TEXT, NULL, N_("The link works until {until}. Please do not "
	    "pass it on."), NULL },
	{ PART_END, NULL, NULL, NULL }
};

static const struct part late[] = {
	{ PART_SUBJECT, NULL, N_("Letters of recommendation are overdue "
	    "({n})"), NULL },
	{ PART_TEXT, NULL, N_("{n:One letter|# letters} should have been "
	    "on {n:its|their} way by now: two working days after {n:it "
	    "was|they were} asked for."), NULL },
	{ PART_LINK, NULL, N_("See the letters"), "/staff/letters" },
	{ PART_END, NULL, NULL, NULL }
};

const struct kind letter_kinds[] = {
	{ "letter-status", NULL, 0, status },
	{ "letter-office", NULL, 0, office },
	{ "letter-asked", NULL, 0, asked },
	{ "letter-link", "letter-author", 1, by_link },
	{ "letter-reader", "letter-reader", 1, reader },
	{ "letters-late", NULL, 0, late },
	{ NULL, NULL, 0, NULL }
};
