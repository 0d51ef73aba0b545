#include <stdio.h>
#include <string.h>

#include "audit.h"
#include "staff.h"
#include "watch.h"

#define WIDE	640	/* of a drawing */
#define TOP	12
#define BASE	170

static const char *
number(struct req *req, long n)
{
	return arena_printf(req->arena, "%ld", n);
}

/* "4 min ago" or "4 h ago" of a part of the span that ends then. */
static const char *
ago(struct req *req, const struct board *b, int part)
{
	long seconds = b->span * (BOARD_BARS - 1 - part) / BOARD_BARS;

	if (b->span <= 3600)
		return seconds < 60 ? T(req, "the last minute") :
		    arena_printf(req->arena, T(req, "%ld min ago"),
			seconds / 60);
	return seconds < 3600 ? T(req, "the last hour") :
	    arena_printf(req->arena, T(req, "%ld h ago"), seconds / 3600);
}

/* The line of registrations per second; its highest value beside the axis. */
static void
push_line(struct view *v, struct req *req, const struct board *b)
{
	const size_t size = BOARD_RATES * 12 + 1;
	char *points;
	size_t used = 0;
	double each = (double)b->span / BOARD_RATES;
	long most = 1;
	int i;

	points = arena_alloc(req->arena, size);
	for (i = 0; i < BOARD_RATES; i++)
		if (b->rate[i] > most)
			most = b->rate[i];
	for (i = 0; i < BOARD_RATES; i++)
		used += (size_t)snprintf(points + used, size - used,
		    "%s%d,%ld", i == 0 ? "" : " ",
		    i * WIDE / (BOARD_RATES - 1),
		    BASE - (BASE - TOP) * b->rate[i] / most);
	view_text(v, "points", points);
	view_text(v, "most", arena_printf(req->arena, "%.1f",
	    (double)most / each));
	view_text(v, "rate_now", arena_printf(req->arena, "%.1f",
	    (double)b->now / 10));
}

static long
most_refused(const struct board *b)
{
	long most = 1, sum;
	int i, k;

	for (i = 0; i < BOARD_BARS; i++) {
		for (sum = 0, k = 0; k < BOARD_KINDS; k++)
			sum += b->bars[i][k];
		if (sum > most)
			most = sum;
	}
	return most;
}

/* Bars stacked from the axis up, one colour for each kind of reason. */
static void
push_bars(struct view *v, struct req *req, const struct board *b)
{
	static const char *const columns[] = { "x", "y", "h", "kind" };
	const char *cells[BOARD_BARS * BOARD_KINDS * 4];
	long most = most_refused(b), from, to;
	int i, k, n = 0;

	for (i = 0; i < BOARD_BARS; i++) {
		for (from = 0, k = 0; k < BOARD_KINDS; k++) {
			if (b->bars[i][k] == 0)
				continue;
			to = from + b->bars[i][k];
			cells[n * 4] = number(req, i * WIDE / BOARD_BARS + 2);
			cells[n * 4 + 1] = number(req, BASE - (BASE - TOP) *
			    to / most);
			cells[n * 4 + 2] = number(req, (BASE - TOP) * to / most -
			    (BASE - TOP) * from / most);
			cells[n * 4 + 3] = number(req, k + 1);
			from = to;
			n++;
		}
	}
	view_text(v, "most_refused", number(req, most));
	view_table(v, "bars", columns, 4, cells, n);
}

/* Both drawings in numbers, the newest first; quiet times are left out. */
static void
push_table(struct view *v, struct req *req, const struct board *b)
{
	static const char *const columns[] = { "when", "done", "full",
	    "conflict", "credits", "other" };
	const char *cells[BOARD_BARS * 6];
	const int each = BOARD_RATES / BOARD_BARS;
	long done, any;
	int i, k, n = 0;

	for (i = BOARD_BARS - 1; i >= 0; i--) {
		for (done = 0, k = 0; k < each; k++)
			done += b->rate[i * each + k];
		for (any = done, k = 0; k < BOARD_KINDS; k++)
			any += b->bars[i][k];
		if (any == 0)
			continue;
		cells[n * 6] = ago(req, b, i);
		cells[n * 6 + 1] = number(req, done);
		for (k = 0; k < BOARD_KINDS; k++)
			cells[n * 6 + 2 + k] = number(req, b->bars[i][k]);
		n++;
	}
	view_table(v, "parts", columns, 6, cells, n);
}

static void
push_reasons(struct view *v, struct req *req, const struct board *b)
{
	static const char *const columns[] = { "label", "n", "kind" };
	const char *cells[BOARD_REASONS * 3], *word;
	int i;

	for (i = 0; i < BOARD_REASONS && b->reasons[i].n > 0; i++) {
		word = b->reasons[i].word;
		cells[i * 3] = audit_outcome(req, word);
		cells[i * 3 + 1] = number(req, b->reasons[i].n);
		cells[i * 3 + 2] = strcmp(word, "full") == 0 ? "1" :
		    strcmp(word, "conflict") == 0 ? "2" :
		    strcmp(word, "credits") == 0 ? "3" : "4";
	}
	view_table(v, "reasons", columns, 3, cells, i);
}

/* Seats by school, each with a bar. */
static void
push_schools(struct view *v, struct req *req, const struct board *b)
{
	static const char *const columns[] = { "name", "taken", "total",
	    "percent" };
	const char *cells[BOARD_SCHOOLS * 4];
	long taken = 0, total = 0, part;
	int i, lang = i18n_index(req->lang);

	for (i = 0; i < b->nschools; i++) {
		part = b->schools[i].total == 0 ? 0 :
		    b->schools[i].taken * 100 / b->schools[i].total;
		cells[i * 4] = b->schools[i].name[lang];
		cells[i * 4 + 1] = number(req, b->schools[i].taken);
		cells[i * 4 + 2] = number(req, b->schools[i].total);
		cells[i * 4 + 3] = number(req, part);
		taken += b->schools[i].taken;
		total += b->schools[i].total;
	}
	view_text(v, "taken", number(req, taken));
	view_text(v, "total", number(req, total));
	view_table(v, "schools", columns, 4, cells, i);
}

static const char *
render(struct req *req, const struct board *b, int live)
{
	struct view *v = view_new(req, "staff/board_part");

	view_int(v, "live", live);
	view_int(v, "quiet", b->span > 3600);
	view_text(v, "waiting", number(req, b->waiting));
	view_text(v, "oldest", arena_printf(req->arena, "%.1f",
	    (double)b->oldest_ms / 1000));
	view_int(v, "room", b->room);
	view_text(v, "room_waiting", number(req, b->room_waiting));
	view_text(v, "room_in", number(req, b->room_in));
	push_line(v, req, b);
	push_bars(v, req, b);
	push_table(v, req, b);
	push_reasons(v, req, b);
	push_schools(v, req, b);
	return view_render(v);
}

const char *
board_part(struct req *req)
{
	const struct board *b;
	const char *html = NULL;

	watch_add(req);
	b = watch_board(req);
	if (b != NULL)
		html = render(req, b, 1);
	return html == NULL ? "" : html;
}

/* The part alone, for the script: from memory while its session is known. */
static enum outcome
send_part(struct req *req)
{
	const struct board *b;
	const char *html;
	enum outcome o;

	if (!watch_known(req)) {
		if ((o = db_run(db_open(req))) != OUT_DONE)
			return o;
		watch_add(req);
	}
	b = watch_board(req);
	if (b == NULL)
		return OUT_BUSY;
	html = render(req, b, 1);
	return html == NULL ? OUT_FAULT : resp_bytes(req, 200,
	    "text/html; charset=utf-8", html, strlen(html));
}

/*
 * GET /staff/board: the live board by itself, for a screen on the wall.  Without
 * the script the page fetches itself anew every five seconds, unless the reader
 * has asked it to stand still.
 */
enum outcome
staff_board(struct req *req)
{
	int still = *field(req, "still") != '\0';
	const struct board *b;
	struct view *v;
	enum outcome o;

	if (*field(req, "part") != '\0')
		return send_part(req);
	if ((o = db_run(db_open(req))) != OUT_DONE)
		return o;
	watch_add(req);
	b = watch_board(req);
	if (b == NULL)
		return OUT_BUSY;
	if (!still)
		req->reply.refresh = 5;
	v = view_new(req, "staff/board");
	view_text(v, "title", T(req, "Live board"));
	view_int(v, "still", still);
	view_raw_html(v, "board", render(req, b, !still));
	return view_send(v, OUT_DONE);
}
