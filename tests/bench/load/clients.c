/* How students behave: in the acts of the rush, and in the waiting room. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

static void
ask(struct client *c, const char *method, const char *path, const char *body)
{
	char *text;
	int n;

	n = asprintf(&text, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
	    "Cookie: session=%s; lang=en%s%s\r\n%s"
	    "Content-Length: %zu\r\n\r\n%s", method, path, c->session,
	    *c->ticket != '\0' ? "; room=" : "", c->ticket, *body != '\0' ?
	    "Content-Type: application/x-www-form-urlencoded\r\n" : "",
	    strlen(body), body);
	if (n == -1)
		abort();
	wire_send(c, text, (size_t)n);
}

/* Takes a section, gives it back, takes it again: each act is real work. */
static void
act(struct client *c)
{
	char body[256];

	snprintf(body, sizeof(body), "csrf=%s&section=BEN%d-01", c->csrf,
	    1001 + (int)((unsigned)(opt.first + c->number) * 7u %
	    (unsigned)opt.sections));
	ask(c, "POST", c->acts % 2 == 0 ? "/register/enrol" :
	    "/register/cancel", body);
}

void
client_begin(struct client *c)
{
	switch (c->step) {
	case STEP_IDLE:
		c->step = opt.mode == MODE_ROOM ? STEP_PAGE : STEP_ACT;
		c->first_sent = now();
		client_begin(c);
		break;
	case STEP_ACT:
	case STEP_ENTER:
		if (opt.mode == MODE_TURNS)
			turns_next(c);
		else
			act(c);
		break;
	case STEP_PAGE:
		ask(c, "GET", "/register", "");
		break;
	case STEP_WAIT:
		c->polls++;
		ask(c, "GET", "/register/room", "");
		break;
	case STEP_OVER:
		break;
	}
}

/* The next student, or the page of this one; who is refused is left. */
static void
turns_answered(struct client *c, int good)
{
	if (good)
		c->answered = now();
	else
		c->busy++;
	if (good && c->step == STEP_ACT && turns_page(c))
		return;
	c->step = STEP_ACT;
	turns_next(c);
}

/* The number behind a word in the head or the body; -1 without it. */
static long
number_after(const char *text, size_t len, const char *word)
{
	const char *p;

	p = memmem(text, len, word, strlen(word));
	return p == NULL ? -1 : strtol(p + strlen(word), NULL, 10);
}

static void
keep_ticket(struct client *c, const struct answer *a)
{
	static const char word[] = "\r\nSet-Cookie: room=";
	const char *p;
	size_t n;

	p = memmem(a->head, a->head_len, word, sizeof(word) - 1);
	if (p == NULL)
		return;
	p += sizeof(word) - 1;
	n = strcspn(p, ";\r");
	if (n < sizeof(c->ticket)) {
		memcpy(c->ticket, p, n);
		c->ticket[n] = '\0';
	}
}

/* In the room, or turned away at the door: come back when told to. */
static void
wait_turn(struct client *c, const struct answer *a)
{
	long place, pause;

	place = number_after(a->body, a->body_len, "data-place=\"");
	pause = number_after(a->head, a->head_len, "\r\nRefresh: ");
	if (place >= 0) {
		if (c->placed == 0)
			c->placed = now();
		c->place = place;
		c->step = STEP_WAIT;
		if (c->leaves) {
			c->step = STEP_OVER;
			wire_close(c);
			return;
		}
	}
	if (pause < 0)
		pause = number_after(a->head, a->head_len, "\r\nRetry-After: ");
	later(c, c->impatient ? 0.1 : pause > 0 ? (double)pause : 2);
}

/* Acts for ever: what was answered counts, busy is waited out. */
static void
acts_answered(struct client *c, int good)
{
	if (good) {
		c->acts++;
		c->answered = now();
		act(c);
		return;
	}
	c->busy++;
	if (opt.busy_wait > 0 && !c->impatient)
		later(c, opt.busy_wait);
	else
		client_begin(c);
}

static void
room_answered(struct client *c, const struct answer *a)
{
	keep_ticket(c, a);
	if (a->status == 429) {
		wait_turn(c, a);
	} else if (c->step == STEP_WAIT && a->status == 303) {
		c->step = STEP_PAGE;
		client_begin(c);
	} else if (c->step == STEP_PAGE && a->status == 200) {
		if (c->entered == 0)
			c->entered = now();
		c->step = STEP_ENTER;
		later(c, 1);
	} else if (c->step == STEP_ENTER) {
		c->answered = now();
		c->step = STEP_OVER;
		wire_close(c);
	} else
		later(c, 2);
}

void
client_answered(struct client *c, const struct answer *a)
{
	int good = a->status == 200 || a->status == 303 ||
	    (a->status == 422 && opt.mode != MODE_TURNS);

	if (good) {
		figures.good++;
		note_latency(now() - c->asked);
	} else if (a->status == 429)
		figures.busy++;
	else if (a->status >= 500)
		figures.server++;
	else
		figures.other++;
	if (opt.mode == MODE_ACTS)
		acts_answered(c, good);
	else if (opt.mode == MODE_TURNS)
		turns_answered(c, good);
	else
		room_answered(c, a);
}

void
client_broken(struct client *c)
{
	figures.broken++;
	c->sending = 0;
	later(c, 1);
}
