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
enum look { LOOK_SAME, LOOK_OVER, LOOK_OWN };

static enum look
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
	db_rows_bool(rows, row, SEC_TICKED, own->can_add && o->in_cart &&
	    o->why[0] == '\0');
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

static const char *
join(struct req *req, const char *const *part, size_t n)
{
	size_t i, len = 0;
	char *out, *p;

	for (i = 0; i < n; i++)
		len += strlen(part[i]);
	out = p = arena_alloc(req->arena, len + 1);
	for (i = 0; i < n; i++)
		p = stpcpy(p, part[i]);
	return out;
}

/* What could be taken in the place of another. */
static const char *
join_options(struct req *req, const struct shelf *s, const struct sight *seen)
{
	const char **part = arena_alloc(req->arena, (s->n + 1) * sizeof(*part));
	size_t i, n = 0;

	for (i = 0; i < s->n; i++)
		if (seen[i].why[0] == '\0' ||
		    strcmp(seen[i].why, "conflict") == 0 ||
		    strcmp(seen[i].why, "credits") == 0)
			part[n++] = s->sections[i].option;
	return join(req, part, n);
}

int
own_list(struct req *req, const struct own *own, const struct shelf *s,
    const char **rows, const char **options)
{
	const char **part = arena_alloc(req->arena, (s->n + 1) * sizeof(*part));
	struct sight *seen = arena_alloc(req->arena, (s->n + 1) *
	    sizeof(*seen));
	struct db_rows *mine = section_rows(req->arena);
	const char *const *html, *const *over = NULL;
	enum look kind;
	size_t i;
	int k;

	for (i = 0; i < s->n; i++) {
		look(req, own, &s->sections[i], &seen[i]);
		kind = kind_of(&s->sections[i], &seen[i]);
		if (kind == LOOK_OWN)
			put_own(req, mine, own, &s->sections[i], &seen[i]);
		if (kind == LOOK_OVER && over == NULL &&
		    (over = shelf_over(req, s)) == NULL)
			return -1;
		part[i] = kind == LOOK_OVER ? over[i] : kind == LOOK_SAME ?
		    s->sections[i].row : NULL;
	}
	if ((html = view_rows_html(req, "register/index_row", mine)) == NULL)
		return -1;
	for (i = 0, k = 0; i < s->n; i++)
		if (part[i] == NULL)
			part[i] = html[k++];
	*rows = join(req, part, s->n);
	if (options != NULL)
		*options = join_options(req, s, seen);
	return 0;
}
