#include "pulse.h"
#include "register.h"
#include "room.h"
#include "room_gate.h"

/*
 * Course registration by the student: R9, R10, R17-R19, R25, R30, R33, R51.
 * What is not possible before the window opens can be put into the cart.
 */

static const char *const decisions[] = { "add", "remove", "first", NULL };

static const struct field index_fields[] = {
	{ "school", FIELD_WORD, 0, 1, 20, N_("School"), NULL },
	{ "major", FIELD_WORD, 0, 1, 20, N_("Major"), NULL },
	{ "q", FIELD_LINE, 0, 0, 60, N_("Search"), NULL },
	{ "again", FIELD_CHECK, 0, 0, 0, NULL, NULL },
	{ "r", FIELD_WORD, 0, 1, 64, NULL, NULL },
	{ 0 }
};
static const struct field enrol_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED | FIELD_REPEATED, 1, 20,
	    N_("Section"), NULL },
	{ 0 }
};
static const struct field cancel_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), NULL },
	{ 0 }
};
static const struct field swap_fields[] = {
	{ "drop", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section to leave"),
	    NULL },
	{ "add", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section to take"),
	    NULL },
	{ 0 }
};
static const struct field cart_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED | FIELD_REPEATED, 1, 20,
	    N_("Section"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    decisions },
	{ 0 }
};

static const char *const waitlist_decisions[] = { "add", "remove", "take",
    NULL };
static const struct field waitlist_fields[] = {
	{ "section", FIELD_WORD, FIELD_REQUIRED, 1, 20, N_("Section"), NULL },
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    waitlist_decisions },
	{ 0 }
};
static const struct field calendar_fields[] = {
	{ "key", FIELD_TOKEN, FIELD_SECRET, 0, 0, NULL, NULL },
	{ 0 }
};
static const char *const calendar_decisions[] = { "make", "revoke", NULL };
static const struct field timetable_fields[] = {
	{ "decision", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("Decision"),
	    calendar_decisions },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/register", "student", index_fields, register_index, 0, 0 },
	{ "POST", "/register/enrol", "student", enrol_fields, register_enrol,
	    0, 0 },
	{ "POST", "/register/cancel", "student", cancel_fields,
	    register_cancel, 0, 0 },
	{ "POST", "/register/swap", "student", swap_fields, register_swap, 0,
	    0 },
	{ "POST", "/register/cart", "student", cart_fields, register_cart, 0,
	    0 },
	{ "GET", "/register/waitlist", "student", waitlist_fields,
	    register_waitlist, 0, 0 },
	{ "POST", "/register/waitlist", "student", waitlist_fields,
	    register_waitlist_change, 0, 0 },
	{ "GET", "/register/timetable", "student", NULL, register_timetable, 0,
	    0 },
	{ "POST", "/register/timetable", "student", timetable_fields,
	    register_calendar_change, 0, 0 },
	{ "GET", "/register/timetable.svg", "student", NULL,
	    register_timetable_svg, 0, 0 },
	{ "GET", "/register/timetable.ics", NULL, calendar_fields,
	    register_calendar, 0, 0 },
	{ "GET", "/register/confirmation", "student", NULL,
	    register_confirmation, 0, 0 },
	{ "GET", "/register/confirmation.pdf", "student", NULL,
	    register_confirmation_pdf, 0, 0 },
	{ "GET", "/register/room", "student", NULL, register_room, 0, 0 },
	{ "GET", "/register/room.json", NULL, NULL, register_room_json, 0,
	    PAGE_CACHED },
};

static const struct saying sayings[] = {
	{ "enrol", OUT_DONE, N_("Registered. You now have {have} of {max} {max:credit|credits}.") },
	{ "enrol", OUT_DUPLICATE, N_("You are registered in this section already.") },
	{ "enrol", OUT_GONE, N_("There is no such section in this term.") },
	{ "enrol", OUT_INVALID, N_("You chose {count} {count:section|sections}; at most {limit} can be asked for at once. Please choose fewer and send them in two steps.") },
	{ "cancel", OUT_DONE, N_("Cancelled; no trace of it remains on your transcript. You now have {have} of {max} {max:credit|credits}.") },
	{ "cancel", OUT_GONE, N_("You are not registered in this section.") },
	{ "swap", OUT_DONE, N_("Taken in place of {dropped}. You now have {have} of {max} {max:credit|credits}.") },
	{ "swap", OUT_GONE, N_("Nothing was changed: one of the two sections does not exist, or you are not registered in the one to leave.") },
	{ "swap", OUT_INVALID, N_("Please choose two different sections.") },
	{ "swap", OUT_DUPLICATE, N_("Nothing was changed: you are registered in this section already.") },
	{ "cart-add", OUT_DONE, N_("Put into your cart.") },
	{ "cart-add", OUT_DUPLICATE, N_("This is in your cart already.") },
	{ "cart-add", OUT_GONE, N_("There is no such section in this term.") },
	{ "cart-add", OUT_INVALID, N_("The cart holds at most {limit} {limit:section|sections}.") },
	{ "cart-first", OUT_DONE, N_("It is asked for before the others now.") },
	{ "cart-first", OUT_GONE, N_("This is not in your cart.") },
	{ "cart-remove", OUT_DONE, N_("Taken out of your cart.") },
	{ "cart-remove", OUT_GONE, N_("This is not in your cart.") },
	{ "calendar-make", OUT_DONE, N_("The address is made. Put it into your calendar as a subscription.") },
	{ "calendar-revoke", OUT_DONE, N_("The address is ended; nobody reads the timetable there any more.") },
	{ "calendar-revoke", OUT_GONE, N_("There is no address.") },
	{ "waitlist-add", OUT_DONE, N_("You are on the waiting list; your place is {place}.") },
	{ "waitlist-add", OUT_DUPLICATE, N_("You are on this list or registered in this section already.") },
	{ "waitlist-add", OUT_CHANGED, N_("A seat is free at this moment: please register instead of waiting.") },
	{ "waitlist-add", OUT_INELIGIBLE, N_("This section has no waiting list for you.") },
	{ "waitlist-add", OUT_GONE, N_("There is no such section in this term.") },
	{ "waitlist-add", OUT_INVALID, N_("One can be on {limit} {limit:waiting list|waiting lists} at most.") },
	{ "waitlist-remove", OUT_DONE, N_("You are on this list no more.") },
	{ "waitlist-remove", OUT_GONE, N_("You are not on the waiting list of this section.") },
	{ "waitlist-take", OUT_EXPIRED, N_("The offer has run out; the seat goes to the next.") },
	{ "waitlist-take", OUT_GONE, N_("No seat of this section is offered to you.") },
	{ NULL, OUT_CONFLICT, N_("The time overlaps with {with} ({day} {starts}–{ends}).") },
	{ NULL, OUT_FULL, N_("{capacity:The only seat is|All # seats are} "
	    "taken.") },
	{ NULL, OUT_QUOTA, N_("{quota:The only seat that was|All # seats that were} agreed for your university in this section {quota:is|are} taken.") },
	{ NULL, OUT_INELIGIBLE, N_("You have withdrawn from this section, or asked to, or it was closed by the university: it can neither be taken nor left here.") },
	{ 0 }
};

static int
register_start(struct app *app)
{
	gate_key(app);
	if (combiner_start(app) != 0 || pulse_start(app) != 0)
		return -1;
	return room_start(app);
}

static const struct program program = {
	.name = "register",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
	.start = register_start,
	.around = room_around,
	.prompt = room_prompt,
	.sayings = sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
