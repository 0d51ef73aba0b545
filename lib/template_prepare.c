#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "i18n.h"
#include "template.h"

/*
 * A translated text goes into HTML: its own < > & " are escaped, {name} stays
 * a value.
 */
static void
append_escaped(GString *out, const char *s)
{
	for (; *s != '\0'; s++) {
		switch (*s) {
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '"':
			g_string_append(out, "&quot;");
			break;
		default:
			g_string_append_c(out, *s);
		}
	}
}

/* Reads the string after {_(" up to ")}; returns the byte after it. */
static const char *
read_mark(const char *p, GString *msgid)
{
	for (; *p != '\0' && *p != '"'; p++) {
		if (*p == '\\' && p[1] != '\0')
			p++;
		g_string_append_c(msgid, *p);
	}
	if (strncmp(p, "\")}", 3) != 0)
		return NULL;
	return p + 3;
}

/* Copies {…}, writing [name] as [col_name]. */
static const char *
copy_expression(const char *p, GString *out)
{
	int quoted = 0;

	for (; *p != '\0'; p++) {
		g_string_append_c(out, *p);
		if (*p == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (*p == '}')
			return p + 1;
		if (*p == '[' && (isalpha((unsigned char)p[1]) || p[1] == '_'))
			g_string_append(out, "col_");
	}
	return NULL;
}

/* A translated text: escaped, and its values treated as expressions. */
static void
append_text(GString *out, const char *text)
{
	GString *escaped;
	const char *p;
	int inside = 0;

	escaped = g_string_new(NULL);
	append_escaped(escaped, text);
	for (p = escaped->str; *p != '\0'; p++) {
		g_string_append_c(out, *p);
		if (*p == '{')
			inside = 1;
		else if (*p == '}')
			inside = 0;
		else if (inside && *p == '[')
			g_string_append(out, "col_");
	}
	g_string_free(escaped, TRUE);
}

char *
template_prepare(const char *text, const char *lang,
    void (*each)(const char *, void *), void *arg, const char **error)
{
	GString *out, *msgid;
	const char *p = text;

	out = g_string_new(NULL);
	msgid = g_string_new(NULL);
	*error = NULL;
	while (*p != '\0' && *error == NULL) {
		if (*p == '\\' && p[1] != '\0') {
			g_string_append_len(out, p, 2);
			p += 2;
		} else if (strncmp(p, "{_(\"", 4) == 0) {
			g_string_truncate(msgid, 0);
			p = read_mark(p + 4, msgid);
			if (p == NULL)
				*error = "a marked text does not end in \")}";
			else if (each != NULL)
				each(msgid->str, arg);
			append_text(out, i18n_text(lang, msgid->str));
		} else if (*p == '{') {
			p = copy_expression(p, out);
			if (p == NULL)
				*error = "an expression has no closing brace";
		} else
			g_string_append_c(out, *p++);
		if (p == NULL)
			break;
	}
	g_string_free(msgid, TRUE);
	if (*error != NULL) {
		g_string_free(out, TRUE);
		return NULL;
	}
	return g_string_free(out, FALSE);
}
