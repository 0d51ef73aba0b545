#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "register_api.index", 0, 1 },
	[SQL_MINE] = { "register_api.mine", 1, 1 },
	[SQL_OFFERS] = { "register_api.offers", 4, 1 },
	[SQL_SHELF] = { "register_api.shelf", 1, 1 },
	[SQL_CHOICES] = { "register_api.choices", 3, 1 },
	[SQL_CHOSEN] = { "register_api.chosen", 2, 1 },
	[SQL_CART] = { "register_api.cart", 1, 1 },
	[SQL_CART_CHANGE] = { "register_api.cart_change", 3, 1 },
	[SQL_CONFIRMATION] = { "register_api.confirmation", 1, 1 },
	[SQL_CONFIRMATION_ASK] = { "register_api.confirmation_ask", 1, 1 },
	[SQL_CONFIRMATION_FILE] = { "register_api.confirmation_file", 1, 1 },
	[SQL_INSTEAD] = { "register_api.instead", 4, 1 },
	[SQL_TIMETABLE] = { "register_api.timetable", 1, 1 },
	[SQL_CALENDAR_LINK] = { "register_api.calendar_link", 0, 1 },
	[SQL_CALENDAR_CHANGE] = { "register_api.calendar_change", 4, 1 },
	[SQL_WAITING] = { "register_api.waiting", 1, 1 },
	[SQL_WAITLIST_ASK] = { "register_api.waitlist_ask", 2, 1 },
	[SQL_WAITLIST_CHANGE] = { "register_api.waitlist_change", 3, 1 },
	/* Without a session: the address is the secret. */
	[SQL_CALENDAR] = { "register_api.calendar", 1, 0 },
	[SQL_EXCEPTIONS] = { "register_api.exceptions", 1, 1 },
	/* The combiner's: it names the sessions itself. */
	[SQL_DECIDE_DONE] = { "register_api.decide_done", 6, 0 },
	[SQL_DECIDE_BATCH] = { "register_api.decide_batch", 9, 0 },
	[SQL_PULSE] = { "register_api.pulse", 6, 0 },
	/* The waiting room's. */
	[SQL_ROOM_TICK] = { "register_api.room_tick", 5, 0 },
	[SQL_ROOM_ENTER] = { "register_api.room_enter", 3, 0 },
	[SQL_ROOM_INSIDE] = { "register_api.room_inside", 2, 0 },
};
