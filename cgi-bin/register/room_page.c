#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "i18n.h"
#include "log.h"
#include "room.h"

/*
 * The page of who waits.  It is asked for by everybody, every few seconds, so
 * it is made once per language and kept; what differs stands in it as \1 and a
 * letter:
 *	A before you  C form token  M minutes  N place as it is read  P place
 *	Q request id  R round  S seconds to the next look
 *	n, s, m  the word hidden, unless the time to wait is not known, soon
 *		 over, or to be told in minutes;  p  the same unless this was
 *		 a form
 */

#define LOOK_FIRST	3	/* s between two looks of a browser */
#define LOOK_LAST	30
#define KEPT_SECONDS	20	/* the frame's clock and notices are not live */

static struct {
	pthread_mutex_t	 lock;
	char		*text[I18N_LANGS];
	time_t		 made[I18N_LANGS];
} kept = { .lock = PTHREAD_MUTEX_INITIALIZER };

static const char hole[] = " name=\"request\" value=\"";

/* The request ids of the frame's forms become \1Q. */
static char *
keep_page(const char *page)
{
	char *out, *to;
	const char *p;

	out = to = malloc(strlen(page) + 1);
	if (out == NULL)
		log_die("out of memory");
	while ((p = strstr(page, hole)) != NULL) {
		p += sizeof(hole) - 1;
		memcpy(to, page, (size_t)(p - page));
		to = stpcpy(to + (p - page), "\1Q");
		page = p + strcspn(p, "\"");
	}
	memcpy(to, page, strlen(page) + 1);
	return out;
}

static enum outcome
render(struct req *req)
{
	struct view *v;

	req->csrf = "\1C";
	req->path = "/register";
	req->query = "";
	req->actor.known = 1;
	req->actor.kind = "student";
	req->actor.name = T(req, "My account");
	req->actor.rights = " student certificates ";
	v = view_new(req, "register/room");
	view_text(v, "title", T(req, "You are in the waiting room"));
	view_text(v, "place", "\1P");
	view_text(v, "shown", "\1N");
	view_text(v, "ahead", "\1A");
	view_text(v, "minutes", "\1M");
	view_text(v, "seconds", "\1S");
	view_text(v, "round", "\1R");
	view_text(v, "unless_unknown", "\1n");
	view_text(v, "unless_soon", "\1s");
	view_text(v, "unless_minutes", "\1m");
	view_text(v, "unless_form", "\1p");
	return view_send(v, OUT_BUSY);
}

/*
 * The page for everybody who reads this language: without a name, which only
 * the database knows.  One call of it, for the frame.
 */
static enum outcome
make_page(struct req *req, int lang)
{
	static const struct page nobody = { 0 };
	struct req made = *req;
	enum outcome o;
	char *text;

	made.page = &nobody;
	made.method = "GET";
	made.nmessages = 0;
	made.npairs = 0;
	made.nbad = 0;
	o = db_run(db_open(&made));
	if (o == OUT_DONE && (o = render(&made)) != OUT_BUSY)
		return OUT_FAULT;
	if (made.reply.body == NULL)
		return o;
	text = keep_page(made.reply.body);
	pthread_mutex_lock(&kept.lock);
	free(kept.text[lang]);
	kept.text[lang] = text;
	kept.made[lang] = time(NULL);
	pthread_mutex_unlock(&kept.lock);
	return OUT_DONE;
}

/* A copy of the kept page; NULL when there is none that is fresh enough. */
static const char *
copy_page(struct req *req, int lang)
{
	const char *text = NULL;

	pthread_mutex_lock(&kept.lock);
	if (time(NULL) - kept.made[lang] <= KEPT_SECONDS)
		text = arena_strdup(req->arena, kept.text[lang]);
	else if (kept.text[lang] != NULL)
		/* One makes it anew, the others take the old one. */
		kept.made[lang] = time(NULL) - KEPT_SECONDS + 5;
	pthread_mutex_unlock(&kept.lock);
	return text;
}

/* 12,345 */
static const char *
number(struct arena *a, uint64_t n)
{
	if (n < 1000)
		return arena_printf(a, "%u", (unsigned)n);
	return arena_printf(a, "%s,%03u", number(a, n / 1000),
	    (unsigned)(n % 1000));
}

/* Values of the letters above. */
struct words {
	const char	*of[128];
};

static const char *
fill(struct req *req, const char *text, const struct words *w)
{
	const char *p, *value;
	size_t n = strlen(text) + 1;
	char *out, *to;

	for (p = text; (p = strchr(p, '\1')) != NULL; p += 2)
		n += strlen(w->of[(unsigned char)p[1] & 127]);
	out = to = arena_alloc(req->arena, n);
	while ((p = strchr(text, '\1')) != NULL) {
		memcpy(to, text, (size_t)(p - text));
		to += p - text;
		value = w->of[(unsigned char)p[1] & 127];
		to = stpcpy(to, value);
		text = p + 2;
	}
	memcpy(to, text, strlen(text) + 1);
	return out;
}

/* People before him who are really there: those unseen are passed over. */
static uint64_t
before(const struct ticket *t, const struct room_state *s)
{
	uint64_t span = s->last - s->mark, ahead = t->place - s->mark - 1;

	if (s->waiting <= 0 || (uint64_t)s->waiting >= span)
		return ahead;
	return ahead * (uint64_t)s->waiting / span;
}

static void
put_time(struct arena *a, struct words *w, double seconds, int known)
{
	w->of['n'] = known ? "hidden" : "";
	w->of['s'] = known && seconds < 60 ? "" : "hidden";
	w->of['m'] = known && seconds >= 60 ? "" : "hidden";
	w->of['M'] = number(a, (uint64_t)(seconds / 60 + 0.999));
}

enum outcome
room_wait(struct req *req, const struct ticket *t, const struct room_state *s)
{
	struct words w;
	uint64_t ahead = before(t, s);
	double seconds = s->pace > 0.05 ? (double)ahead / s->pace : 0;
	int lang = i18n_index(req->lang), i, look;
	const char *text = NULL;
	enum outcome o;

	for (i = 0; i < 2 && text == NULL; i++) {
		text = copy_page(req, lang);
		if (text == NULL && (o = make_page(req, lang)) != OUT_DONE)
			return o;
	}
	if (text == NULL)
		return OUT_BUSY;
	/* The row cannot move faster than its rate: nobody is late for that. */
	look = s->rate > 0 ? (int)(ahead / (uint64_t)s->rate) : LOOK_LAST;
	look = look < LOOK_FIRST ? LOOK_FIRST : look > LOOK_LAST ? LOOK_LAST :
	    look;
	for (i = 0; i < 128; i++)
		w.of[i] = "";
	put_time(req->arena, &w, seconds, s->pace > 0.05);
	w.of['P'] = arena_printf(req->arena, "%llu",
	    (unsigned long long)t->place);
	w.of['N'] = number(req->arena, t->place);
	w.of['A'] = number(req->arena, ahead);
	w.of['S'] = arena_printf(req->arena, "%d", look);
	w.of['R'] = arena_printf(req->arena, "%u", t->round);
	w.of['C'] = req->csrf;
	w.of['Q'] = req_fresh_id(req);
	w.of['p'] = req->method[0] == 'P' ? "" : "hidden";
	resp_bytes(req, 429, "text/html; charset=utf-8",
	    fill(req, text, &w), 0);
	req->reply.len = strlen(req->reply.body);
	req->reply.retry_after = look;
	req->reply.headers = arena_printf(req->arena,
	    "%sRefresh: %d; url=/register/room\r\n",
	    req->reply.headers == NULL ? "" : req->reply.headers, look);
	return OUT_BUSY;
}

enum outcome
register_room_json(struct req *req)
{
	struct room_state s;
	const char *text;

	room_now(&s);
	text = arena_printf(req->arena, "{\"round\":%u,\"mark\":%llu,"
	    "\"last\":%llu,\"waiting\":%d,\"pace\":%.2f}\n", s.round,
	    (unsigned long long)s.mark, (unsigned long long)s.last, s.waiting,
	    s.pace);
	req->reply.cacheable = 1;
	return resp_bytes(req, 200, "application/json", text, strlen(text));
}
