#include <pthread.h>
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
	int		 users;		/* under the lock */
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

static const char **
copy_all(struct arena *a, const char *const *from, size_t n)
{
	const char **to = arena_alloc(a, (n + 1) * sizeof(*to));
	size_t i;

	for (i = 0; i < n; i++)
		to[i] = arena_strdup(a, from[i]);
	return to;
}

const struct shelf *
shelf_put(struct req *req, const char *kind, const struct db_rows *rows,
    const struct db_rows *choices)
{
	struct kept **place, *k;
	const char *const *html, *const *options, *const *chosen;
	struct arena *a;
	size_t i;

	html = view_rows_html(req, "register/index_row", rows);
	options = view_rows_html(req, "register/index_option", rows);
	chosen = view_rows_html(req, "register/chosen_row", rows);
	if (html == NULL || options == NULL || chosen == NULL)
		return NULL;
	a = arena_new();
	k = arena_alloc(a, sizeof(*k));
	k->arena = a;
	k->made = now_ms();
	k->users = 2;		/* the place it is kept at, and this page */
	k->shelf.n = (size_t)db_count(rows);
	k->shelf.rows = copy_all(a, html, k->shelf.n);
	k->shelf.options = copy_all(a, options, k->shelf.n);
	k->shelf.chosen = copy_all(a, chosen, k->shelf.n);
	k->shelf.codes = arena_alloc(a, (k->shelf.n + 1) * sizeof(char *));
	for (i = 0; i < k->shelf.n; i++)
		k->shelf.codes[i] = arena_strdup(a, db_get(rows, (int)i,
		    "code"));
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
	int choices, index, rows;
	struct db_batch *b;

	b = db_open(req);
	index = db_call(b, SQL_INDEX);
	rows = db_call(b, SQL_SHELF, req->lang);
	choices = db_call(b, SQL_CHOICES, req->lang, "", "");
	if ((*o = db_run(b)) != OUT_DONE)
		return NULL;
	*o = OUT_FAULT;
	return shelf_put(req, db_get(db_result(b, index), 0, "tick_kind"),
	    db_result(b, rows), db_result(b, choices));
}

const char *
shelf_chosen(struct req *req, const struct shelf *s,
    const char *const *codes, size_t n)
{
	GString *all = g_string_new(NULL);
	const char *text;
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < s->n; k++)
			if (strcmp(s->codes[k], codes[i]) == 0)
				g_string_append(all, s->chosen[k]);
	text = arena_strdup(req->arena, all->str);
	g_string_free(all, TRUE);
	return text;
}

/* Which row of the student's own has this code; they are mostly few, and in
 * the order of the shelf.  -1 when there is none. */
static int
own_row(const struct db_rows *own, const char *code, int *next)
{
	int i, n = db_count(own);

	if (*next < n && strcmp(db_get(own, *next, "code"), code) == 0)
		return (*next)++;
	for (i = 0; i < n; i++)
		if (strcmp(db_get(own, i, "code"), code) == 0) {
			*next = i + 1;
			return i;
		}
	return -1;
}

const char *
shelf_join(struct req *req, const struct shelf *s, const char *const *html,
    const char *row_tpl, const struct db_rows *own)
{
	const char *const *mine, **part, *text;
	size_t i, len = 0;
	int next = 0, at;
	char *out, *p;

	mine = view_rows_html(req, row_tpl, own);
	if (mine == NULL)
		return NULL;
	part = arena_alloc(req->arena, (s->n + 1) * sizeof(*part));
	for (i = 0; i < s->n; i++) {
		at = db_count(own) == 0 ? -1 : own_row(own, s->codes[i], &next);
		part[i] = at == -1 ? html[i] : mine[at];
		len += strlen(part[i]);
	}
	out = p = arena_alloc(req->arena, len + 1);
	for (i = 0; i < s->n; i++)
		for (text = part[i]; *text != '\0'; text++)
			*p++ = *text;
	return out;
}

const char *
shelf_choices(struct req *req, const struct db_rows *choices, const char *kind)
{
	const char *const *html = view_rows_html(req, "register/index_choice",
	    choices);
	GString *all = g_string_new(NULL);
	const char *text;
	int i;

	for (i = 0; html != NULL && i < db_count(choices); i++)
		if (strcmp(db_get(choices, i, "kind"), kind) == 0)
			g_string_append(all, html[i]);
	text = arena_strdup(req->arena, all->str);
	g_string_free(all, TRUE);
	return text;
}
