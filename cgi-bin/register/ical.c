#include <string.h>

#include "ical.h"

#define FOLD	75	/* octets of a line without its end (3.1) */

/* A continuation byte of UTF-8, before which no line may be cut. */
static int
is_inside(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

void
ical_line(GString *out, const char *name, const char *value)
{
	GString *line;
	const char *p;
	size_t left, n, room = FOLD;

	line = g_string_new(name);
	g_string_append_c(line, ':');
	g_string_append(line, value);
	for (p = line->str, left = line->len; left > room; left -= n, p += n) {
		for (n = room; n > 1 && is_inside(p[n]); n--)
			continue;
		g_string_append_len(out, p, (gssize)n);
		g_string_append(out, "\r\n ");
		room = FOLD - 1;	/* the space counts */
	}
	g_string_append_len(out, p, (gssize)left);
	g_string_append(out, "\r\n");
	g_string_free(line, TRUE);
}

void
ical_text(GString *out, const char *name, const char *text)
{
	GString *value;
	const char *p;

	value = g_string_new(NULL);
	for (p = text; *p != '\0'; p++) {
		if (*p == '\\' || *p == ';' || *p == ',')
			g_string_append_printf(value, "\\%c", *p);
		else if (*p == '\n')
			g_string_append(value, "\\n");
		else if ((unsigned char)*p >= ' ' && *p != 0x7f)
			g_string_append_c(value, *p);
	}
	ical_line(out, name, value->str);
	g_string_free(value, TRUE);
}
