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

/*
 * PostgreSQL's text ("2025-08-18 09:00:00+09" in the institution's zone, or
 * "2025-08-18") as the reader writes it; other texts come back unchanged.
 * Seconds are left out; the zone is named in English, where it is expected.
 */
const char *
when_text(struct req *req, const char *value)
{
	struct tm tm = { 0 };
	const char *zone, *wday;
	int n, y, mon, d, h = 0, min = 0, lang = i18n_index(req->lang);

	n = sscanf(value, "%d-%d-%d%*1[ T]%d:%d", &y, &mon, &d, &h, &min);
	if ((n != 3 && n != 5) || mon < 1 || mon > 12)
		return value;
	tm.tm_year = y - 1900;
	tm.tm_mon = mon - 1;
	tm.tm_mday = d;
	tm.tm_hour = 12;
	timegm(&tm);
	wday = day_names[lang][tm.tm_wday];
	zone = strstr(value, "+09") != NULL ? " KST" : "";
	if (n == 3) {
		if (lang == 0)
			return arena_printf(req->arena, "%d. %d. %d.(%s)", y,
			    mon, d, wday);
		if (lang == 1)
			return arena_printf(req->arena, "%s %d %s %d", wday, d,
			    months[mon - 1], y);
		return arena_printf(req->arena, "%d年%d月%d日(%s)", y, mon, d,
		    wday);
	}
	if (lang == 0)
		return arena_printf(req->arena, "%d. %d. %d.(%s) %02d:%02d", y,
		    mon, d, wday, h, min);
	if (lang == 1)
		return arena_printf(req->arena, "%s %d %s %d, %02d:%02d%s",
		    wday, d, months[mon - 1], y, h, min, zone);
	return arena_printf(req->arena, "%d年%d月%d日(%s) %02d:%02d", y, mon, d,
	    wday, h, min);
}

const char *
day_text(struct req *req, int day)
{
	return day < 1 || day > 7 ? "" :
	    day_names[i18n_index(req->lang)][day % 7];
}
