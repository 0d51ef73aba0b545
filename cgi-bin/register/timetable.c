#include <string.h>

#include "arena.h"
#include "register.h"

/*
 * The timetable as a picture.  Units of its own: 320 wide, so that on a phone
 * of 360 pixels letters of 10 are about as large as they say.
 */
#define WIDTH	320
#define LEFT	24	/* the hours */
#define TOP	20	/* the days */
#define HOUR	44

/* What the picture has to hold. */
struct extent {
	int	days, first, last;	/* hours */
};

static struct extent
extent_of(const struct db_rows *r)
{
	struct extent e = { 5, 9, 17 };
	int i, hour;

	for (i = 0; i < db_count(r); i++) {
		if (db_null(r, i, "day"))
			continue;
		if (db_int(r, i, "day") > e.days)
			e.days = (int)db_int(r, i, "day");
		hour = (int)db_int(r, i, "from_minute") / 60;
		if (hour < e.first)
			e.first = hour;
		hour = ((int)db_int(r, i, "till_minute") + 59) / 60;
		if (hour > e.last)
			e.last = hour;
	}
	return e;
}

/* Whether two rows are at the same time. */
static int
meets(const struct db_rows *r, int a, int b)
{
	return db_int(r, a, "day") == db_int(r, b, "day") &&
	    db_int(r, a, "from_minute") < db_int(r, b, "till_minute") &&
	    db_int(r, b, "from_minute") < db_int(r, a, "till_minute");
}

/* Which of the lanes of its day a row stands in; *lanes: how many there are
 * beside it.  Rows are in order of their beginning. */
static int
lane_of(const struct db_rows *r, const int *lane, int i, int *lanes)
{
	int k, used = 0, mine = 0;

	for (k = 0; k < i; k++)
		if (meets(r, k, i))
			used |= 1 << lane[k];
	while (mine < 8 && (used & 1 << mine) != 0)
		mine++;
	*lanes = mine + 1;
	for (k = 0; k < i; k++)
		if (meets(r, k, i) && lane[k] >= *lanes)
			*lanes = lane[k] + 1;
	for (k = i + 1; k < db_count(r); k++)
		if (!db_null(r, k, "day") && meets(r, k, i) &&
		    *lanes < mine + 2)
			*lanes = mine + 2;
	return mine;
}

#define ENTRY_COLUMNS	9
static const char *const entry_columns[ENTRY_COLUMNS] = { "x", "y", "w", "h",
    "line1", "line2", "line3", "maybe", "clash" };

/* "BIO5012" and "-01 B1-401"; beside another one "BIO", "5012" and "-01". */
static void
fill_lines(struct req *req, const struct db_rows *r, int i, int narrow,
    const char **cells)
{
	const char *code = db_get(r, i, "code"), *dash = strchr(code, '-');
	const char *mark = db_bool(r, i, "clash") ? "!" : "";
	struct arena *a = req->arena;
	size_t letters = strcspn(code, "0123456789");

	dash = dash == NULL ? code + strlen(code) : dash;
	if (narrow) {
		cells[0] = arena_strndup(a, code, letters);
		cells[1] = arena_strndup(a, code + letters,
		    (size_t)(dash - code) - letters);
		cells[2] = arena_printf(a, "%s %s", dash, mark);
		return;
	}
	cells[0] = arena_strndup(a, code, (size_t)(dash - code));
	cells[1] = arena_printf(a, "%s %s", dash, db_get(r, i, "room"));
	cells[2] = mark;
}

static void
fill_entry(struct req *req, const struct db_rows *r, int i, int lane,
    int lanes, struct extent e, const char **cells)
{
	struct arena *a = req->arena;
	int column = (WIDTH - LEFT) / e.days, wide = column / lanes;
	int from = (int)db_int(r, i, "from_minute") - e.first * 60;
	int till = (int)db_int(r, i, "till_minute") - e.first * 60;
	int x = LEFT + ((int)db_int(r, i, "day") - 1) * column + lane * wide;

	cells[0] = arena_printf(a, "%d", x + 1);
	cells[1] = arena_printf(a, "%d", TOP + from * HOUR / 60 + 1);
	cells[2] = arena_printf(a, "%d", wide - 2);
	cells[3] = arena_printf(a, "%d", (till - from) * HOUR / 60 - 2);
	fill_lines(req, r, i, lanes > 1, cells + 4);
	cells[7] = db_bool(r, i, "maybe") ? "1" : "";
	cells[8] = db_bool(r, i, "clash") ? "1" : "";
}

static void
show_entries(struct view *v, struct req *req, const struct db_rows *r,
    struct extent e)
{
	int i, lanes, n = 0, rows = db_count(r);
	const char **cells;
	int *lane;

	cells = arena_alloc(req->arena, ((size_t)rows + 1) * ENTRY_COLUMNS *
	    sizeof(*cells));
	lane = arena_alloc(req->arena, ((size_t)rows + 1) * sizeof(*lane));
	for (i = 0; i < rows && !db_null(r, i, "day"); i++) {
		lane[i] = lane_of(r, lane, i, &lanes);
		fill_entry(req, r, i, lane[i], lanes, e,
		    cells + (size_t)n++ * ENTRY_COLUMNS);
	}
	view_table(v, "entries", entry_columns, ENTRY_COLUMNS, cells, n);
}

/* The lines of the hours and the names of the days. */
static void
show_edges(struct view *v, struct req *req, struct extent e)
{
	static const char *const columns[] = { "at", "label" };
	const char *cells[2 * 25];
	int i, n = 0;

	for (i = e.first; i <= e.last && n < 25; i++, n++) {
		cells[2 * n] = arena_printf(req->arena, "%d",
		    TOP + (i - e.first) * HOUR);
		cells[2 * n + 1] = i == e.last ? "" :
		    arena_printf(req->arena, "%02d", i);
	}
	view_table(v, "hours", columns, 2, cells, n);
	for (i = 0; i < e.days; i++) {
		cells[2 * i] = arena_printf(req->arena, "%d", LEFT +
		    (2 * i + 1) * ((WIDTH - LEFT) / e.days) / 2);
		cells[2 * i + 1] = day_text(req, i + 1);
	}
	view_table(v, "days", columns, 2, cells, e.days);
	view_int(v, "height", TOP + (e.last - e.first) * HOUR + 6);
}

static const char *
picture(struct req *req, const struct db_rows *r, int alone)
{
	struct extent e = extent_of(r);
	struct view *v = view_new(req, "register/timetable_svg");

	view_int(v, "alone", alone);
	view_text(v, "term", db_count(r) == 0 ? "" : db_get(r, 0, "term"));
	show_entries(v, req, r, e);
	show_edges(v, req, e);
	return view_render(v);
}

enum outcome
register_timetable_show(struct req *req, enum outcome outcome)
{
	struct db_batch *b;
	struct db_rows *rows, *to;
	const char *drawn;
	struct view *v;
	enum outcome o;
	int link, table;

	b = db_open(req);
	table = db_call(b, SQL_TIMETABLE, req->lang);
	link = db_call(b, SQL_CALENDAR_LINK);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, table);
	to = db_result(b, link);
	if ((drawn = picture(req, rows, 0)) == NULL)
		return OUT_FAULT;
	v = view_new(req, "register/timetable");
	view_text(v, "title", T(req, "My timetable"));
	view_raw_html(v, "picture", drawn);
	view_rows(v, "rows", rows);
	view_row(v, "link", to, 0);
	view_text(v, "address", register_calendar_address(req, to));
	return view_send(v, outcome);
}

/* GET /register/timetable: the picture, its table, the secret address. */
enum outcome
register_timetable(struct req *req)
{
	return register_timetable_show(req, OUT_DONE);
}

/* GET /register/timetable.svg: the picture alone, to keep. */
enum outcome
register_timetable_svg(struct req *req)
{
	struct db_batch *b;
	const char *drawn;
	enum outcome o;
	int table;

	b = db_open(req);
	table = db_call(b, SQL_TIMETABLE, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if ((drawn = picture(req, db_result(b, table), 1)) == NULL)
		return OUT_FAULT;
	return resp_file(req, "image/svg+xml", "timetable.svg", drawn,
	    strlen(drawn));
}
