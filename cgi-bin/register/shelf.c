#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

#include "arena.h"
#include "i18n.h"
#include "pace.h"
#include "register.h"
#include "shelf.h"

#define LASTS_MS	1000	/* a shelf is new for so long, … */
#define STALE_MS	4000	/* … and shown for so long while one is made */
#define MAKING_MS	3000	/* who makes one for longer has failed */

enum { KIND_NONE, KIND_CART, KIND_ADD, KINDS };

/* A shelf in memory of its own, until the last page with it is sent. */
struct kept {
	struct shelf	 shelf;		/* first: they are one address */
	struct arena	*arena;
	long		 made;
	int		 users;		/* under the lock, as what follows */
	const char	**over;		/* see shelf_over() */
};

static struct {
	pthread_mutex_t	 lock;
	struct kept	*kept[I18N_LANGS][KINDS];
	long		 made[I18N_LANGS];	/* when one was last begun */
	int		 making[I18N_LANGS];	/* … and is not there yet */
	pthread_cond_t	 put;
	struct pace	 pages;
} shelves = { .lock = PTHREAD_MUTEX_INITIALIZER,
    .put = PTHREAD_COND_INITIALIZER };

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

static int
kind_of(const char *kind)
{
	return strcmp(kind, "add") == 0 ? KIND_ADD :
	    strcmp(kind, "cart") == 0 ? KIND_CART : KIND_NONE;
}

int
shelf_due(const struct req *req)
{
	int due, lang = i18n_index(req->lang);
	long now = now_ms();

	pthread_mutex_lock(&shelves.lock);
	due = pace_calm(&shelves.pages, now) ||
	    now - shelves.made[lang] > LASTS_MS;
	if (shelves.making[lang] && now - shelves.made[lang] <= MAKING_MS)
		due = 0;	/* one at a time */
	if (due) {
		shelves.made[lang] = now;
		shelves.making[lang] = 1;
	}
	pthread_mutex_unlock(&shelves.lock);
	return due;
}

/* Called with the lock held. */
static void
let_go(struct kept *k)
{
	if (k != NULL && --k->users == 0)
		arena_free(k->arena);
}

static void
page_sent(void *kept)
{
	pthread_mutex_lock(&shelves.lock);
	let_go(kept);
	pthread_mutex_unlock(&shelves.lock);
}

static const char *
keep(struct arena *a, const struct db_rows *rows, int i, const char *col)
{
	return arena_strdup(a, db_get(rows, i, col));
}

static void
keep_section(struct arena *a, struct section *to, const struct db_rows *rows,
    int i)
{
	to->code = keep(a, rows, i, "code");
	to->name = keep(a, rows, i, "name");
	to->major = keep(a, rows, i, "major");
	to->instructor = keep(a, rows, i, "instructor");
	to->room = keep(a, rows, i, "room");
	to->times = keep(a, rows, i, "times");
	to->credits = keep(a, rows, i, "credits");
	to->capacity = keep(a, rows, i, "capacity");
	to->taken = keep(a, rows, i, "taken");
	to->why = keep(a, rows, i, "why");
	to->tick = db_bool(rows, i, "tick");
	to->wait = db_bool(rows, i, "wait");
	slots_read(a, db_get(rows, i, "slots"), &to->slots);
}

/* Renders every row three times; -1 on a fault. */
static int
keep_sections(struct req *req, struct kept *k, const struct db_rows *rows)
{
	const char *const *html, *const *options, *const *chosen;
	struct arena *a = k->arena;
	struct section *to;
	size_t i;

	html = view_rows_html(req, "register/index_row", rows);
	options = view_rows_html(req, "register/index_option", rows);
	chosen = view_rows_html(req, "register/chosen_row", rows);
	if (html == NULL || options == NULL || chosen == NULL)
		return -1;
	k->shelf.n = (size_t)db_count(rows);
	to = arena_alloc(a, (k->shelf.n + 1) * sizeof(*to));
	for (i = 0; i < k->shelf.n; i++) {
		keep_section(a, &to[i], rows, (int)i);
		to[i].row = arena_strdup(a, html[i]);
		to[i].option = arena_strdup(a, options[i]);
		to[i].chosen = arena_strdup(a, chosen[i]);
	}
	k->shelf.sections = to;
	return 0;
}

const struct shelf *
shelf_put(struct req *req, const char *kind, const struct db_rows *rows,
    const struct db_rows *choices)
{
	struct kept **place, *k;
	struct arena *a;

	a = arena_new();
	k = arena_alloc(a, sizeof(*k));
	k->arena = a;
	k->made = now_ms();
	k->users = 2;		/* the place it is kept at, and this page */
	if (keep_sections(req, k, rows) == -1) {
		arena_free(a);
		return NULL;
	}
	k->shelf.kind = arena_strdup(a, kind);
	k->shelf.schools = arena_strdup(a, shelf_choices(req, choices,
	    "school"));
	k->shelf.majors = arena_strdup(a, shelf_choices(req, choices, "major"));
	place = &shelves.kept[i18n_index(req->lang)][kind_of(kind)];
	pthread_mutex_lock(&shelves.lock);
	let_go(*place);
	*place = k;
	shelves.making[i18n_index(req->lang)] = 0;
	pthread_cond_broadcast(&shelves.put);
	pthread_mutex_unlock(&shelves.lock);
	arena_defer(req->arena, page_sent, k);
	return &k->shelf;
}

/*
 * Called with the lock held.  Waits while somebody else makes one, so that the
 * first second of a rush makes one and not hundreds; NULL when it is for the
 * caller to make it.
 */
static struct kept *
wait_for(int lang, int kind)
{
	struct timespec until;
	struct kept *k;
	long now;

	for (;;) {
		k = shelves.kept[lang][kind];
		now = now_ms();
		if (k != NULL && now - k->made <= STALE_MS)
			return k;
		if (!shelves.making[lang] ||
		    now - shelves.made[lang] > MAKING_MS)
			break;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec++;
		pthread_cond_timedwait(&shelves.put, &shelves.lock, &until);
	}
	shelves.made[lang] = now;
	shelves.making[lang] = 1;
	return NULL;
}

const struct shelf *
shelf_get(struct req *req, const char *kind)
{
	struct kept *k;

	pthread_mutex_lock(&shelves.lock);
	k = wait_for(i18n_index(req->lang), kind_of(kind));
	if (k != NULL)
		k->users++;
	pthread_mutex_unlock(&shelves.lock);
	if (k == NULL)
		return NULL;
	arena_defer(req->arena, page_sent, k);
	return &k->shelf;
}

const struct shelf *
shelf_bring(struct req *req, enum outcome *o)
{
	struct db_batch *b;
	int choices, rows;

	b = db_open_as(req, SQL_INDEX);
	rows = db_call(b, SQL_SHELF, req->lang);
	choices = db_call(b, SQL_CHOICES, req->lang, "", "");
	if ((*o = db_run(b)) != OUT_DONE)
		return NULL;
	*o = OUT_FAULT;
	return shelf_put(req, db_get(db_result(b, 0), 0, "tick_kind"),
	    db_result(b, rows), db_result(b, choices));
}

/* The rows of the others, in the request's arena. */
static const char **
render_over(struct req *req, const struct shelf *s)
{
	const char **over = arena_alloc(req->arena, (s->n + 1) *
	    sizeof(*over));
	struct db_rows *rows = section_rows(req->arena);
	const char *const *html;
	size_t i;
	int n = 0;

	for (i = 0; i < s->n; i++)
		if (s->sections[i].why[0] == '\0' ||
		    strcmp(s->sections[i].why, "full") == 0)
			section_put(rows, n++, &s->sections[i], "credits",
			    strcmp(s->kind, "cart") == 0);
	html = view_rows_html(req, "register/index_row", rows);
	if (html == NULL)
		return NULL;
	for (i = 0, n = 0; i < s->n; i++)
		if (s->sections[i].why[0] == '\0' ||
		    strcmp(s->sections[i].why, "full") == 0)
			over[i] = html[n++];
	return over;
}

const char *const *
shelf_over(struct req *req, const struct shelf *s)
{
	struct kept *k = (struct kept *)(uintptr_t)s;
	const char **over, **mine;
	size_t i;

	pthread_mutex_lock(&shelves.lock);
	over = k->over;
	pthread_mutex_unlock(&shelves.lock);
	if (over != NULL || (mine = render_over(req, s)) == NULL)
		return over;
	pthread_mutex_lock(&shelves.lock);
	if (k->over == NULL) {
		over = arena_alloc(k->arena, (s->n + 1) * sizeof(*over));
		for (i = 0; i < s->n; i++)
			over[i] = mine[i] == NULL ? NULL :
			    arena_strdup(k->arena, mine[i]);
		k->over = over;
	}
	over = k->over;
	pthread_mutex_unlock(&shelves.lock);
	return over;
}
