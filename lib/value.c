#include "value.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "tempid.h"
#include "unitext.h"

/* One word for the other: what lists say for what the database knows. */
struct word {
	const char *letters; /* as unitext_letters() gives them */
	const char *value;
};

static const struct word levels[] = {
    {"학사", "BA"}, {"학사과정", "BA"}, {"학부", "BA"}, {"학부과정", "BA"},
    {"학부생", "BA"}, {"대학", "BA"}, {"대학생", "BA"}, {"ba", "BA"},
    {"bs", "BA"}, {"bsc", "BA"}, {"bachelor", "BA"}, {"bachelors", "BA"},
    {"undergraduate", "BA"},
    {"석사", "MA"}, {"석사과정", "MA"}, {"석사생", "MA"}, {"ma", "MA"},
    {"ms", "MA"}, {"msc", "MA"}, {"master", "MA"}, {"masters", "MA"},
    {"박사", "PHD"}, {"박사과정", "PHD"}, {"박사생", "PHD"},
    {"phd", "PHD"}, {"doctor", "PHD"}, {"doctors", "PHD"},
    {"doctoral", "PHD"}, {"doctorate", "PHD"},
    {"석박통합", "MSPHD"}, {"석박통합과정", "MSPHD"},
    {"석박사통합", "MSPHD"}, {"석박사통합과정", "MSPHD"},
    {"석사박사통합", "MSPHD"}, {"석사박사통합과정", "MSPHD"},
    {"통합", "MSPHD"}, {"통합과정", "MSPHD"}, {"msphd", "MSPHD"},
    {"maphd", "MSPHD"}, {"integrated", "MSPHD"},
    {"integratedphd", "MSPHD"}, {"integratedmsphd", "MSPHD"},
    {"combinedmsphd", "MSPHD"}, {"masterdoctor", "MSPHD"},
};

static const struct word statuses[] = {
    {"재학", "enrolled"}, {"재학중", "enrolled"}, {"재학생", "enrolled"},
    {"enrolled", "enrolled"}, {"enroled", "enrolled"},
    {"attending", "enrolled"}, {"active", "enrolled"},
    {"휴학", "leave"}, {"휴학중", "leave"}, {"휴학생", "leave"},
    {"일반휴학", "leave"}, {"leave", "leave"}, {"onleave", "leave"},
    {"leaveofabsence", "leave"},
};

/* The checks that every text has; takes text over. */
static enum value_code
finish(char *text, size_t max, char **out)
{
	enum value_code code = VALUE_OK;

	*out = NULL;
	if (*text == '\0')
		code = VALUE_EMPTY;
	else if (unitext_has_hidden(text))
		code = VALUE_HIDDEN;
	else if (unitext_has_lost(text))
		code = VALUE_LOST;
	else if (unitext_length(text) > max)
		code = VALUE_TOO_LONG;
	else
		*out = text;
	if (code != VALUE_OK)
		free(text);
	return code;
}

/* NFC, ends trimmed, one space between words. */
enum value_code
value_line(const char *s, size_t max, char **out)
{
	char *text = unitext_nfc(s, strlen(s));

	return finish(unitext_squeeze(unitext_trim(text)), max, out);
}

enum value_code
value_name(const char *s, char **out)
{
	return value_line(s, VALUE_NAME_MAX, out);
}

/* Half width, ends trimmed. */
static char *
plain(const char *s)
{
	return unitext_squeeze(unitext_trim(unitext_nfkc(s)));
}

/* Gives code for a text that has been looked at and is no good. */
static enum value_code
refuse(enum value_code code, char **out)
{
	free(*out);
	*out = NULL;
	return code;
}

/* "2.02E+07": a long number that a spreadsheet program has shortened. */
static bool
is_exponent(const char *s)
{
	size_t n = strspn(s, "0123456789.");

	return n > 0 && (s[n] == 'E' || s[n] == 'e') && s[n + 1] == '+' &&
	    strspn(s + n + 2, "0123456789") == strlen(s + n + 2);
}

enum value_code
value_student_no(const char *s, char **out)
{
	enum value_code code = finish(plain(s), VALUE_STUDENT_NO_MAX, out);
	const char *p;

	if (code != VALUE_OK)
		return code;
	if (is_exponent(*out))
		return refuse(VALUE_EXPONENT, out);
	for (p = *out; *p != '\0'; p++)
		if (!g_ascii_isalnum(*p) && strchr("-_./", *p) == NULL)
			return refuse(VALUE_STUDENT_NO, out);
	return VALUE_OK;
}

static enum value_code
find_word(const char *s, const struct word *words, size_t n,
    enum value_code wrong, char **out)
{
	int with_brackets;
	char *letters;
	size_t i;

	*out = NULL;
	for (with_brackets = 1; with_brackets >= 0; with_brackets--) {
		letters = unitext_letters(s, with_brackets);
		if (*letters == '\0')
			wrong = with_brackets ? VALUE_EMPTY : wrong;
		for (i = 0; i < n && *out == NULL; i++)
			if (strcmp(words[i].letters, letters) == 0)
				*out = g_strdup(words[i].value);
		g_free(letters);
		if (*out != NULL)
			return VALUE_OK;
	}
	return wrong;
}

enum value_code
value_level(const char *s, char **out)
{
	return find_word(s, levels, G_N_ELEMENTS(levels), VALUE_LEVEL, out);
}

enum value_code
value_status(const char *s, char **out)
{
	return find_word(
	    s, statuses, G_N_ELEMENTS(statuses), VALUE_STATUS, out);
}

/* What stands before the @: letters, digits, these, and single dots. */
static bool
is_local_part(const char *s, size_t n)
{
	size_t i;

	if (n < 1 || n > 64 || s[0] == '.' || s[n - 1] == '.')
		return false;
	for (i = 0; i < n; i++) {
		if (!g_ascii_isalnum(s[i]) &&
		    strchr("!#$%&'*+-/=?^_`{|}~.", s[i]) == NULL)
			return false;
		if (s[i] == '.' && s[i + 1] == '.')
			return false;
	}
	return true;
}

/* Two labels at least; the last has letters alone, or is xn--…. */
static bool
is_domain(const char *s)
{
	size_t labels = 0, n, i;
	const char *last = s;

	if (strlen(s) > 253)
		return false;
	for (;; s += n + 1) {
		n = strcspn(s, ".");
		if (n < 1 || n > 63 || s[0] == '-' || s[n - 1] == '-')
			return false;
		for (i = 0; i < n; i++)
			if (!g_ascii_isalnum(s[i]) && s[i] != '-')
				return false;
		labels++;
		last = s;
		if (s[n] == '\0')
			break;
	}
	if (g_str_has_prefix(last, "xn--"))
		return labels >= 2;
	for (i = 0; last[i] != '\0'; i++)
		if (!g_ascii_isalpha(last[i]))
			return false;
	return labels >= 2 && i >= 2;
}

enum value_code
value_email(const char *s, char **out)
{
	enum value_code code = finish(plain(s), VALUE_EMAIL_MAX, out);
	char *at, *p;

	if (code != VALUE_OK)
		return code;
	if (g_ascii_strncasecmp(*out, "mailto:", 7) == 0)
		memmove(*out, *out + 7, strlen(*out + 7) + 1);
	at = strchr(*out, '@');
	if (at != NULL && strchr(at + 1, '@') != NULL)
		return refuse(VALUE_TWO_EMAILS, out);
	if (at == NULL)
		return refuse(VALUE_EMAIL, out);
	for (p = at + 1; *p != '\0'; p++)
		*p = g_ascii_tolower(*p);
	if (!is_local_part(*out, (size_t)(at - *out)) || !is_domain(at + 1))
		return refuse(VALUE_EMAIL, out);
	return VALUE_OK;
}

/* Spaces, dots and brackets become single hyphens; false on other letters. */
static bool
hyphenate(char *s)
{
	char *out = s;
	const char *in;

	for (in = s; *in != '\0'; in++) {
		if (g_ascii_isdigit(*in) || (*in == '+' && in == s))
			*out++ = *in;
		else if (strchr(" .()-", *in) == NULL)
			return false;
		else if (out > s && out[-1] != '-' && out[-1] != '+')
			*out++ = '-';
	}
	if (out > s && out[-1] == '-')
		out--;
	*out = '\0';
	return true;
}

enum value_code
value_phone(const char *s, char **out)
{
	enum value_code code = finish(plain(s), VALUE_TEXT_MAX, out);
	size_t digits = 0;
	const char *p;
	char *longer;

	if (code != VALUE_OK)
		return code;
	if (!hyphenate(*out))
		return refuse(VALUE_PHONE, out);
	for (p = *out; *p != '\0'; p++)
		digits += g_ascii_isdigit(*p) != 0;
	if (digits < 7 || digits > 15)
		return refuse(VALUE_PHONE, out);
	/* 1012345678: a mobile number that lost its zero in a sheet. */
	if (digits == 10 && g_str_has_prefix(*out, "10")) {
		longer = g_strconcat("0", *out, NULL);
		free(*out);
		*out = longer;
	}
	return VALUE_OK;
}

enum value_code
value_credits(const char *s, char **out)
{
	enum value_code code = finish(plain(s), VALUE_TEXT_MAX, out);
	size_t digits, rest;
	long n;

	if (code != VALUE_OK)
		return code;
	digits = strspn(*out, "0123456789");
	rest = digits;
	if ((*out)[rest] == '.')
		rest += 1 + strspn(*out + rest + 1, "0");
	rest += strspn(*out + rest, " ");
	if (digits < 1 || digits > 4 ||
	    (strcmp(*out + rest, "") != 0 && strcmp(*out + rest, "학점") != 0 &&
		g_ascii_strcasecmp(*out + rest, "credits") != 0))
		return refuse(VALUE_CREDITS, out);
	n = strtol(*out, NULL, 10);
	free(*out);
	*out = NULL;
	if (n < 1 || n > VALUE_CREDITS_MAX)
		return VALUE_CREDITS;
	*out = g_strdup_printf("%ld", n);
	return VALUE_OK;
}

enum value_code
value_tempid(const char *s, char **out)
{
	enum value_code code = finish(plain(s), VALUE_TEXT_MAX, out);
	char *p;

	if (code != VALUE_OK)
		return code;
	for (p = *out; *p != '\0'; p++)
		*p = g_ascii_toupper(*p);
	if (!tempid_has_form(*out))
		return refuse(VALUE_TEMPID, out);
	if (!tempid_is_valid(*out))
		return refuse(VALUE_TEMPID_CHECK, out);
	return VALUE_OK;
}

bool
value_is_nothing(const char *s)
{
	static const char *const words[] = {
	    "", "없음", "해당없음", "해당사항없음", "none", "na", "nil"};
	char *letters = unitext_letters(s, true);
	bool found = false;
	size_t i;

	/* Letters alone: so "-", "–" and "N/A" are nothing too. */
	for (i = 0; i < G_N_ELEMENTS(words) && !found; i++)
		found = strcmp(words[i], letters) == 0;
	g_free(letters);
	return found;
}
