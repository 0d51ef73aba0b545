#include "resident.h"

#include <glib.h>
#include <string.h>

#include "unitext.h"

enum { HALF = 6, REST = 7, WHOLE = HALF + REST };

/*
 * The shape of a text: digits as they are, '-' for every kind of dash, dot
 * and stroke, ' ' for spaces, '+' and 'x' for the rest.  What has no width is
 * left out.  The result is the caller's.
 */
static char *
shape_of(const char *s)
{
	GString *shape = g_string_new(NULL);
	gunichar c;

	for (; *s != '\0'; s = g_utf8_next_char(s)) {
		c = g_utf8_get_char(s);
		if (c >= 0xff01 && c <= 0xff5e)
			c -= 0xfee0; /* full width */
		if (g_unichar_type(c) == G_UNICODE_DECIMAL_NUMBER)
			g_string_append_c(
			    shape, (char)('0' + g_unichar_digit_value(c)));
		else if (g_unichar_isspace(c))
			g_string_append_c(shape, ' ');
		else if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION ||
		    c == 0x2212 || c == 0x30fc || c == 0x3161 ||
		    strchr("~_./*", (int)(c < 0x80 ? c : 'x')) != NULL)
			g_string_append_c(shape, '-');
		else if (g_unichar_type(c) != G_UNICODE_FORMAT &&
		    g_unichar_type(c) != G_UNICODE_CONTROL)
			g_string_append_c(shape, c == '+' ? '+' : 'x');
	}
	return g_string_free(shape, FALSE);
}

static size_t
digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

static bool
is_date(const char *yymmdd)
{
	static const int days[] = {
	    31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int month = (yymmdd[2] - '0') * 10 + yymmdd[3] - '0';
	int day = (yymmdd[4] - '0') * 10 + yymmdd[5] - '0';

	return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/* first: the six digits, sex: the digit that tells century and sex. */
static bool
is_number(const char *first, char sex)
{
	return is_date(first) && sex >= '1' && sex <= '8';
}

/* The two halves begin at s, where a run of n digits begins. */
static bool
halves_at(const char *s, size_t n)
{
	const char *second = s + n;

	if (n == WHOLE)
		return is_number(s, s[HALF]);
	if (n != HALF && n != HALF + 2)
		return false;
	second += strspn(second, "- ");
	if (second == s + n || second - (s + n) > 4)
		return false;
	return digits_at(second) == REST &&
	    is_number(s + n - HALF, *second);
}

/* "0 1 0 3 0 9 - 3 1 2 3 4 5 6": one digit in each box of a form. */
static bool
is_boxed(const char *shape)
{
	char digits[WHOLE + 1];
	size_t n = 0;

	for (; *shape != '\0'; shape++) {
		if (*shape == ' ' || *shape == '-')
			continue;
		if (!g_ascii_isdigit(*shape) || g_ascii_isdigit(shape[1]) ||
		    n == WHOLE)
			return false;
		digits[n++] = *shape;
	}
	return n == WHOLE && is_number(digits, digits[HALF]);
}

bool
resident_in_text(const char *s)
{
	char *shape;
	size_t i, n;
	bool found = false;

	if (strlen(s) < WHOLE)
		return false;
	shape = shape_of(s);
	for (i = 0; shape[i] != '\0' && !found; i += n > 0 ? n : 1) {
		n = digits_at(shape + i);
		if (n >= HALF && (i == 0 || shape[i - 1] != '+'))
			found = halves_at(shape + i, n);
	}
	if (!found)
		found = is_boxed(shape);
	g_free(shape);
	return found;
}

/* Zeros before n digits up to thirteen; born from 2000 on, so 3, 4, 7 or 8. */
static bool
in_padded(const char *digits, size_t n)
{
	char all[WHOLE + 1];

	memset(all, '0', WHOLE);
	memcpy(all + WHOLE - n, digits, n);
	if (n == WHOLE)
		return is_number(all, all[HALF]);
	return is_date(all) && strchr("3478", all[HALF]) != NULL;
}

bool
resident_in_number(const char *digits)
{
	size_t n = digits_at(digits);

	if (digits[n] != '\0')
		return resident_in_text(digits);
	return n >= 11 && n <= WHOLE && in_padded(digits, n);
}

bool
resident_in_short_number(const char *digits)
{
	return digits_at(digits) == 10 && digits[10] == '\0' &&
	    in_padded(digits, 10);
}

bool
resident_heading(const char *s)
{
	static const char *const names[] = {"주민번호", "주민등록번호",
	    "주민등록번호앞자리", "주민등록번호뒷자리", "주민번호앞자리",
	    "주민번호뒷자리", "주민번호뒤7자리", "주민등록번호뒤7자리",
	    "뒷자리", "주민", "외국인등록번호",
	    "주민등록번호외국인등록번호", "residentregistrationnumber",
	    "residentregistrationno", "residentnumber", "residentno",
	    "residentid", "rrn", "alienregistrationnumber"};
	char *letters;
	size_t i;
	bool found = false;

	if (strlen(s) > 200)
		return false;
	letters = unitext_letters(s, false);
	for (i = 0; i < G_N_ELEMENTS(names) && !found; i++)
		found = strcmp(letters, names[i]) == 0;
	g_free(letters);
	return found;
}

bool
resident_below_heading(const char *s)
{
	char *shape = shape_of(s);
	bool is_power = strchr(shape, '+') != NULL;
	size_t i, n = 0;

	/* Stars that hide digits count as digits. */
	for (i = 0; shape[i] != '\0'; i++)
		n += g_ascii_isdigit(shape[i]) != 0;
	for (; *s != '\0'; s++)
		n += *s == '*';
	g_free(shape);
	/* Eight digits are a date, unless they are 1.03093E+11. */
	return n >= REST && (n != HALF + 2 || is_power);
}
