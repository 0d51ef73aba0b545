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

/* A value of a text, with [name] as [col_name]. */
static void
append_name(GString *out, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		g_string_append_c(out, name[i]);
		if (name[i] == '[')
			g_string_append(out, "col_");
	}
}

/* {name:one|many} becomes an {if}, the # in it {name}. */
static void
append_choice(GString *out, const char *inside, const char *colon, size_t len)
{
	GString *name, *value;

	name = g_string_new(NULL);
	append_name(name, inside, (size_t)(colon - inside));
	value = g_string_new(NULL);
	g_string_printf(value, "{%s}", name->str);
	len -= (size_t)(colon + 1 - inside);
	g_string_append_printf(out, "{if (%s == 1)}", name->str);
	i18n_branch(out, colon + 1, len, "1");
	g_string_append(out, "{else}");
	i18n_branch(out, colon + 1, len, value->str);
	g_string_append(out, "{end}");
	g_string_free(value, TRUE);
	g_string_free(name, TRUE);
}

/* A translated text: escaped, and its values treated as expressions. */
static void
append_text(GString *out, const char *text)
{
	const char *p, *end, *colon;
	GString *escaped;

	escaped = g_string_new(NULL);
	append_escaped(escaped, text);
	for (p = escaped->str; *p != '\0'; p++) {
		end = *p == '{' ? strchr(p, '}') : NULL;
		if (end == NULL) {
			g_string_append_c(out, *p);
			continue;
		}
		colon = i18n_colon(p + 1, (size_t)(end - p - 1));
		if (colon != NULL)
			append_choice(out, p + 1, colon,
			    (size_t)(end - p - 1));
		else {
			g_string_append_c(out, '{');
			append_name(out, p + 1, (size_t)(end - p - 1));
			g_string_append_c(out, '}');
		}
		p = end;
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
