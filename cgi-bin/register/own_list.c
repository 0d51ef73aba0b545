#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "own.h"

/* How a student sees one section of the shelf. */
struct sight {
	const char		*why;
	const struct own_section *mine;		/* registered, or was */
	int			 in_cart;
	const struct own_section *other;	/* in the way */
	const struct slot	*when;		/* of the other */
	const char		*agreed, *agreed_taken;	/* NULL = none */
};

/* The earliest meeting of a course of his own that overlaps with it. */
static void
find_clash(const struct own *own, const struct section *s, struct sight *to)
{
	const struct own_section *e;
	const struct slot *a;
	size_t i, k, m;

	for (i = 0; i < own->n; i++) {
		e = &own->sections[i];
		if (!e->holds || strcmp(e->code, s->code) == 0)
			continue;
		for (k = 0; k < e->slots.n; k++) {
			a = &e->slots.at[k];
			if (to->when != NULL && (a->day > to->when->day ||
			    (a->day == to->when->day &&
			    a->from >= to->when->from)))
				continue;
			for (m = 0; m < s->slots.n; m++)
				if (slot_meets(a, &s->slots.at[m])) {
					to->other = e;
					to->when = a;
				}
		}
	}
}

/* A line "code seats taken" of what was agreed for this section (R2). */
static void
find_agreed(struct req *req, const struct own *own, const struct section *s,
    struct sight *to)
{
	const char *p = own->agreed;
	size_t n = strlen(s->code);

	for (; p != NULL && *p != '\0'; p = strchr(p, '\n')) {
		p += *p == '\n';
		if (strncmp(p, s->code, n) != 0 || p[n] != ' ')
			continue;
		p += n + 1;
		to->agreed = arena_strndup(req->arena, p, strcspn(p, " "));
		p += strcspn(p, " ") + 1;
		to->agreed_taken = arena_strndup(req->arena, p,
		    strcspn(p, "\n"));
		return;
	}
}

/* The first reason in the order of sojourn.take_reasons. */
static const char *
reason(const struct own *own, const struct section *s, const struct sight *o)
{
	if (s->why[0] != '\0' && strcmp(s->why, "full") != 0)
		return s->why;		/* closed, not open to exchange */
	if (o->mine != NULL)
		return strcmp(o->mine->state, "withdrawn") == 0 ||
		    strcmp(o->mine->state, "closed_by_host") == 0 ?
		    "ineligible" : "duplicate";
	if (o->other != NULL)
		return "conflict";
	if (own->max != -1 && own->have + atoi(s->credits) > own->max)
		return "credits";
	if (s->why[0] != '\0')
		return s->why;
	if (o->agreed != NULL && atoi(o->agreed) - atoi(o->agreed_taken) <= 0)
		return "quota";
	return "";
}

static void
look(struct req *req, const struct own *own, const struct section *s,
    struct sight *to)
{
	size_t i;

	*to = (struct sight){ 0 };
	for (i = 0; i < own->n + own->ncart; i++)
		if (strcmp(own->sections[i].code, s->code) == 0) {
			if (i < own->n)
				to->mine = &own->sections[i];
			else
				to->in_cart = 1;
		}
	find_clash(own, s, to);
	find_agreed(req, own, s, to);
	to->why = reason(own, s, to);
}

/* sojourn.ticks */
static int
ticks(const struct own *own, const struct sight *o)
{
	if (strcmp(own->kind, "add") == 0)
		return o->why[0] == '\0';
	return strcmp(own->kind, "cart") == 0 && !o->in_cart &&
	    (o->why[0] == '\0' || strcmp(o->why, "conflict") == 0 ||
	    strcmp(o->why, "credits") == 0 || strcmp(o->why, "full") == 0 ||
	    strcmp(o->why, "quota") == 0);
}

/* Only what his credits forbid is the same for all whose credits do. */
enum look_kind { LOOK_SAME, LOOK_OVER, LOOK_OWN };
struct look {
	enum look_kind	 kind;
	const char	*html;		/* of his own */
};

static enum look_kind
kind_of(const struct section *s, const struct sight *o)
{
	if (o->in_cart || o->agreed != NULL)
		return LOOK_OWN;
	if (strcmp(o->why, s->why) == 0)
		return LOOK_SAME;
	return strcmp(o->why, "credits") == 0 ? LOOK_OVER : LOOK_OWN;
}

static void
put_own(struct req *req, struct db_rows *rows, const struct own *own,
    const struct section *s, const struct sight *o)
{
	int row = db_count(rows);

	section_put(rows, row, s, o->why, ticks(own, o));
	/* Ticked and no box to tick: it says that it is in the cart. */
	db_rows_bool(rows, row, SEC_TICKED, o->in_cart &&
	    (own->can_add ? o->why[0] == '\0' :
	    strcmp(own->kind, "cart") == 0));
	if (o->other != NULL) {
		db_rows_set(rows, row, SEC_OTHER, o->other->code);
		db_rows_set(rows, row, SEC_OTHER_WHEN, arena_printf(
		    req->arena, "%s %02d:%02d", day_text(req, o->when->day),
		    o->when->from / 60, o->when->from % 60));
	}
	if (o->agreed != NULL) {
		db_rows_set(rows, row, SEC_AGREED, o->agreed);
		db_rows_set(rows, row, SEC_AGREED_TAKEN, o->agreed_taken);
	}
}

/* What could be taken in the place of another. */
static const char *
join_options(struct req *req, const struct shelf *s, const struct sheet *t,
    const struct sight *seen)
{
	char *out = arena_alloc(req->arena, t->at[s->n] + 1), *p = out;
	size_t i;

	for (i = 0; i < s->n; i++)
		if (seen[i].why[0] == '\0' ||
		    strcmp(seen[i].why, "conflict") == 0 ||
		    strcmp(seen[i].why, "credits") == 0)
			p = mempcpy(p, t->text + t->at[i], t->at[i + 1] -
			    t->at[i]);
	*p = '\0';
	return out;
}

/* How far the rows from this one on look alike. */
static size_t
alike(const struct look *looks, size_t from, size_t to)
{
	size_t i = from;

	while (i < to && looks[i].kind == looks[from].kind)
		i++;
	return i;
}

/*
 * The longest piece of a sheet that is packed and begins here and ends before
 * another one; else the rows up to where the next could begin.  Returns where
 * it ends.
 */
static size_t
cut_sheet(const struct sheet *t, size_t n, size_t from, size_t till,
    struct piece *to)
{
	size_t level, size = 1, end = till;
	int packed = sheet_packed(t);

	*to = (struct piece){ t->text + t->at[from], 0, NULL };
	for (level = 0; level < SHEET_SIZES; level++) {
		size = sheet_sizes[level];
		end = n - from < size ? n : from + size;
		if (packed && from % size == 0 && end <= till) {
			to->pack = t->packs[level][from / size];
			break;
		}
	}
	if (to->pack == NULL) {
		end = (from / size + 1) * size;
		if (end > till || !packed)
			end = till;
	}
	to->len = t->at[end] - t->at[from];
	return end;
}

/*
 * The list as pieces: as few as can be, of the sheets where rows are everybody's.
 */
static size_t
put_pieces(const struct look *looks, size_t n, const struct sheet *const *sheets,
    struct piece *to)
{
	size_t i = 0, used = 0;

	while (i < n)
		if (looks[i].kind == LOOK_OWN) {
			to[used++] = (struct piece){ looks[i].html,
			    strlen(looks[i].html), NULL };
			i++;
		} else
			i = cut_sheet(sheets[looks[i].kind], n, i,
			    alike(looks, i, n), &to[used++]);
	return used;
}

/* Renders what is his alone; -1 on a fault. */
static int
render_own(struct req *req, struct look *looks, size_t n,
    const struct db_rows *mine)
{
	const char *const *html;
	size_t i, k = 0;

	if (db_count(mine) == 0)
		return 0;
	if ((html = view_rows_html(req, "register/index_row", mine)) == NULL)
		return -1;
	for (i = 0; i < n; i++)
		if (looks[i].kind == LOOK_OWN)
			looks[i].html = html[k++];
	return 0;
}

int
own_list(struct req *req, const struct own *own, const struct shelf *s,
    struct list *list, int swap)
{
	struct look *looks = arena_alloc(req->arena, (s->n + 1) *
	    sizeof(*looks));
	struct sight *seen = arena_alloc(req->arena, (s->n + 1) *
	    sizeof(*seen));
	struct db_rows *mine = section_rows(req->arena);
	const struct sheet *sheets[2] = { NULL, NULL }, *options;
	size_t i;

	for (i = 0; i < s->n; i++) {
		look(req, own, &s->sections[i], &seen[i]);
		looks[i].kind = kind_of(&s->sections[i], &seen[i]);
		if (looks[i].kind == LOOK_OWN)
			put_own(req, mine, own, &s->sections[i], &seen[i]);
		else if (sheets[looks[i].kind] == NULL &&
		    (sheets[looks[i].kind] = shelf_sheet(req, s,
		    looks[i].kind == LOOK_OVER ? SHEET_OVER : SHEET_ROW)) ==
		    NULL)
			return -1;
	}
	if (render_own(req, looks, s->n, mine) == -1)
		return -1;
	list->pieces = arena_alloc(req->arena, (s->n + 1) *
	    sizeof(*list->pieces));
	list->n = put_pieces(looks, s->n, sheets, list->pieces);
	list->options = "";
	if (!swap)
		return 0;
	if ((options = shelf_sheet(req, s, SHEET_OPTION)) == NULL)
		return -1;
	list->options = join_options(req, s, options, seen);
	return 0;
}
