#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "sojourn.h"

/* Reads n digits into *value; 0, or -1 when there are fewer. */
static int
digits(const char **p, int n, int *value)
{
	for (*value = 0; n > 0; n--, (*p)++) {
		if (!isdigit((unsigned char)**p))
			return -1;
		*value = *value * 10 + (**p - '0');
	}
	return 0;
}

/* The same after the character c, which may be missing: then *value is 0. */
static int
digits_after(const char **p, char c, int *value)
{
	*value = 0;
	if (**p != c)
		return 0;
	(*p)++;
	return digits(p, 2, value);
}

/* There is no 31 February and no 24:01. */
static int
exists(int y, int mon, int d, int h, int min, int s)
{
	struct tm tm = { .tm_year = y - 1900, .tm_mon = mon - 1, .tm_mday = d,
	    .tm_hour = 12 };

	return y >= 1900 && y <= 2999 && h <= 23 && min <= 59 && s <= 59 &&
	    timegm(&tm) != -1 && tm.tm_mon == mon - 1 && tm.tm_mday == d;
}

/* "Z", "+09", "+09:00", "+0900" or nothing; 0 when it is one of these. */
static int
read_offset(const char *p, char *out, size_t size, const char *zone)
{
	char sign = *p;
	int h, min = 0;

	if (*p == '\0')
		return snprintf(out, size, " %s", zone) < (int)size ? 0 : -1;
	if (strcmp(p, "Z") == 0 || strcmp(p, "z") == 0)
		return snprintf(out, size, "+00") < (int)size ? 0 : -1;
	if (sign != '+' && sign != '-')
		return -1;
	p++;
	if (digits(&p, 2, &h) == -1)
		return -1;
	if (*p == ':')
		p++;
	if (*p != '\0' && digits(&p, 2, &min) == -1)
		return -1;
	if (*p != '\0' || h > 15 || min > 59)
		return -1;
	return snprintf(out, size, "%c%02d:%02d", sign, h, min) < (int)size ?
	    0 : -1;
}

int
when_time(const char *arg, const char *zone, char *out, size_t size)
{
	const char *p = arg;
	char offset[64];
	int y, mon, d, h = 0, min = 0, s = 0;

	if (digits(&p, 4, &y) == -1 || *p++ != '-' ||
	    digits(&p, 2, &mon) == -1 || *p++ != '-' ||
	    digits(&p, 2, &d) == -1)
		return -1;
	if (*p == 'T' || *p == 't' || *p == ' ') {
		p++;
		if (digits(&p, 2, &h) == -1 || *p != ':' ||
		    digits_after(&p, ':', &min) == -1 ||
		    digits_after(&p, ':', &s) == -1)
			return -1;
	}
	if (!exists(y, mon, d, h, min, s) ||
	    read_offset(p, offset, sizeof(offset), zone) == -1)
		return -1;
	return snprintf(out, size, "%04d-%02d-%02d %02d:%02d:%02d%s", y, mon,
	    d, h, min, s, offset) < (int)size ? 0 : -1;
}

static long long
unit_seconds(char unit)
{
	switch (unit) {
	case 'w':
		return 7 * 86400;
	case 'd':
		return 86400;
	case 'h':
		return 3600;
	case 'm':
		return 60;
	case 's':
		return 1;
	default:
		return -1;
	}
}

long long
when_duration(const char *arg)
{
	long long n, unit, last = 8 * 86400, total = 0;
	const char *p = arg;

	while (*p != '\0') {
		if (!isdigit((unsigned char)*p))
			return -1;
		for (n = 0; isdigit((unsigned char)*p); p++)
			if ((n = n * 10 + (*p - '0')) > 1000000000)
				return -1;
		unit = unit_seconds(*p);
		if (unit == -1 || unit >= last)
			return -1;
		p++;
		last = unit;
		total += n * unit;
	}
	/* A hundred years are enough for everybody. */
	return total > 0 && total <= 100LL * 366 * 86400 ? total : -1;
}

const char *
when_length(struct cli *cli, long long seconds, char *out, size_t size)
{
	if (seconds < 0)
		seconds = -seconds;
	if (seconds >= 2 * 86400)
		snprintf(out, size, T(cli, "%lld days"), seconds / 86400);
	else if (seconds >= 2 * 3600)
		snprintf(out, size, T(cli, "%lld hours"), seconds / 3600);
	else
		snprintf(out, size, TN(cli, seconds / 60,
		    "%lld minute", "%lld minutes"), seconds / 60);
	return out;
}
