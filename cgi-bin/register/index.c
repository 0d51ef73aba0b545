#include <string.h>

#include "arena.h"
#include "own.h"
#include "register.h"
#include "shelf.h"

static void
show_cart(struct view *v, const struct db_rows *cart)
{
	int some = db_count(cart) > 0;

	view_int(v, "cart_n", db_count(cart));
	view_int(v, "cart_good", some ? db_int(cart, 0, "good") : 0);
	view_int(v, "cart_have", some ? db_int(cart, 0, "have") : 0);
	view_each(v, "cart", "register/index_cart", cart);
	view_each(v, "cart_sent", "register/index_sent", cart);
}

/*
 * 1 when the form before this page was refused something: then what else would
 * fit is worth a look.
 */
static int
was_refused(const struct req *req)
{
	size_t i;

	for (i = 0; i < req->nmessages; i++)
		if (!outcome_good(req->messages[i].outcome) &&
		    req->messages[i].outcome != OUT_DUPLICATE)
			return req->method[0] != 'P';
	return 0;
}

/* 1 while one can add, or will be able to in a window of this term. */
static int
is_coming(const struct db_rows *state)
{
	const char *next = db_get(state, 0, "next_kind");

	return db_bool(state, 0, "can_add") || strcmp(next, "REGISTER") == 0 ||
	    strcmp(next, "CHANGE") == 0;
}

/* 1 for a page with a filter: its list is nobody else's. */
static int
is_filtered(struct req *req)
{
	return req->method[0] != 'P' && (*field(req, "school") != '\0' ||
	    *field(req, "major") != '\0' || *field(req, "q") != '\0');
}

/* What one page is made of. */
struct parts {
	struct db_rows		*state;		/* of register_api.index */
	struct own		*own;
	const struct shelf	*shelf;		/* NULL: a page with a filter */
	struct db_rows		*found, *choices;
	struct db_rows		*mine, *extra, *cart, *instead;
};

/*
 * The shelf of this page: the one it has brought, one that is kept, or, where
 * there is none, one that is brought now.
 */
static enum outcome
find_shelf(struct req *req, struct parts *p, const struct db_rows *rows,
    const struct db_rows *choices)
{
	const char *kind = db_get(p->state, 0, "tick_kind");
	enum outcome o = OUT_FAULT;

	if (rows != NULL)
		p->shelf = shelf_put(req, kind, rows, choices);
	else if ((p->shelf = shelf_get(req, kind)) == NULL)
		p->shelf = shelf_bring(req, &o);
	return p->shelf == NULL ? o : OUT_DONE;
}

/* The one call about the student, and the list where it is not kept. */
static enum outcome
get_state(struct req *req, struct parts *p)
{
	int filtered = is_filtered(req), rows = -1, choices = -1;
	struct db_batch *b = db_open_as(req, SQL_INDEX);
	enum outcome o;

	if (filtered)
		rows = db_call(b, SQL_OFFERS, req->lang, field(req, "school"),
		    field(req, "major"), field(req, "q"));
	else if (shelf_due(req))
		rows = db_call(b, SQL_SHELF, req->lang);
	if (rows != -1)
		choices = db_call(b, SQL_CHOICES, req->lang,
		    filtered ? field(req, "school") : "",
		    filtered ? field(req, "major") : "");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	p->state = db_result(b, 0);
	p->own = own_read(req, p->state);
	if (!filtered)
		return find_shelf(req, p, rows == -1 ? NULL :
		    db_result(b, rows), choices == -1 ? NULL :
		    db_result(b, choices));
	p->found = db_result(b, rows);
	p->choices = db_result(b, choices);
	return OUT_DONE;
}

/* What few students have and the shelf does not tell: a second trip. */
static enum outcome
get_rest(struct req *req, struct parts *p)
{
	int mine = -1, extra = -1, cart = -1, instead = -1;
	struct db_batch *b;
	enum outcome o;

	if (p->shelf != NULL)
		p->mine = own_mine(req, p->own, p->shelf);
	if ((p->mine != NULL || p->own->n == 0) && p->own->ncart == 0 &&
	    !db_bool(p->state, 0, "extra") && !was_refused(req))
		return OUT_DONE;
	b = db_more(req);
	if (p->mine == NULL)
		mine = db_call(b, SQL_MINE, req->lang);
	if (p->own->ncart > 0)
		cart = db_call(b, SQL_CART, req->lang);
	if (db_bool(p->state, 0, "extra"))
		extra = db_call(b, SQL_EXCEPTIONS, req->lang);
	if (was_refused(req) && *field(req, "r") != '\0')
		instead = db_call(b, SQL_INSTEAD, req->lang, NULL, NULL,
		    field(req, "r"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (mine != -1)
		p->mine = db_result(b, mine);
	p->cart = cart == -1 ? NULL : db_result(b, cart);
	p->extra = extra == -1 ? NULL : db_result(b, extra);
	p->instead = instead == -1 ? NULL : db_result(b, instead);
	return OUT_DONE;
}

/* The list of a page with a filter. */
static void
show_found(struct view *v, struct req *req, const struct parts *p, int swap)
{
	view_raw_html(v, "schools", shelf_choices(req, p->choices, "school"));
	view_raw_html(v, "majors", shelf_choices(req, p->choices, "major"));
	view_int(v, "found", db_count(p->found));
	view_list(v, "rows", "register/index_row", p->found);
	if (swap)
		view_list(v, "swap_options", "register/index_option",
		    p->found);
	else
		view_text(v, "swap_options", "");
}

/* The list without one: the shelf, with what this student sees otherwise. */
static int
show_shelf(struct view *v, struct req *req, const struct parts *p, int swap)
{
	struct list list;

	if (own_list(req, p->own, p->shelf, &list, swap) == -1)
		return -1;
	view_raw_html(v, "schools", p->shelf->schools);
	view_raw_html(v, "majors", p->shelf->majors);
	view_int(v, "found", (long long)p->shelf->n);
	view_pieces(v, "rows", list.pieces, list.n);
	view_raw_html(v, "swap_options", list.options);
	return 0;
}

/* What stands above and beside the list. */
static struct view *
show_own(struct req *req, const struct parts *p)
{
	int list = req->method[0] != 'P';
	struct view *v;

	v = view_new(req, "register/index");
	view_text(v, "title", T(req, "Course registration"));
	view_row(v, "", p->state, 0);
	view_int(v, "coming", is_coming(p->state));
	view_text(v, "f_q", list ? field(req, "q") : "");
	view_each(v, "mine", "register/index_mine", p->mine);
	view_each(v, "drops", "register/index_drop", p->mine);
	view_rows(v, "extra", p->extra);
	own_week(v, req, p->own);
	show_cart(v, p->cart);
	view_rows(v, "instead", p->instead);
	return v;
}

enum outcome
register_show(struct req *req, enum outcome outcome)
{
	struct parts p = { 0 };
	enum outcome o;
	struct view *v;
	int swap;

	if ((o = get_state(req, &p)) != OUT_DONE ||
	    (o = get_rest(req, &p)) != OUT_DONE)
		return o;
	swap = p.own->can_cancel && p.own->have > 0;
	v = show_own(req, &p);
	if (p.shelf == NULL)
		show_found(v, req, &p, swap);
	else if (show_shelf(v, req, &p, swap) == -1)
		return OUT_FAULT;
	return view_send(v, outcome);
}

/* GET /register: my courses, my week, what I may add (R30, R51). */
enum outcome
register_index(struct req *req)
{
	return register_show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}
