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
	int		 shared;	/* by more than the page that made it */
	struct sheet	*sheets[SHEETS];
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

static void
keep_sections(struct kept *k, const struct db_rows *rows)
{
	size_t i;

	k->shelf.n = (size_t)db_count(rows);
	k->shelf.sections = arena_alloc(k->arena, (k->shelf.n + 1) *
	    sizeof(struct section));
	for (i = 0; i < k->shelf.n; i++)
		keep_section(k->arena, &k->shelf.sections[i], rows, (int)i);
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
	keep_sections(k, rows);
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
	if (k != NULL) {
		k->users++;
		k->shared = 1;
	}
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

/* Rows of the sections that have a text of this kind; which[i] is 1 then. */
static struct db_rows *
pick(struct req *req, const struct shelf *s, enum sheet_kind kind, char *which)
{
	struct db_rows *rows = section_rows(req->arena);
	const struct section *e;
	int takeable, n = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		e = &s->sections[i];
		takeable = e->why[0] == '\0' || strcmp(e->why, "full") == 0;
		which[i] = kind == SHEET_OVER ? takeable :
		    kind == SHEET_ROW || e->why[0] == '\0';
		if (which[i] && kind == SHEET_OVER)
			section_put(rows, n++, e, "credits",
			    strcmp(s->kind, "cart") == 0);
		else if (which[i])
			section_put(rows, n++, e, e->why, e->tick);
	}
	return rows;
}

/* A text in the arena of its own shelf; others may be making the same. */
static struct sheet *
make_sheet(struct req *req, const struct shelf *s, enum sheet_kind kind,
    const struct sheet *rest)
{
	struct sheet *to = arena_alloc(req->arena, sizeof(*to));
	char *which = arena_alloc(req->arena, s->n + 1);
	GString *all = g_string_new(NULL);
	const char *const *html;
	size_t i, k = 0;

	html = view_rows_html(req, kind == SHEET_OPTION ?
	    "register/index_option" : "register/index_row",
	    pick(req, s, kind, which));
	to->at = arena_alloc(req->arena, (s->n + 1) * sizeof(*to->at));
	for (i = 0; html != NULL && i < s->n; i++) {
		to->at[i] = all->len;
		if (which[i])
			g_string_append(all, html[k++]);
		else if (rest != NULL)
			g_string_append_len(all, rest->text + rest->at[i],
			    (gssize)(rest->at[i + 1] - rest->at[i]));
	}
	to->at[s->n] = all->len;
	to->text = arena_strndup(req->arena, all->str, all->len);
	g_string_free(all, TRUE);
	return html == NULL ? NULL : to;
}

/* Called with the lock held: copies it to where it lives as long as the shelf. */
static struct sheet *
keep_sheet(struct kept *k, const struct sheet *made)
{
	struct sheet *to = arena_alloc(k->arena, sizeof(*to));
	size_t n = k->shelf.n;

	to->at = arena_alloc(k->arena, (n + 1) * sizeof(*to->at));
	memcpy(to->at, made->at, (n + 1) * sizeof(*to->at));
	to->text = arena_strndup(k->arena, made->text, made->at[n]);
	return to;
}

const size_t sheet_sizes[SHEET_SIZES] = { SIZE_MAX / 2, 50, 10 };

/*
 * Called with the lock held, for a moment once in the life of a shelf that many
 * see.  Pages that have had the sheet before read it meanwhile without the lock:
 * the first level is there only when all are (sheet_packed).
 */
static void
pack_sheet(struct kept *k, struct sheet *t)
{
	size_t n = k->shelf.n, size, from, to, level, i;
	const struct pack **packs;

	for (level = SHEET_SIZES; level-- > 0;) {
		size = sheet_sizes[level] < n ? sheet_sizes[level] : n;
		packs = arena_alloc(k->arena, (n + 1) * sizeof(*packs));
		for (from = 0, i = 0; from < n; from = to, i++) {
			to = from + size < n ? from + size : n;
			packs[i] = pack_make(k->arena, t->text + t->at[from],
			    t->at[to] - t->at[from]);
		}
		__atomic_store_n(&t->packs[level], packs, __ATOMIC_RELEASE);
	}
}

int
sheet_packed(const struct sheet *t)
{
	return __atomic_load_n(&t->packs[0], __ATOMIC_ACQUIRE) != NULL;
}

const struct sheet *
shelf_sheet(struct req *req, const struct shelf *s, enum sheet_kind kind)
{
	struct kept *k = (struct kept *)(uintptr_t)s;
	const struct sheet *rest = NULL;
	struct sheet *t, *made = NULL;

	if (kind == SHEET_OVER &&
	    (rest = shelf_sheet(req, s, SHEET_ROW)) == NULL)
		return NULL;
	pthread_mutex_lock(&shelves.lock);
	t = k->sheets[kind];
	pthread_mutex_unlock(&shelves.lock);
	if (t == NULL && (made = make_sheet(req, s, kind, rest)) == NULL)
		return NULL;
	pthread_mutex_lock(&shelves.lock);
	if (k->sheets[kind] == NULL)
		k->sheets[kind] = keep_sheet(k, made);
	t = k->sheets[kind];
	if (k->shared && t->packs[0] == NULL && kind != SHEET_OPTION)
		pack_sheet(k, t);
	pthread_mutex_unlock(&shelves.lock);
	return t;
}
