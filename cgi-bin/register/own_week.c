#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "own.h"

/* One meeting of a week. */
struct meeting {
	const struct own_section *of;
	const struct slot	 *at;
	int			  maybe;
};

enum week { W_KIND, W_CLS, W_CODE, W_LABEL, W_ROOM, W_MAYBE, W_CLASH, W__N };
static const struct db_column week_columns[W__N] = {
	[W_KIND] = { "kind", DB_TEXT }, [W_CLS] = { "cls", DB_TEXT },
	[W_CODE] = { "code", DB_TEXT }, [W_LABEL] = { "label", DB_TEXT },
	[W_ROOM] = { "room", DB_TEXT }, [W_MAYBE] = { "maybe", DB_BOOL },
	[W_CLASH] = { "clash", DB_BOOL },
};

static int
by_time(const void *a, const void *b)
{
	const struct meeting *x = a, *y = b;

	if (x->at->day != y->at->day)
		return x->at->day - y->at->day;
	if (x->at->from != y->at->from)
		return x->at->from - y->at->from;
	return strcmp(x->of->code, y->of->code);
}

/* What was withdrawn from is not wanted any more, also if it is in the cart. */
static int
is_registered(const struct own *own, const char *code)
{
	size_t i;

	for (i = 0; i < own->n; i++)
		if (strcmp(own->sections[i].code, code) == 0)
			return 1;
	return 0;
}

static size_t
collect(struct req *req, const struct own *own, struct meeting **all)
{
	const struct own_section *e;
	size_t i, k, n = 0, total = 0;
	int maybe;

	for (i = 0; i < own->n + own->ncart; i++)
		total += own->sections[i].slots.n;
	*all = arena_alloc(req->arena, (total + 1) * sizeof(**all));
	for (i = 0; i < own->n + own->ncart; i++) {
		e = &own->sections[i];
		maybe = i >= own->n;
		if (maybe ? is_registered(own, e->code) : !e->holds)
			continue;
		for (k = 0; k < e->slots.n; k++)
			(*all)[n++] = (struct meeting){ e, &e->slots.at[k],
			    maybe };
	}
	qsort(*all, n, sizeof(**all), by_time);
	return n;
}

static int
clashes(const struct meeting *all, size_t n, const struct meeting *m)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (all[i].of != m->of && slot_meets(all[i].at, m->at))
			return 1;
	return 0;
}

static int
add(struct db_rows *rows, const char *kind, const char *cls, const char *label)
{
	int row = db_count(rows);

	db_rows_set(rows, row, W_KIND, kind);
	db_rows_set(rows, row, W_CLS, cls);
	db_rows_set(rows, row, W_LABEL, label);
	return row;
}

/* The edges of the grid: five days and 9 to 17 o'clock, or more. */
static void
add_frame(struct req *req, struct db_rows *rows, const struct meeting *all,
    size_t n)
{
	int days = 5, first = 9, last = 16, i;
	char cls[24];
	size_t k;

	for (k = 0; k < n; k++) {
		if (all[k].at->day > days)
			days = all[k].at->day;
		if (all[k].at->from / 60 < first)
			first = all[k].at->from / 60;
		if ((all[k].at->till - 1) / 60 > last)
			last = (all[k].at->till - 1) / 60;
	}
	if (first < 6)
		first = 6;
	snprintf(cls, sizeof(cls), "days%d from%02d", days, first);
	add(rows, "frame", cls, "");
	for (i = 1; i <= days; i++) {
		snprintf(cls, sizeof(cls), "d%d", i);
		add(rows, "day", cls, day_text(req, i));
	}
	for (i = first; i <= last; i++) {
		snprintf(cls, sizeof(cls), "h%02d", i);
		add(rows, "hour", cls, cls + 1);
	}
}

struct db_rows *
own_week(struct req *req, const struct own *own)
{
	struct db_rows *rows = db_rows_new(req->arena, week_columns, W__N);
	const struct slot *at;
	struct meeting *all;
	size_t i, n;
	int row;

	n = collect(req, own, &all);
	add_frame(req, rows, all, n);
	for (i = 0; i < n; i++) {
		at = all[i].at;
		row = add(rows, "entry", arena_printf(req->arena,
		    "d%d h%02d q%02d e%02d f%02d", at->day, at->from / 60,
		    at->from % 60, at->till / 60, at->till % 60),
		    arena_printf(req->arena, "%s %02d:%02d–%02d:%02d",
		    day_text(req, at->day), at->from / 60, at->from % 60,
		    at->till / 60, at->till % 60));
		db_rows_set(rows, row, W_CODE, all[i].of->code);
		db_rows_set(rows, row, W_ROOM, all[i].of->room);
		db_rows_bool(rows, row, W_MAYBE, all[i].maybe);
		db_rows_bool(rows, row, W_CLASH, clashes(all, n, &all[i]));
	}
	return rows;
}
