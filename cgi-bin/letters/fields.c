#include "letters.h"

/* The fields of the pages.  What is printed has no invisible marks: one line
 * is a FIELD_NAME for that; the text of a letter loses them when it is saved. */

static const char *const languages[] = { "ko", "en", "ja", NULL };
static const char *const deliveries[] = { "download", "pickup", "post", NULL };
static const char *const authors[] = { "save", "submit", "decline", NULL };
static const char *const ways[] = { "pickup", "post", "link", NULL };
static const char *const acts[] = { "take", "release", "assign", "invite",
	"renew", "relieve", "approve", "return", "reissue", "correct",
	"refuse", "deliver", "revoke", NULL };

#define ASK_FIELDS(need) \
	{ "purpose", FIELD_TEXT, need, 1, 1000, N_("Purpose"), NULL }, \
	{ "recipient", FIELD_NAME, need, 1, 300, N_("Recipient"), NULL }, \
	{ "author", FIELD_NAME, 0, 0, 120, N_("Who should write it"), NULL }, \
	{ "language", FIELD_CHOICE, need, 0, 0, N_("Language"), languages }, \
	{ "delivery", FIELD_CHOICE, need, 0, 0, N_("Delivery"), deliveries }, \
	{ "address", FIELD_TEXT, 0, 0, 500, N_("Postal address"), NULL }, \
	{ "deadline", FIELD_DATE, 0, 0, 0, N_("Needed by"), NULL }, \
	{ "form", FIELD_FILE, 0, 0, 0, N_("Form to be filled in"), NULL }
const struct field ask_fields[] = {
	ASK_FIELDS(FIELD_REQUIRED),
	{ 0 }
};
const struct field cancel_fields[] = {
	{ "letter", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Letter"), NULL },
	ASK_FIELDS(0),
	{ 0 }
};
const struct field letter_fields[] = {
	{ "letter", FIELD_ID, 0, 0, 0, N_("Letter"), NULL },
	{ 0 }
};
#define TEXT_FIELDS \
	{ "decision", FIELD_CHOICE, 0, 0, 0, N_("Decision"), authors }, \
	{ "version", FIELD_INT, 0, 0, 1000000000, N_("Version"), NULL }, \
	{ "salutation", FIELD_NAME, 0, 0, 200, N_("Salutation"), NULL }, \
	{ "body", FIELD_TEXT, 0, 0, 20000, N_("Text of the letter"), NULL }, \
	{ "closing", FIELD_NAME, 0, 0, 200, N_("Closing words"), NULL }, \
	{ "signed_name", FIELD_NAME, 0, 0, 120, N_("Your name"), NULL }, \
	{ "signed_title", FIELD_NAME, 0, 0, 200, \
	    N_("Your position and institution"), NULL }, \
	{ "confidential", FIELD_CHECK, 0, 0, 0, N_("Confidential"), NULL }, \
	{ "reason", FIELD_TEXT, 0, 0, 1000, N_("Reason"), NULL }
const struct field write_fields[] = {
	{ "letter", FIELD_ID, 0, 0, 0, N_("Letter"), NULL },
	TEXT_FIELDS,
	{ 0 }
};
const struct field author_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	TEXT_FIELDS,
	{ 0 }
};
const struct field link_fields[] = {
	{ "t", FIELD_TOKEN, FIELD_SECRET, 0, 0, N_("Link"), NULL },
	{ 0 }
};
const struct field queue_fields[] = {
	{ "state", FIELD_WORD, 0, 0, 20, N_("State"), NULL },
	{ "q", FIELD_LINE, 0, 0, 100, N_("Name, ID or recipient"), NULL },
	{ 0 }
};
const struct field desk_fields[] = {
	{ "letter", FIELD_ID, FIELD_REQUIRED, 0, 0, N_("Letter"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    acts },
	{ "version", FIELD_INT, 0, 0, 1000000000, N_("Version"), NULL },
	{ "login", FIELD_WORD, 0, 0, 64, N_("Colleague"), NULL },
	{ "name", FIELD_NAME, 0, 0, 120, N_("Name"), NULL },
	{ "email", FIELD_EMAIL, 0, 0, 0, N_("E-mail address"), NULL },
	{ "language", FIELD_CHOICE, 0, 0, 0, N_("Language of the mail"),
	    languages },
	{ "remarks", FIELD_TEXT, 0, 0, 2000, N_("Remarks"), NULL },
	{ "reason", FIELD_TEXT, 0, 0, 1000, N_("Reason"), NULL },
	{ "way", FIELD_CHOICE, 0, 0, 0, N_("Delivery"), ways },
	{ "whom", FIELD_NAME, 0, 0, 200, N_("To whom"), NULL },
	{ "tracking", FIELD_WORD, 0, 0, 40, N_("Tracking number"), NULL },
	{ "sent_on", FIELD_DATE, 0, 0, 0, N_("Posted on"), NULL },
	{ 0 }
};
