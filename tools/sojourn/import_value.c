#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "import.h"
#include "value.h"

const struct import_word import_yes_no[] = {
	{ "yes", "true" }, { "y", "true" }, { "o", "true" }, { "true", "true" },
	{ "1", "true" }, { "○", "true" }, { "가능", "true" }, { "예", "true" },
	{ "개방", "true" }, { "可", "true" }, { "はい", "true" },
	{ "no", "false" }, { "n", "false" }, { "x", "false" },
	{ "false", "false" }, { "0", "false" }, { "×", "false" },
	{ "불가", "false" }, { "아니오", "false" }, { "不可", "false" },
	{ "いいえ", "false" }, { NULL, NULL }
};

const char *
import_text(const struct import_column *column, const char *text,
    json_t **value)
{
	const size_t *most = column->arg;
	char *line = NULL;

	if (*text == '\0') {
		*value = json_string("");
		return NULL;
	}
	if (value_line(text, *most, &line) != VALUE_OK)
		return "invalid";
	*value = json_string(line);
	free(line);
	return *value == NULL ? "invalid" : NULL;
}

const char *
import_word(const struct import_column *column, const char *text,
    json_t **value)
{
	const struct import_word *w;

	for (w = column->arg; w->word != NULL; w++)
		if (strcasecmp(w->word, text) == 0) {
			*value = json_string(w->means);
			return NULL;
		}
	return "invalid";
}

/* A day as yyyy-mm-dd; NULL for what is no day of the calendar. */
static json_t *
real_day(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1,
	    .tm_mday = day, .tm_hour = 12 };
	char text[40];

	if (year < 1900 || year > 2199 || timegm(&tm) == (time_t)-1 ||
	    tm.tm_mon != month - 1 || tm.tm_mday != day)
		return NULL;
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
	return json_string(text);
}

const char *
import_day(const struct import_column *column, const char *text,
    json_t **value)
{
	int year, month, day, n = 0;

	(void)column;
	if (strlen(text) == 8 && strspn(text, "0123456789") == 8)
		sscanf(text, "%4d%2d%2d%n", &year, &month, &day, &n);
	else
		sscanf(text, "%4d%*1[-./]%*[ ]%2d%*1[-./]%*[ ]%2d%n", &year,
		    &month, &day, &n);
	if (n == 0)
		sscanf(text, "%4d%*1[-./]%2d%*1[-./]%2d%n", &year, &month,
		    &day, &n);
	/* A full stop or the time of a spreadsheet's date may follow. */
	if (n == 0 || (text[n] != '\0' && strcmp(text + n, ".") != 0 &&
	    strcmp(text + n, " 00:00:00") != 0))
		return "invalid";
	*value = real_day(year, month, day);
	return *value == NULL ? "invalid" : NULL;
}

/* A hyphen where there is no day any more. */
const char *
import_day_or_none(const struct import_column *column, const char *text,
    json_t **value)
{
	if (strcmp(text, "-") != 0)
		return import_day(column, text, value);
	*value = json_string("-");
	return NULL;
}

const char *
import_whole(const struct import_column *column, const char *text,
    json_t **value)
{
	const long *limits = column->arg;
	char number[24], *end;
	long v;

	errno = 0;
	v = strtol(text, &end, 10);
	if (end == text || *end != '\0' || errno != 0 || v < limits[0] ||
	    v > limits[1])
		return "invalid";
	snprintf(number, sizeof(number), "%ld", v);
	*value = json_string(number);
	return NULL;
}

/* Capitals and digits, such as BIO5012. */
const char *
import_code(const struct import_column *column, const char *text,
    json_t **value)
{
	const size_t *most = column->arg;
	char code[64];
	size_t i, n = strlen(text);

	if (n == 0 || n > *most || n >= sizeof(code))
		return "invalid";
	for (i = 0; i < n; i++) {
		if (!isalnum((unsigned char)text[i]))
			return "invalid";
		code[i] = (char)toupper((unsigned char)text[i]);
	}
	code[n] = '\0';
	*value = json_string(code);
	return NULL;
}

const char *
import_login(const struct import_column *column, const char *text,
    json_t **value)
{
	size_t n = strlen(text);

	(void)column;
	if (n < 2 || n > 32 || !islower((unsigned char)text[0]) ||
	    strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") != n)
		return "invalid";
	*value = json_string(text);
	return NULL;
}

const char *
import_mail(const struct import_column *column, const char *text,
    json_t **value)
{
	char *mail = NULL;

	(void)column;
	if (value_email(text, &mail) != VALUE_OK)
		return "invalid";
	*value = json_string(mail);
	free(mail);
	return NULL;
}

/* A number of up to four digits, past what separates it from the next. */
static int
number(const char **p, const char *separators)
{
	int v = 0, n = 0;

	for (; isdigit((unsigned char)**p) && n < 4; n++)
		v = v * 10 + (*(*p)++ - '0');
	*p += strspn(*p, separators);
	return n == 0 ? -1 : v;
}

/* Past "(월)", "(Mon)" and blanks. */
static const char *
skip_weekday(const char *p)
{
	const char *end;

	p += strspn(p, " T");
	if (*p == '(' && (end = strchr(p, ')')) != NULL && end - p < 20)
		p = end + 1;
	return p + strspn(p, " ");
}

int
import_moment(const char *text, const char *zone, int end, int *whole_day,
    char *out, size_t size)
{
	struct tm tm = { 0 };
	const char *p = text;
	int y, mon, d, h = 0, min = 0;

	y = number(&p, "-./ ");
	mon = number(&p, "-./ ");
	d = number(&p, ".");
	p = skip_weekday(p);
	*whole_day = *p == '\0';
	if (!*whole_day) {
		h = number(&p, ":");
		min = number(&p, "");
		if (*p == ':')			/* seconds of a spreadsheet */
			p += strcmp(p, ":00") == 0 ? 3 : 0;
		if (*p != '\0' || h < 0 || h > 24 || min < 0 || min > 59 ||
		    (h == 24 && min > 0))
			return -1;
	} else if (end)
		h = 24;
	tm.tm_year = y - 1900;
	tm.tm_mon = mon - 1;
	tm.tm_mday = d;
	if (y < 1990 || y > 2999 || timegm(&tm) == -1 || tm.tm_mon != mon - 1 ||
	    tm.tm_mday != d)
		return -1;
	tm.tm_hour = h;
	tm.tm_min = min;
	timegm(&tm);				/* 24:00 is tomorrow's 00:00 */
	return snprintf(out, size, "%04d-%02d-%02d %02d:%02d %s",
	    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
	    tm.tm_min, zone) < (int)size ? 0 : -1;
}
