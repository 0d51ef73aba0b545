#include <string.h>
#include <time.h>

#include "arena.h"
#include "conf.h"
#include "room.h"
#include "room_gate.h"

#define RENEW_SECONDS	120	/* a ticket older than this is written anew */

static struct ticket_key key;

void
gate_key(const struct app *app)
{
	unsigned char raw[32];

	conf_key(app->conf, "ticket.key", raw);
	ticket_key_set(&key, raw);
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

enum outcome
gate_pass(struct req *req)
{
	struct room_state s;
	struct ticket t;
	enum outcome o;

	room_now(&s);
	if (s.round == 0 || req->token == NULL)
		return OUT_DONE;
	o = find_ticket(req, &s, &t);
	if (o == OUT_BUSY)
		return o;
	if (o != OUT_DONE || t.place == 0)
		return OUT_DONE;
	if (t.round != s.round)
		s = (struct room_state){ .round = t.round, .last = t.place };
	return t.place <= s.mark ? OUT_DONE : room_wait(req, &t, &s);
}

/* What a page that was let in leaves behind for the hour a room opens. */
static void
note_inside(const struct req *req)
{
	struct room_state s;

	room_now(&s);
	if (s.round == 0 && req->token != NULL && (req->reply.status == 200 ||
	    req->reply.status == 303 || req->reply.status == 422))
		inside_note(req->session);
}

enum outcome
room_around(struct req *req, enum outcome (*handler)(struct req *))
{
	int page = req->method[0] != 'P';
	enum outcome o;

	if (!is_guarded(req))
		return handler(req);
	o = gate_pass(req);
	if (o != OUT_DONE)
		return o;
	if (page)
		room_pages(1);
	o = handler(req);
	if (page)
		room_pages(-1);
	note_inside(req);
	return o;
}

/* GET /register/room: who may go in goes in. */
enum outcome
register_room(struct req *req)
{
	enum outcome o;

	o = gate_pass(req);
	if (o == OUT_DONE)
		o = db_run(db_open(req));
	return o == OUT_DONE ? resp_redirect(req, "/register") : o;
}
