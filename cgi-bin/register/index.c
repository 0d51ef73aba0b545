#include <string.h>

#include "arena.h"
#include "register.h"
#include "shelf.h"

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

/* The calls of one page. */
struct calls {
	int	 index, mine, week, extra, cart, instead, rows, shelf, choices;
};

/* 1 for a page with a filter: its list is nobody else's. */
static int
is_filtered(struct req *req)
{
	return req->method[0] != 'P' && (*field(req, "school") != '\0' ||
	    *field(req, "major") != '\0' || *field(req, "q") != '\0');
}

static struct calls
ask(struct db_batch *b, struct req *req)
{
	int filtered = is_filtered(req);
	struct calls c = { .instead = -1, .shelf = -1, .choices = -1 };

	c.index = db_call(b, SQL_INDEX);
	c.mine = db_call(b, SQL_MINE, req->lang);
	c.week = db_call(b, SQL_WEEK, req->lang);
	c.extra = db_call(b, SQL_EXCEPTIONS, req->lang);
	c.cart = db_call(b, SQL_CART, req->lang);
	if (filtered)
		c.rows = db_call(b, SQL_OFFERS, req->lang, field(req,
		    "school"), field(req, "major"), field(req, "q"), "f");
	else
		c.rows = db_call(b, SQL_OFFERS, req->lang, "", "", "", "t");
	if (!filtered && shelf_due(req))
		c.shelf = db_call(b, SQL_SHELF, req->lang);
	if (filtered || c.shelf != -1)
		c.choices = db_call(b, SQL_CHOICES, req->lang,
		    filtered ? field(req, "school") : "",
		    filtered ? field(req, "major") : "");
	if (req->method[0] != 'P')
		c.instead = ask_instead(b, req);
	return c;
}

/* The shelf of this page: the one it has brought, one that is kept, or, where
 * there is none, one that is brought now.  NULL with the outcome why not. */
static const struct shelf *
find_shelf(struct req *req, struct db_batch *b, const struct calls *c,
    enum outcome *o)
{
	const char *kind = db_get(db_result(b, c->index), 0, "tick_kind");
	const struct shelf *s;

	*o = OUT_FAULT;
	if (c->shelf != -1)
		return shelf_put(req, kind, db_result(b, c->shelf),
		    db_result(b, c->choices));
	s = shelf_get(req, kind);
	return s != NULL ? s : shelf_bring(req, o);
}

/* The list of a page with a filter. */
static void
show_found(struct view *v, struct req *req, const struct db_rows *offers,
    const struct db_rows *choices, int swap)
{
	view_raw_html(v, "schools", shelf_choices(req, choices, "school"));
	view_raw_html(v, "majors", shelf_choices(req, choices, "major"));
	view_int(v, "found", db_count(offers));
	view_list(v, "rows", "register/index_row", offers);
	if (swap)
		view_list(v, "swap_options", "register/index_option", offers);
	else
		view_text(v, "swap_options", "");
}

/* The list without one: the shelf, with what this student sees otherwise. */
static int
show_shelf(struct view *v, struct req *req, const struct shelf *s,
    const struct db_rows *own, int swap)
{
	const char *rows, *options = "";

	rows = shelf_join(req, s, s->rows, "register/index_row", own);
	if (swap)
		options = shelf_join(req, s, s->options,
		    "register/index_option", own);
	if (rows == NULL || options == NULL)
		return -1;
	view_raw_html(v, "schools", s->schools);
	view_raw_html(v, "majors", s->majors);
	view_int(v, "found", (long long)s->n);
	view_raw_html(v, "rows", rows);
	view_raw_html(v, "swap_options", options);
	return 0;
}

/* What stands above and beside the list. */
static struct view *
show_own(struct req *req, struct db_batch *b, const struct calls *c)
{
	struct db_rows *state = db_result(b, c->index);
	int list = req->method[0] != 'P';
	struct view *v;

	if (list && *field(req, "again") != '\0')
		say_text(req, OUT_ALREADY, "", T(req, "This was sent twice; "
		    "it was done once. What became of it stands above."));
	v = view_new(req, "register/index");
	view_text(v, "title", T(req, "Course registration"));
	view_row(v, "", state, 0);
	view_int(v, "coming", is_coming(state));
	view_text(v, "f_q", list ? field(req, "q") : "");
	view_rows(v, "mine", db_result(b, c->mine));
	view_rows(v, "extra", db_result(b, c->extra));
	show_week(v, db_result(b, c->week));
	show_cart(v, db_result(b, c->cart));
	view_rows(v, "instead", c->instead == -1 ? NULL :
	    db_result(b, c->instead));
	return v;
}

enum outcome
register_show(struct req *req, enum outcome outcome)
{
	const struct shelf *shelf = NULL;
	struct db_rows *state, *rows;
	struct db_batch *b;
	struct calls c;
	struct view *v;
	enum outcome o;
	int swap;

	b = db_open(req);
	c = ask(b, req);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (!is_filtered(req) &&
	    (shelf = find_shelf(req, b, &c, &o)) == NULL)
		return o;
	state = db_result(b, c.index);
	rows = db_result(b, c.rows);
	swap = db_bool(state, 0, "can_cancel") && db_int(state, 0, "have") > 0;
	v = show_own(req, b, &c);
	if (shelf == NULL)
		show_found(v, req, rows, db_result(b, c.choices), swap);
	else if (show_shelf(v, req, shelf, rows, swap) == -1)
		return OUT_FAULT;
	return view_send(v, outcome);
}

/* GET /register: my courses, my week, what I may add (R30, R51). */
enum outcome
register_index(struct req *req)
{
	return register_show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
