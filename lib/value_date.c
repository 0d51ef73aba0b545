#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "unitext.h"
#include "value.h"

/* Dates of birth in every form that lists have. */

enum {
	YOUNGEST = 10,
	OLDEST_SERIAL = 60, /* beyond, a short number is no serial day */
	OLDEST = 100,
	SERIAL_1970 = 25569
};

struct date {
	int year, month, day;
};

static int
days_in(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

static enum value_code
check(const struct date *date, int this_year)
{
	if (date->month < 1 || date->month > 12 || date->day < 1 ||
	    date->day > days_in(date->year, date->month))
		return VALUE_NO_SUCH_DAY;
	if (date->year < this_year - OLDEST || date->year > this_year - YOUNGEST)
		return VALUE_DATE_RANGE;
	return VALUE_OK;
}

/* "01" → 2001, "98" → 1998: whoever applies is ten years old at least. */
static int
full_year(int two, int this_year)
{
	int year = this_year / 100 * 100 + two;

	return year > this_year - YOUNGEST ? year - 100 : year;
}

static int
number_at(const char *s, size_t n)
{
	int value = 0;

	while (n-- > 0)
		value = value * 10 + (*s++ - '0');
	return value;
}

/* n digits without anything between: yyyymmdd or yymmdd. */
static struct date
split_digits(const char *s, size_t n, int this_year)
{
	struct date date;
	size_t year = n - 4;

	date.year = number_at(s, year);
	if (year == 2)
		date.year = full_year(date.year, this_year);
	date.month = number_at(s + year, 2);
	date.day = number_at(s + year + 2, 2);
	return date;
}

/* The day a spreadsheet program means by a whole number (1900 system). */
static struct date
from_serial(int serial)
{
	struct date date;
	GDate day;

	g_date_clear(&day, 1);
	g_date_set_julian(&day,
	    (guint32)(serial - SERIAL_1970 + 719163)); /* 1970-01-01 */
	date.year = g_date_get_year(&day);
	date.month = (int)g_date_get_month(&day);
	date.day = g_date_get_day(&day);
	return date;
}

/*
 * Three to five digits: a date of birth after 2000 whose leading zeros are
 * lost, or the serial number of a day.  Both may be possible.
 */
static enum value_code
read_short(const char *s, size_t n, bool is_number, int this_year,
    struct date *date)
{
	struct date ymd, serial;
	enum value_code as_ymd = VALUE_DATE, as_serial = VALUE_DATE;
	char six[7] = "000000";

	if (is_number || n == 5) {
		memcpy(six + 6 - n, s, n);
		ymd = split_digits(six, 6, this_year);
		as_ymd = check(&ymd, this_year);
	}
	if (n == 5) {
		serial = from_serial(number_at(s, n));
		if (serial.year >= this_year - OLDEST_SERIAL)
			as_serial = check(&serial, this_year);
	}
	if (as_ymd == VALUE_OK && as_serial == VALUE_OK)
		return VALUE_TWO_DATES;
	if (as_ymd == VALUE_OK)
		*date = ymd;
	else if (as_serial == VALUE_OK)
		*date = serial;
	else
		return VALUE_DATE;
	return VALUE_OK;
}

/* Skips one of the separators between numbers, with spaces around it. */
static const char *
skip_separator(const char *s, const char *word, char *kind)
{
	s += strspn(s, " ");
	if (g_str_has_prefix(s, word)) {
		*kind = 'w';
		s += strlen(word);
	} else if (*s != '\0' && strchr(".-/", *s) != NULL) {
		*kind = *s++;
	} else {
		return NULL;
	}
	return s + strspn(s, " ");
}

/* What may follow a date: a full stop, a time of day. */
static bool
is_rest(const char *s)
{
	if (*s == '.')
		s++;
	s += strspn(s, " ");
	if (*s == 'T')
		s++;
	return *s == '\0' ||
	    (g_ascii_isdigit(*s) &&
		strspn(s, "0123456789:.Z") == strlen(s) &&
		strchr(s, ':') != NULL);
}

/* "2001. 3. 9.", "2001-03-09", "2001년 3월 9일", "01.3.9" */
static enum value_code
read_parts(const char *s, int this_year, struct date *date)
{
	char first = '\0', second = '\0';
	size_t year, month, day;

	s += *s == '\'';
	year = strspn(s, "0123456789");
	if (year != 4 && year != 2)
		return VALUE_DATE;
	date->year = number_at(s, year);
	if (year == 2)
		date->year = full_year(date->year, this_year);
	s = skip_separator(s + year, "년", &first);
	if (s == NULL || (month = strspn(s, "0123456789")) < 1 || month > 2)
		return VALUE_DATE;
	date->month = number_at(s, month);
	s = skip_separator(s + month, "월", &second);
	if (s == NULL || first != second ||
	    (day = strspn(s, "0123456789")) < 1 || day > 2)
		return VALUE_DATE;
	date->day = number_at(s, day);
	s += day;
	s += strspn(s, " ");
	if (first == 'w' && g_str_has_prefix(s, "일"))
		s += strlen("일");
	/* 01/03/09 is one thing in Seoul and another elsewhere. */
	if (year == 2 && first == '/')
		return VALUE_TWO_DATES;
	return is_rest(s) ? check(date, this_year) : VALUE_DATE;
}

static enum value_code
read_date(const char *s, enum sheet_kind kind, int this_year,
    struct date *date)
{
	size_t n = strspn(s, "0123456789");

	if (s[n] != '\0' && (s[n] != '.' || s[n + 1] != '\0'))
		return read_parts(s, this_year, date);
	if (n >= 3 && n <= 5)
		return read_short(
		    s, n, kind == SHEET_NUMBER, this_year, date);
	if (n != 6 && n != 8)
		return VALUE_DATE;
	*date = split_digits(s, n, this_year);
	return check(date, this_year);
}

enum value_code
value_birth_date(
    const char *s, enum sheet_kind kind, int this_year, char **out)
{
	char *plain = unitext_squeeze(unitext_trim(unitext_nfkc(s)));
	enum value_code code;
	struct date date;

	*out = NULL;
	code = *plain == '\0' ? VALUE_EMPTY
			      : read_date(plain, kind, this_year, &date);
	free(plain);
	if (code == VALUE_OK)
		*out = g_strdup_printf("%04d-%02d-%02d", date.year,
		    date.month, date.day);
	return code;
}
