#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "conf.h"
#include "room.h"
#include "room_gate.h"

#define RENEW_SECONDS	120	/* a ticket older than this is written anew */

#define PAGES_LEAST	32	/* at once, before one is put off */
#define LATER_SECONDS	3
#define PROMPT_BYTES	4000	/* of a form that came in one piece */

static struct ticket_key key;
static int most_pages, no_room;

void
gate_key(const struct app *app)
{
	unsigned char raw[32];

	conf_key(app->conf, "ticket.key", raw);
	ticket_key_set(&key, raw);
	most_pages = conf_int(app->conf, "threads", 32) / 4;
	if (most_pages < PAGES_LEAST)
		most_pages = PAGES_LEAST;
	no_room = strcmp(conf_get(app->conf, "room", "yes"), "no") == 0;
}

/* The first page of the rush, and whatever writes. */
static int
is_guarded(const struct req *req)
{
	return req->method[0] == 'P' || strcmp(req->path, "/register") == 0;
}

static const char *
cookie_name(const struct req *req)
{
	return req->app->tls ? "__Host-room" : "room";
}

static void
hand_out(struct req *req, struct ticket *t)
{
	t->issued = (uint32_t)time(NULL);
	resp_cookie(req, "room", ticket_write(req->arena, &key, req->session,
	    t), TICKET_SECONDS);
}

/*
 * The ticket of who asks: from the cookie when it is good and of this round,
 * else from the database, which gives everybody one place.  Outcomes as
 * room_enter().
 */
static enum outcome
find_ticket(struct req *req, const struct room_state *s, struct ticket *t)
{
	enum outcome o;

	if (ticket_read(&key, req->session, req_cookie(req, cookie_name(req)),
	    time(NULL), t) == 0 && t->round == s->round) {
		if (t->place > s->mark)
			room_seen(t->place);
		if (time(NULL) - (time_t)t->issued > RENEW_SECONDS)
			hand_out(req, t);
		return OUT_DONE;
	}
	o = room_enter(req, t);
	if (o == OUT_DONE)
		hand_out(req, t);
	return o;
}

/* How somebody came in. */
struct pass {
	int		 closed;	/* there was no room */
	uint64_t	 place;		/* that he had in it, 0 = none */
};

/*
 * OUT_DONE: go on.  Else the answer is made, or OUT_BUSY without one.  Pages
 * that pile up call for the room, and whoever makes them pile up is the first
 * in it.
 */
static enum outcome
gate_pass(struct req *req, int piled, struct pass *pass)
{
	struct room_state s;
	struct ticket t;
	enum outcome o;

	*pass = (struct pass){ 0 };
	room_now(&s);
	pass->closed = s.round == 0 && piled <= s.open_at;
	if (req->token == NULL || pass->closed)
		return OUT_DONE;
	o = find_ticket(req, &s, &t);
	if (o == OUT_BUSY)
		return o;
	if (o != OUT_DONE || t.place == 0)
		return OUT_DONE;
	if (t.round != s.round)
		s = (struct room_state){ .round = t.round, .last = t.place,
		    .rate = s.rate };
	if (t.place > s.mark)
		return room_wait(req, &t, &s);
	pass->place = t.place;
	return OUT_DONE;
}

/*
 * Whoever passed without a place has the page open now: for the moment a room
 * opens, or for the one that has opened meanwhile.
 */
static void
note_inside(const struct req *req, const struct pass *pass)
{
	struct room_state s;

	if (!pass->closed || req->token == NULL || (req->reply.status != 200 &&
	    req->reply.status != 303 && req->reply.status != 422))
		return;
	room_now(&s);
	if (s.round == 0)
		inside_note(req->session);
	else
		room_let_in(req->session);
}

/*
 * A page, for who is in.  Pages may have a quarter of the threads: beyond that
 * one is put off for some seconds, so that acts, which cost a twentieth of a
 * page, find a thread.
 */
static enum outcome
make_page(struct req *req, int piled, enum outcome (*handler)(struct req *))
{
	if (piled <= most_pages)
		return handler(req);
	req->reply.headers = arena_printf(req->arena, "%sRefresh: %d\r\n",
	    req->reply.headers == NULL ? "" : req->reply.headers,
	    LATER_SECONDS);
	return OUT_BUSY;
}

static enum outcome
guarded_page(struct req *req, enum outcome (*handler)(struct req *))
{
	int piled = room_pages(1);
	struct pass pass;
	enum outcome o;

	o = gate_pass(req, piled, &pass);
	if (o == OUT_DONE) {
		o = make_page(req, piled, handler);
		note_inside(req, &pass);
		if (pass.place > 0 && req->reply.status == 200)
			room_entered(pass.place);
	}
	room_pages(-1);
	return o;
}

enum outcome
room_around(struct req *req, enum outcome (*handler)(struct req *))
{
	struct pass pass;
	enum outcome o;

	if (no_room || !is_guarded(req))
		return handler(req);
	if (req->method[0] != 'P')
		return guarded_page(req, handler);
	o = gate_pass(req, 0, &pass);
	if (o != OUT_DONE)
		return o;
	o = handler(req);
	note_inside(req, &pass);
	return o;
}

/*
 * A short form from somebody with a session, while no room is open: the gate
 * lets it through without waiting.
 */
int
room_prompt(const struct req *req)
{
	struct room_state s;

	if (strcmp(req->path, "/register/enrol") != 0 ||
	    strcmp(req->method, "POST") != 0 || req->token == NULL ||
	    atoll(req_env(req, "CONTENT_LENGTH")) > PROMPT_BYTES)
		return 0;
	room_now(&s);
	return no_room || s.round == 0;
}

/* GET /register/room: who may go in goes in. */
enum outcome
register_room(struct req *req)
{
	struct pass pass;
	enum outcome o;

	o = gate_pass(req, 0, &pass);
	if (o == OUT_DONE)
		o = db_run(db_open(req));
	return o == OUT_DONE ? resp_redirect(req, "/register") : o;
}
