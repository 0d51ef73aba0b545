#include "unitext.h"

#include <stdlib.h>
#include <string.h>

#include "log.h"

/*
 * Text without a letter that could combine needs no normalising; nearly all
 * cells are of this kind, and the walk costs a tenth of g_utf8_normalize().
 */
static bool
is_plain(const char *s, size_t len)
{
	const char *end = s + len;
	gunichar c;

	for (; s < end; s = g_utf8_next_char(s)) {
		if ((unsigned char)*s < 0x80)
			continue;
		c = g_utf8_get_char(s);
		if (c < 0x300)
			continue;
		if (c >= 0xac00 && c <= 0xd7a3)
			continue;
		if (c >= 0x4e00 && c <= 0x9fff)
			continue;
		return false;
	}
	return true;
}

char *
unitext_normal(const char *s, gssize len, GNormalizeMode mode)
{
	char *t = g_utf8_normalize(s, len, mode);

	if (t == NULL && g_utf8_validate(s, len, NULL))
		log_die("out of memory");
	return t;
}

char *
unitext_nfc(const char *s, size_t len)
{
	char *t;

	if (is_plain(s, len))
		return g_strndup(s, len);
	t = unitext_normal(s, (gssize)len, G_NORMALIZE_NFC);
	return t != NULL ? t : g_strdup("");
}

char *
unitext_nfkc(const char *s)
{
	const char *p;
	char *t;

	for (p = s; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80)
			break;
	if (*p == '\0')
		return g_strdup(s);
	t = unitext_normal(s, -1, G_NORMALIZE_NFKC);
	return t != NULL ? t : g_strdup("");
}

static bool
is_filler(gunichar c)
{
	return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 ||
	    c == 0x034f || c == 0x17b4 || c == 0x17b5 || c == 0x2800;
}

static bool
is_hidden(gunichar c)
{
	switch (g_unichar_type(c)) {
	case G_UNICODE_CONTROL:
	case G_UNICODE_FORMAT:
	case G_UNICODE_SURROGATE:
	case G_UNICODE_LINE_SEPARATOR:
	case G_UNICODE_PARAGRAPH_SEPARATOR:
		return true;
	default:
		return is_filler(c);
	}
}

/* What may be cut off an end: spaces, line ends and what has no width. */
static bool
is_blank(gunichar c)
{
	return g_unichar_isspace(c) || c == 0xa0 || c == 0x2007 || c == 0x202f ||
	    c == 0xfeff || (c >= 0x200b && c <= 0x200f) || c == 0x2060 ||
	    c == 0x3164 || c == 0x00ad;
}

char *
unitext_trim(char *s)
{
	char *from = s, *end = s + strlen(s), *last;

	while (from < end && is_blank(g_utf8_get_char(from)))
		from = g_utf8_next_char(from);
	while (end > from) {
		last = g_utf8_prev_char(end);
		if (!is_blank(g_utf8_get_char(last)))
			break;
		end = last;
	}
	memmove(s, from, (size_t)(end - from));
	s[end - from] = '\0';
	return s;
}

char *
unitext_squeeze(char *s)
{
	char *in = s, *out = s, *next;
	bool space = false;
	gunichar c;

	for (; *in != '\0'; in = next) {
		next = g_utf8_next_char(in);
		c = g_utf8_get_char(in);
		if (g_unichar_isspace(c) || c == 0xa0) {
			if (!space)
				*out++ = ' ';
			space = true;
			continue;
		}
		space = false;
		memmove(out, in, (size_t)(next - in));
		out += next - in;
	}
	*out = '\0';
	return s;
}

size_t
unitext_length(const char *s)
{
	return (size_t)g_utf8_strlen(s, -1);
}

bool
unitext_has_hidden(const char *s)
{
	for (; *s != '\0'; s = g_utf8_next_char(s))
		if (is_hidden(g_utf8_get_char(s)))
			return true;
	return false;
}

bool
unitext_has_lost(const char *s)
{
	return strstr(s, "\xef\xbf\xbd") != NULL;
}

static bool
is_one_of(gunichar c, const char *set)
{
	return c < 0x80 && strchr(set, (int)c) != NULL;
}

char *
unitext_letters(const char *s, bool with_brackets)
{
	char *plain = unitext_nfkc(s), *small = g_utf8_strdown(plain, -1);
	GString *out = g_string_new(NULL);
	const char *p;
	int depth = 0;
	gunichar c;

	for (p = small; *p != '\0'; p = g_utf8_next_char(p)) {
		c = g_utf8_get_char(p);
		if (is_one_of(c, "([{<"))
			depth++;
		else if (is_one_of(c, ")]}>"))
			depth -= depth > 0;
		else if ((depth == 0 || with_brackets) &&
		    g_unichar_isalnum(c))
			g_string_append_unichar(out, c);
	}
	g_free(small);
	free(plain);
	return g_string_free(out, FALSE);
}
