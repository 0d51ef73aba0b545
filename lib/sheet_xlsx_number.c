#include <glib.h>
#include <math.h>
#include <string.h>

#include "sheet_xlsx.h"

/* Numbers and dates as a workbook stores them. */

struct xlsx_style
xlsx_style_builtin(unsigned id)
{
	struct xlsx_style style = {XLSX_NO_DATE, 0};

	if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
	    id == 36 || (id >= 50 && id <= 58))
		style.time = XLSX_DATE;
	else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) ||
	    (id >= 45 && id <= 47))
		style.time = XLSX_TIME;
	return style;
}

/* The end of a text in quotation marks or a note in brackets at s. */
static const char *
skip_to(const char *s, char end)
{
	for (s++; *s != '\0' && *s != end; s++)
		;
	return *s == '\0' ? s - 1 : s;
}

struct xlsx_style
xlsx_style_of(const char *format)
{
	struct xlsx_style style = {XLSX_NO_DATE, 0};
	bool day = false, month = false, hour = false;
	const char *s;

	for (s = format; *s != '\0' && *s != ';'; s++) {
		if (*s == '"')
			s = skip_to(s, '"');
		else if (*s == '[' && strchr("hmsHMS", s[1]) != NULL &&
		    s[1] != '\0' && (s[2] == ']' || s[2] == s[1]))
			hour = true, s = skip_to(s, ']');
		else if (*s == '[')
			s = skip_to(s, ']');
		else if ((*s == '\\' || *s == '_' || *s == '*') &&
		    s[1] != '\0')
			s++;
		else if (strchr("yYdD", *s) != NULL)
			day = true;
		else if (strchr("mM", *s) != NULL)
			month = true;
		else if (strchr("hHsS", *s) != NULL)
			hour = true;
	}
	if (day || (month && !hour))
		style.time = XLSX_DATE;
	else if (hour)
		style.time = XLSX_TIME;
	else if (strspn(format, "0") == (size_t)(s - format) &&
	    s - format >= 2 && s - format <= 30)
		style.zeros = (uint8_t)(s - format);
	return style;
}

/* The Gregorian date of a day counted from 1970-01-01. */
static void
civil(long days, int *year, int *month, int *day)
{
	long z = days + 719468, era = z / 146097, doe = z % 146097;
	long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	long mp = (5 * doy + 2) / 153;

	*day = (int)(doy - (153 * mp + 2) / 5 + 1);
	*month = (int)(mp < 10 ? mp + 3 : mp - 9);
	*year = (int)(yoe + era * 400 + (*month <= 2));
}

/*
 * A serial day as ISO date, with the time when it has one.  Excel counts
 * from 1900-01-01 = 1 and believes in a 29 February 1900.
 */
static bool
date_text(double serial, bool date1904, char text[64])
{
	enum { EPOCH_1970 = 25569, EPOCH_1904 = 1462, LAST = 2958465 };
	int year, month, day, minutes;
	long days;

	if (date1904)
		serial += EPOCH_1904;
	if (!(serial >= 0 && serial < LAST + 1))
		return false;
	serial += 0.5 / 86400;
	days = (long)serial;
	minutes = (int)((serial - (double)days) * 1440);
	if (days == 0) {
		g_snprintf(text, 64, "%02d:%02d", minutes / 60, minutes % 60);
		return true;
	}
	if (days < 60)
		days++;
	civil(days - EPOCH_1970, &year, &month, &day);
	if (minutes == 0)
		g_snprintf(text, 64, "%04d-%02d-%02d", year, month, day);
	else
		g_snprintf(text, 64, "%04d-%02d-%02d %02d:%02d", year, month,
		    day, minutes / 60, minutes % 60);
	return true;
}

static void
plain_text(double number, char text[64])
{
	if (number == floor(number) && fabs(number) < 1e15)
		g_snprintf(text, 64, "%.0f", number);
	else
		g_ascii_formatd(text, 64, "%.15g", number);
}

static void
fill_zeros(char text[64], size_t zeros)
{
	size_t len = strlen(text);

	if (len >= zeros || strspn(text, "0123456789") != len)
		return;
	memmove(text + zeros - len, text, len + 1);
	memset(text, '0', zeros - len);
}

enum sheet_kind
xlsx_number(const char *stored, struct xlsx_style style, bool date1904,
    char text[64])
{
	size_t len = strlen(stored);
	double number;
	char *end;

	number = g_ascii_strtod(stored, &end);
	if (*end != '\0' || end == stored || !isfinite(number)) {
		g_strlcpy(text, stored, 64);
		return SHEET_TEXT;
	}
	if (style.time != XLSX_NO_DATE && date_text(number, date1904, text))
		return SHEET_DATE;
	if (len < 40 && strspn(stored, "0123456789") == len)
		g_strlcpy(text, stored, 64);
	else
		plain_text(number, text);
	fill_zeros(text, style.zeros);
	return style.zeros > 0 ? SHEET_TEXT : SHEET_NUMBER;
}
