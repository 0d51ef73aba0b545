#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "i18n.h"
#include "own.h"

/* One meeting of a week. */
struct meeting {
	const struct own_section *of;
	const struct slot	 *at;
	int			  maybe;
};

enum week { W_CLS, W_CODE, W_LABEL, W_ROOM, W_MAYBE, W_CLASH, W__N };
static const struct db_column week_columns[W__N] = {
	[W_CLS] = { "cls", DB_TEXT }, [W_CODE] = { "code", DB_TEXT },
	[W_LABEL] = { "label", DB_TEXT }, [W_ROOM] = { "room", DB_TEXT },
	[W_MAYBE] = { "maybe", DB_BOOL }, [W_CLASH] = { "clash", DB_BOOL },
};

/* The days above and the hours beside them. */
enum edge { E_KIND, E_CLS, E_LABEL, E__N };
static const struct db_column edge_columns[E__N] = {
	[E_KIND] = { "kind", DB_TEXT }, [E_CLS] = { "cls", DB_TEXT },
	[E_LABEL] = { "label", DB_TEXT },
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

/* The grid that holds all of them: five days, 9 to 17 o'clock, or more. */
struct frame {
	int	days, first, last;
};

static struct frame
frame_of(const struct meeting *all, size_t n)
{
	struct frame f = { 5, 9, 16 };
	size_t k;

	for (k = 0; k < n; k++) {
		if (all[k].at->day > f.days)
			f.days = all[k].at->day;
		if (all[k].at->from / 60 < f.first)
			f.first = all[k].at->from / 60;
		if ((all[k].at->till - 1) / 60 > f.last)
			f.last = (all[k].at->till - 1) / 60;
	}
	if (f.first < 6)
		f.first = 6;
	return f;
}

static void
add_edge(struct db_rows *rows, const char *kind, const char *cls,
    const char *label)
{
	int row = db_count(rows);

	db_rows_set(rows, row, E_KIND, kind);
	db_rows_set(rows, row, E_CLS, cls);
	db_rows_set(rows, row, E_LABEL, label);
}

static const char *
make_edges(struct req *req, struct frame f)
{
	struct db_rows *rows = db_rows_new(req->arena, edge_columns, E__N);
	struct view *v = view_new(req, "register/index_edges");
	char cls[16];
	int i;

	for (i = 1; i <= f.days; i++) {
		snprintf(cls, sizeof(cls), "d%d", i);
		add_edge(rows, "day", cls, day_text(req, i));
	}
	for (i = f.first; i <= f.last; i++) {
		snprintf(cls, sizeof(cls), "h%02d", i);
		add_edge(rows, "hour", cls, cls + 1);
	}
	view_rows(v, "edges", rows);
	return view_render(v);
}

/*
 * The edges of the grid are one of few, the same on most pages, and kept as
 * long as the process lives.  NULL on a fault.
 */
static const char *
find_edges(struct req *req, struct frame f)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static const char *kept[I18N_LANGS][8][25][25];
	const char **place, *html;

	place = &kept[i18n_index(req->lang)][f.days][f.first][f.last];
	pthread_mutex_lock(&lock);
	html = *place;
	pthread_mutex_unlock(&lock);
	if (html != NULL || (html = make_edges(req, f)) == NULL)
		return html;
	pthread_mutex_lock(&lock);
	if (*place == NULL)
		*place = strdup(html);
	pthread_mutex_unlock(&lock);
	return html;
}

static struct db_rows *
make_meetings(struct req *req, const struct meeting *all, size_t n)
{
	struct db_rows *rows = db_rows_new(req->arena, week_columns, W__N);
	const struct slot *at;
	int i;

	for (i = 0; i < (int)n; i++) {
		at = all[i].at;
		db_rows_set(rows, i, W_CLS, arena_printf(req->arena,
		    "d%d h%02d q%02d e%02d f%02d", at->day, at->from / 60,
		    at->from % 60, at->till / 60, at->till % 60));
		db_rows_set(rows, i, W_LABEL, arena_printf(req->arena,
		    "%s %02d:%02d–%02d:%02d", day_text(req, at->day),
		    at->from / 60, at->from % 60, at->till / 60,
		    at->till % 60));
		db_rows_set(rows, i, W_CODE, all[i].of->code);
		db_rows_set(rows, i, W_ROOM, all[i].of->room);
		db_rows_bool(rows, i, W_MAYBE, all[i].maybe);
		db_rows_bool(rows, i, W_CLASH, clashes(all, n, &all[i]));
	}
	return rows;
}

void
own_week(struct view *v, struct req *req, const struct own *own)
{
	struct meeting *all;
	const char *edges;
	struct frame f;
	size_t n;

	n = collect(req, own, &all);
	f = frame_of(all, n);
	edges = find_edges(req, f);
	view_text(v, "week_frame", arena_printf(req->arena, "days%d from%02d",
	    f.days, f.first));
	view_raw_html(v, "week_edges", edges == NULL ? "" : edges);
	view_each(v, "week", "register/index_meeting", make_meetings(req, all,
	    n));
}
