#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "register_api.index", 0, 1 },
	[SQL_MINE] = { "register_api.mine", 1, 1 },
	[SQL_WEEK] = { "register_api.week", 1, 1 },
	[SQL_OFFERS] = { "register_api.offers", 4, 1 },
	[SQL_CHOICES] = { "register_api.choices", 1, 1 },
	[SQL_CHOSEN] = { "register_api.chosen", 2, 1 },
	[SQL_CART] = { "register_api.cart", 1, 1 },
	[SQL_CART_CHANGE] = { "register_api.cart_change", 3, 1 },
	[SQL_CONFIRMATION] = { "register_api.confirmation", 1, 1 },
	[SQL_INSTEAD] = { "register_api.instead", 4, 1 },
	/* The combiner's: it names the sessions itself. */
	[SQL_DECIDE_BATCH] = { "register_api.decide_batch", 9, 0 },
};
