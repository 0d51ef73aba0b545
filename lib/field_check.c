#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

#include "app.h"
#include "arena.h"
#include "field_check.h"
#include "unitext.h"

/* Direction marks and zero-width characters: invisible, and never in a name. */
static int
is_invisible(gunichar c)
{
	return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0x00ad;
}

/* NFC, outer white space removed; control characters other than those allowed
 * are a problem. */
static char *
tidy(struct req *req, const char *raw, const char *controls,
    const char **problem)
{
	char *nfc, *out;
	const char *p;
	gunichar c;

	nfc = unitext_normal(raw, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	if (nfc == NULL) {
		*problem = T(req, "Please type this again: it contains "
		    "characters that cannot be read.");
		return NULL;
	}
	g_strstrip(nfc);
	for (p = nfc; *p != '\0'; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if ((c < 0x20 || (c >= 0x7f && c < 0xa0)) &&
		    (c > 0x7f || strchr(controls, (int)c) == NULL))
			*problem = T(req, "Please remove control characters.");
	}
	out = arena_strdup(req->arena, nfc);
	g_free(nfc);
	return out;
}

static const char *
check_length(struct req *req, const struct field *f, const char *s, int dmax,
    const char **problem)
{
	long n = g_utf8_strlen(s, -1);
	int max = f->max > 0 ? f->max : dmax;

	if (n > max)
		*problem = arena_printf(req->arena,
		    T(req, "At most %d characters, please."), max);
	else if (n > 0 && n < f->min)
		*problem = arena_printf(req->arena,
		    T(req, "At least %d characters, please."), f->min);
	return s;
}

static const char *
check_name(struct req *req, const struct field *f, const char *raw,
    const char **problem)
{
	const char *s, *p;

	s = tidy(req, raw, "", problem);
	if (s == NULL)
		return "";
	for (p = s; *p != '\0'; p = g_utf8_next_char(p))
		if (is_invisible(g_utf8_get_char(p)))
			*problem = T(req, "Please remove invisible "
			    "characters.");
	return check_length(req, f, s, 120, problem);
}

static const char *
check_word(struct req *req, const struct field *f, const char *raw,
    const char **problem)
{
	char *s;
	const char *p;

	s = unitext_normal(raw, -1, G_NORMALIZE_ALL_COMPOSE);
	if (s != NULL)
		g_strstrip(s);
	for (p = s; p != NULL && *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) && strchr("._-", *p) == NULL)
			*problem = T(req, "Only letters, digits, dot, hyphen "
			    "and underscore are possible here.");
	p = s == NULL ? "" : arena_strdup(req->arena, s);
	g_free(s);
	return check_length(req, f, p, 64, problem);
}

static const char *
check_number(struct req *req, const struct field *f, const char *raw,
    const char **problem)
{
	long long v, min = f->min, max = f->max;
	char *s, *end;

	s = g_strstrip(arena_strdup(req->arena, raw));
	if (*s == '\0')
		return "";
	errno = 0;
	v = strtoll(s, &end, 10);
	if (f->kind == FIELD_ID) {
		min = 1;
		max = 9223372036854775806LL;
	}
	if (errno != 0 || *end != '\0' || end == s)
		*problem = T(req, "Please give a whole number.");
	else if ((min != 0 || max != 0) && (v < min || v > max))
		*problem = f->kind == FIELD_ID ?
		    T(req, "Please give a whole number.") :
		    arena_printf(req->arena,
		    T(req, "Please give a number from %lld to %lld."), min,
		    max);
	return arena_printf(req->arena, "%lld", v);
}

static int
real_day(int y, int m, int d)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
	    30, 31 };
	int leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	return y >= 1900 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 &&
	    d <= days[m - 1] + (m == 2 && leap);
}

static const char *
check_date(struct req *req, const char *raw, const char **problem)
{
	char *s, rest;
	int y, m, d, n;

	s = g_strstrip(arena_strdup(req->arena, raw));
	if (*s == '\0')
		return "";
	if (strlen(s) == 8 && strspn(s, "0123456789") == 8)
		n = sscanf(s, "%4d%2d%2d", &y, &m, &d);
	else
		n = sscanf(s, "%4d%*[-./ ]%2d%*[-./ ]%2d%c", &y, &m, &d, &rest);
	if (n != 3)
		*problem = T(req, "Please give a date such as 2001-03-09.");
	else if (!real_day(y, m, d))
		*problem = arena_printf(req->arena,
		    T(req, "There is no such day: %d-%02d-%02d."), y, m, d);
	else
		return arena_printf(req->arena, "%04d-%02d-%02d", y, m, d);
	return "";
}

/*
 * What may follow hh:mm: seconds, and an offset that the database takes; the
 * offset is returned, NULL when something else stands there.
 */
static const char *
check_offset(const char *s)
{
	int n = 0, h = 0, m = 0;

	if (sscanf(s, ":%*2[0-9]%n", &n) == 0 && n == 3)
		s += 3;
	if (*s == '.')
		s += 1 + strspn(s + 1, "0123456789");
	if (*s == '\0' || strcmp(s, "Z") == 0)
		return s;
	n = 0;
	if (sscanf(s, "%*1[-+]%2d%n:%2d%n", &h, &n, &m, &n) < 1 || n == 0 ||
	    s[n] != '\0' || !isdigit((unsigned char)s[1]) ||
	    !isdigit((unsigned char)s[n - 1]) || h > 14 || m < 0 || m > 59)
		return NULL;
	return s;
}

/* yyyy-mm-ddThh:mm[:ss][offset]; without an offset the institution's zone,
 * which the database connection has. */
static const char *
check_time(struct req *req, const char *raw, const char **problem)
{
	int y, mon, d, h, min, used = 0;
	const char *zone = NULL;
	char *s;

	s = g_strstrip(arena_strdup(req->arena, raw));
	if (*s == '\0')
		return "";
	if (sscanf(s, "%4d-%2d-%2d%*1[T ]%2d:%2d%n", &y, &mon, &d, &h, &min,
	    &used) == 5 && used > 0 && real_day(y, mon, d) && h >= 0 &&
	    min >= 0 && min < 60 && h * 60 + min <= 24 * 60)
		zone = check_offset(s + used);
	if (zone == NULL) {
		*problem = T(req, "Please give date and time such as "
		    "2025-08-18 09:00.");
		return "";
	}
	return arena_printf(req->arena, "%04d-%02d-%02d %02d:%02d%s", y, mon,
	    d, h, min, zone);
}

/* One addr-spec (S17): printable ASCII, one @, a dot in the domain. */
static const char *
check_email(struct req *req, const char *raw, const char **problem)
{
	char *s, *at, *p;
	size_t n;

	s = g_strstrip(arena_strdup(req->arena, raw));
	n = strlen(s);
	if (n == 0)
		return "";
	at = strchr(s, '@');
	for (p = s; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || strchr("<>()[]\\,;:\"", *p))
			at = NULL;
	if (at == NULL || at == s || at - s > 64 || n > 254 ||
	    strchr(at + 1, '@') != NULL || strchr(at + 1, '.') == NULL ||
	    at[1] == '.' || s[n - 1] == '.' || strstr(s, "..") != NULL ||
	    s[0] == '.' || at[-1] == '.' || at[1] == '-') {
		*problem = T(req, "Please give one e-mail address such as "
		    "name@university.ac.kr.");
		return s;
	}
	for (p = at; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return s;
}

static const char *
check_phone(struct req *req, const char *raw, const char **problem)
{
	char *s;

	s = g_strstrip(arena_strdup(req->arena, raw));
	if (strlen(s) > 30 || strspn(s, "0123456789+-() .") != strlen(s) ||
	    (*s != '\0' && strpbrk(s, "0123456789") == NULL))
		*problem = T(req, "Please give a telephone number of digits.");
	return s;
}

static const char *
check_choice(struct req *req, const struct field *f, const char *raw,
    const char **problem)
{
	const char *const *c;

	if (*raw == '\0')
		return "";
	for (c = f->choices; c != NULL && *c != NULL; c++)
		if (strcmp(*c, raw) == 0)
			return *c;
	*problem = T(req, "Please choose one of the answers offered.");
	return "";
}

static const char *
check_token(struct req *req, const char *raw, const char **problem)
{
	size_t n = strlen(raw);

	if (n == 0)
		return "";
	if (n != 43 || strspn(raw, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
	    "qrstuvwxyz0123456789_-") != n)
		*problem = T(req, "This link is not complete. Please open it "
		    "from the mail again.");
	return arena_strdup(req->arena, raw);
}

const char *
field_normal(struct req *req, const struct field *f, const char *raw,
    const char **problem)
{
	const char *s;
	size_t n;

	switch (f->kind) {
	case FIELD_LINE:
		s = tidy(req, raw, "\t", problem);
		return s == NULL ? "" : check_length(req, f, s, 200, problem);
	case FIELD_NAME:
		return check_name(req, f, raw, problem);
	case FIELD_TEXT:
		s = tidy(req, raw, "\t\r\n", problem);
		return s == NULL ? "" : check_length(req, f, s, 2000, problem);
	case FIELD_WORD:
		return check_word(req, f, raw, problem);
	case FIELD_ID:
	case FIELD_INT:
		return check_number(req, f, raw, problem);
	case FIELD_DATE:
		return check_date(req, raw, problem);
	case FIELD_TIME:
		return check_time(req, raw, problem);
	case FIELD_EMAIL:
		return check_email(req, raw, problem);
	case FIELD_PHONE:
		return check_phone(req, raw, problem);
	case FIELD_CHOICE:
		return check_choice(req, f, raw, problem);
	case FIELD_CHECK:
		return *raw == '\0' || strcmp(raw, "0") == 0 ||
		    strcmp(raw, "no") == 0 ? "" : "1";
	case FIELD_PASSWORD:
		n = strlen(raw);
		if (n > 1024)
			*problem = T(req, "This password is too long.");
		return arena_strdup(req->arena, n > 1024 ? "" : raw);
	case FIELD_TOKEN:
		return check_token(req, raw, problem);
	case FIELD_FILE:
		return "";
	}
	return "";
}
