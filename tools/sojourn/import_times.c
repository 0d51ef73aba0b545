#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "import.h"

#define TIMES_MAX	20	/* of one section in a week */

struct slot {
	int	day, starts, ends;	/* 1 = Monday; minutes of the day */
};

/* The names of a day, longest first, in the order Monday to Sunday. */
static const char *const days[7][7] = {
	{ "monday", "mon", "월요일", "월", "月曜日", "月曜", "月" },
	{ "tuesday", "tue", "화요일", "화", "火曜日", "火曜", "火" },
	{ "wednesday", "wed", "수요일", "수", "水曜日", "水曜", "水" },
	{ "thursday", "thu", "목요일", "목", "木曜日", "木曜", "木" },
	{ "friday", "fri", "금요일", "금", "金曜日", "金曜", "金" },
	{ "saturday", "sat", "토요일", "토", "土曜日", "土曜", "土" },
	{ "sunday", "sun", "일요일", "일", "日曜日", "日曜", "日" },
};
static const char *const dashes[] = { "-", "~", "–", "—", "〜", "～", "∼" };

static void
skip(const char **p, const char *set)
{
	*p += strspn(*p, set);
}

/* 1 to 7 and past its name; 0 when there is no day here. */
static int
read_day(const char **p)
{
	size_t d, k, n;

	for (d = 0; d < 7; d++)
		for (k = 0; k < 7; k++) {
			n = strlen(days[d][k]);
			if (strncasecmp(*p, days[d][k], n) == 0) {
				*p += n;
				return (int)d + 1;
			}
		}
	return 0;
}

/* "9:00" and "09:00" as minutes; -1 when there is no time here. */
static int
read_time(const char **p)
{
	char *end;
	long h, min;

	if (!isdigit((unsigned char)**p))
		return -1;
	h = strtol(*p, &end, 10);
	if (*end != ':' || !isdigit((unsigned char)end[1]) ||
	    !isdigit((unsigned char)end[2]))
		return -1;
	*p = end + 3;
	min = (end[1] - '0') * 10 + (end[2] - '0');
	if (h > 23 || min > 59)
		return -1;
	return (int)(h * 60 + min);
}

static int
read_dash(const char **p)
{
	size_t i, n;

	skip(p, " ");
	for (i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		n = strlen(dashes[i]);
		if (strncmp(*p, dashes[i], n) == 0) {
			*p += n;
			skip(p, " ");
			return 0;
		}
	}
	return -1;
}

static int
slot_order(const void *a, const void *b)
{
	const struct slot *x = a, *y = b;

	return x->day != y->day ? x->day - y->day : x->starts - y->starts;
}

/* One or more days with a time: "월 09:00-10:30", "Mon/Wed 9:00-10:30". */
static int
read_item(const char **p, struct slot *slots, size_t *n)
{
	size_t first = *n, i;
	int day, starts, ends;

	while ((day = read_day(p)) != 0) {
		if (*n == TIMES_MAX)
			return -1;
		slots[(*n)++].day = day;
		skip(p, " ,/.·");
	}
	starts = read_time(p);
	if (*n == first || starts == -1 || read_dash(p) == -1)
		return -1;
	ends = read_time(p);
	if (ends <= starts)
		return -1;
	for (i = first; i < *n; i++) {
		slots[i].starts = starts;
		slots[i].ends = ends;
	}
	return 0;
}

/* Sorted, as sojourn.import_times() writes them; NULL if two overlap. */
static json_t *
slots_json(struct slot *s, size_t n)
{
	json_t *list = json_array();
	char from[8], till[8];
	size_t i;

	qsort(s, n, sizeof(*s), slot_order);
	for (i = 0; i < n; i++) {
		if (i > 0 && s[i].day == s[i - 1].day &&
		    s[i].starts < s[i - 1].ends) {
			json_decref(list);
			return NULL;
		}
		snprintf(from, sizeof(from), "%02d:%02d", s[i].starts / 60 % 24,
		    s[i].starts % 60);
		snprintf(till, sizeof(till), "%02d:%02d", s[i].ends / 60 % 24,
		    s[i].ends % 60);
		json_array_append_new(list, json_pack("{s:i,s:s,s:s}", "day",
		    s[i].day, "starts", from, "ends", till));
	}
	return list;
}

const char *
import_times(const struct import_column *column, const char *text,
    json_t **value)
{
	struct slot slots[TIMES_MAX];
	const char *p = text;
	size_t n = 0;

	(void)column;
	for (skip(&p, " "); *p != '\0'; skip(&p, " ;,/\n\r")) {
		if (read_item(&p, slots, &n) == -1)
			return "invalid";
	}
	*value = slots_json(slots, n);
	return *value == NULL ? "invalid" : NULL;
}
