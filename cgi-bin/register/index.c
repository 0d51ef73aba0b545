#include <string.h>

#include "arena.h"
#include "register.h"

/* The week grid: its frame is the first row. */
static void
show_week(struct view *v, const struct db_rows *week)
{
	view_text(v, "week_frame", db_count(week) == 0 ? "" :
	    db_get(week, 0, "cls"));
	view_rows(v, "week", week);
}

static void
show_cart(struct view *v, const struct db_rows *cart)
{
	int some = db_count(cart) > 0;

	view_rows(v, "cart", cart);
	view_int(v, "cart_n", db_count(cart));
	view_int(v, "cart_good", some ? db_int(cart, 0, "good") : 0);
	view_int(v, "cart_have", some ? db_int(cart, 0, "have") : 0);
}

/*
 * What else would fit where the form before this page was refused; only the
 * page after an answer asks for it.
 */
static int
ask_instead(struct db_batch *b, struct req *req)
{
	const char *r = field(req, "r");

	return *r == '\0' ? -1 :
	    db_call(b, SQL_INSTEAD, req->lang, NULL, NULL, r);
}

/* 1 while one can add, or will be able to in a window of this term. */
static int
is_coming(const struct db_rows *state)
{
	const char *next = db_get(state, 0, "next_kind");

	return db_bool(state, 0, "can_add") || strcmp(next, "REGISTER") == 0 ||
	    strcmp(next, "CHANGE") == 0;
}

enum outcome
register_show(struct req *req, enum outcome outcome)
{
	struct db_batch *b;
	struct db_rows *state, *offers;
	struct view *v;
	enum outcome o;
	int cart, choices, extra, index, instead = -1, mine, rows, week, list;

	list = req->method[0] != 'P';
	b = db_open(req);
	index = db_call(b, SQL_INDEX);
	mine = db_call(b, SQL_MINE, req->lang);
	week = db_call(b, SQL_WEEK, req->lang);
	extra = db_call(b, SQL_EXCEPTIONS, req->lang);
	cart = db_call(b, SQL_CART, req->lang);
	choices = db_call(b, SQL_CHOICES, req->lang);
	rows = db_call(b, SQL_OFFERS, req->lang, list ? field(req, "school") :
	    "", list ? field(req, "major") : "", list ? field(req, "q") : "");
	if (list)
		instead = ask_instead(b, req);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (list && *field(req, "again") != '\0')
		say_text(req, OUT_ALREADY, "", T(req, "This was sent twice; "
		    "it was done once. What became of it stands above."));
	state = db_result(b, index);
	offers = db_result(b, rows);
	v = view_new(req, "register/index");
	view_text(v, "title", T(req, "Course registration"));
	view_row(v, "", state, 0);
	view_int(v, "coming", is_coming(state));
	view_text(v, "f_school", list ? field(req, "school") : "");
	view_text(v, "f_major", list ? field(req, "major") : "");
	view_text(v, "f_q", list ? field(req, "q") : "");
	view_rows(v, "mine", db_result(b, mine));
	view_rows(v, "extra", db_result(b, extra));
	show_week(v, db_result(b, week));
	show_cart(v, db_result(b, cart));
	view_rows(v, "instead", instead == -1 ? NULL : db_result(b, instead));
	view_rows(v, "choices", db_result(b, choices));
	view_int(v, "found", db_count(offers));
	view_list(v, "rows", "register/index_row", offers);
	if (db_bool(state, 0, "can_cancel") && db_int(state, 0, "have") > 0)
		view_list(v, "swap_options", "register/index_option", offers);
	else
		view_text(v, "swap_options", "");
	return view_send(v, outcome);
}

/* GET /register: my courses, my week, what I may add (R30, R51). */
enum outcome
register_index(struct req *req)
{
	return register_show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
