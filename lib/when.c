#include <stdio.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "i18n.h"
#include "req.h"
#include "view.h"

static const char *const day_names[I18N_LANGS][7] = {
	{ "일", "월", "화", "수", "목", "금", "토" },
	{ "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },
	{ "日", "月", "火", "水", "木", "金", "土" }
};
static const char *const months[12] = { "Jan", "Feb", "Mar", "Apr", "May",
    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* A time as written, without its zone; n is 3 for a day, 5 with the hour. */
struct when {
	int	n, y, mon, d, h, min, wday;
};

static int
when_read(struct when *w, const char *value, int end)
{
	struct tm tm = { 0 };

	memset(w, 0, sizeof(*w));
	w->n = sscanf(value, "%d-%d-%d%*1[ T]%d:%d", &w->y, &w->mon, &w->d,
	    &w->h, &w->min);
	if ((w->n != 3 && w->n != 5) || w->mon < 1 || w->mon > 12)
		return -1;
	/* The end of a whole day is 24:00 of that day, not 00:00 of the next
	 * (C22). */
	if (end && w->n == 5 && w->h == 0 && w->min == 0) {
		w->d--;
		w->h = 24;
	}
	tm.tm_year = w->y - 1900;
	tm.tm_mon = w->mon - 1;
	tm.tm_mday = w->d;
	tm.tm_hour = 12;
	timegm(&tm);
	w->y = tm.tm_year + 1900;
	w->mon = tm.tm_mon + 1;
	w->d = tm.tm_mday;
	w->wday = tm.tm_wday;
	return 0;
}

static const char *
when_write(struct req *req, const char *value, int end)
{
	const char *zone, *wday;
	struct when w;
	int lang = i18n_index(req->lang);

	if (when_read(&w, value, end) == -1)
		return value;
	wday = day_names[lang][w.wday];
	zone = strstr(value, "+09") != NULL ? " KST" : "";
	if (w.n == 3) {
		if (lang == 0)
			return arena_printf(req->arena, "%d. %d. %d.(%s)", w.y,
			    w.mon, w.d, wday);
		if (lang == 1)
			return arena_printf(req->arena, "%s %d %s %d", wday,
			    w.d, months[w.mon - 1], w.y);
		return arena_printf(req->arena, "%d年%d月%d日(%s)", w.y, w.mon,
		    w.d, wday);
	}
	if (lang == 0)
		return arena_printf(req->arena, "%d. %d. %d.(%s) %02d:%02d",
		    w.y, w.mon, w.d, wday, w.h, w.min);
	if (lang == 1)
		return arena_printf(req->arena, "%s %d %s %d, %02d:%02d%s",
		    wday, w.d, months[w.mon - 1], w.y, w.h, w.min, zone);
	return arena_printf(req->arena, "%d年%d月%d日(%s) %02d:%02d", w.y, w.mon,
	    w.d, wday, w.h, w.min);
}

/*
 * PostgreSQL's text ("2025-08-18 09:00:00+09" in the institution's zone, or
 * "2025-08-18") as the reader writes it; other texts come back unchanged.
 * Seconds are left out; the zone is named in English, where it is expected.
 */
const char *
when_text(struct req *req, const char *value)
{
	return when_write(req, value, 0);
}

const char *
when_end_text(struct req *req, const char *value)
{
	return when_write(req, value, 1);
}

const char *
day_text(struct req *req, int day)
{
	return day < 1 || day > 7 ? "" :
	    day_names[i18n_index(req->lang)][day % 7];
}
