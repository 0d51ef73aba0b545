#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "jcs.h"

#define DEPTH_MAX	64

static int put(GString *out, const json_t *v, int depth);

/* Names are sorted by their UTF-16 units, as RFC 8785 3.2.3 wants it. */
static int
compare(const void *a, const void *b)
{
	const char *p = *(const char *const *)a, *q = *(const char *const *)b;
	gunichar c, d;

	for (; *p != '\0' && *q != '\0'; p = g_utf8_next_char(p),
	    q = g_utf8_next_char(q)) {
		c = g_utf8_get_char(p);
		d = g_utf8_get_char(q);
		if (c == d)
			continue;
		/* A letter beyond the first plane begins with a unit from
		 * D800 on, which stands before E000 to FFFF. */
		if ((c >= 0x10000) != (d >= 0x10000)) {
			if (c >= 0x10000)
				c = 0xd800;
			else
				d = 0xd800;
		}
		return c < d ? -1 : 1;
	}
	return (*p != '\0') - (*q != '\0');
}

static void
put_string(GString *out, const char *s)
{
	g_string_append_c(out, '"');
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", c);
		else if (c >= 0x20)
			g_string_append_c(out, (char)c);
		else if (strchr("\b\t\n\f\r", c) != NULL)
			g_string_append_printf(out, "\\%c",
			    "btn?fr"[c - '\b']);
		else
			g_string_append_printf(out, "\\u%04x", c);
	}
	g_string_append_c(out, '"');
}

/* The digits that give the same number back, as few as possible; and its
 * exponent: 0.DIGITS times ten to that power. */
static int
shortest(double value, char digits[20])
{
	char text[40];
	int precision, i, n = 0;

	for (precision = 0; precision < 17; precision++) {
		snprintf(text, sizeof(text), "%.*e", precision, value);
		if (strtod(text, NULL) == value)
			break;
	}
	for (i = 0; text[i] != 'e'; i++)
		if (text[i] != '.')
			digits[n++] = text[i];
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	return atoi(text + i + 1) + 1;
}

/* As ECMAScript writes numbers (RFC 8785 3.2.2.3). */
static int
put_number(GString *out, double value)
{
	char digits[20];
	int n, e, i;

	if (!isfinite(value))
		return -1;
	if (value == 0) {
		g_string_append_c(out, '0');
		return 0;
	}
	if (value < 0)
		g_string_append_c(out, '-');
	e = shortest(fabs(value), digits);
	n = (int)strlen(digits);
	if (e > 21 || e < -5) {
		g_string_append_c(out, digits[0]);
		if (n > 1)
			g_string_append_printf(out, ".%s", digits + 1);
		g_string_append_printf(out, "e%+d", e - 1);
	} else if (e <= 0) {
		g_string_append(out, "0.");
		for (i = e; i < 0; i++)
			g_string_append_c(out, '0');
		g_string_append(out, digits);
	} else if (n > e) {
		g_string_append_len(out, digits, e);
		g_string_append_printf(out, ".%s", digits + e);
	} else {
		g_string_append(out, digits);
		for (i = n; i < e; i++)
			g_string_append_c(out, '0');
	}
	return 0;
}

static int
put_object(GString *out, const json_t *v, int depth)
{
	json_t *object = (json_t *)v, *value;
	size_t n = json_object_size(v), i = 0;
	const char **names, *name;
	int rc = 0;

	names = g_new(const char *, n + 1);
	json_object_foreach(object, name, value)
		names[i++] = name;
	qsort(names, n, sizeof(*names), compare);
	g_string_append_c(out, '{');
	for (i = 0; i < n && rc == 0; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		put_string(out, names[i]);
		g_string_append_c(out, ':');
		rc = put(out, json_object_get(v, names[i]), depth + 1);
	}
	g_string_append_c(out, '}');
	g_free(names);
	return rc;
}

static int
put_array(GString *out, const json_t *v, int depth)
{
	size_t i;
	int rc = 0;

	g_string_append_c(out, '[');
	for (i = 0; i < json_array_size(v) && rc == 0; i++) {
		if (i > 0)
			g_string_append_c(out, ',');
		rc = put(out, json_array_get(v, i), depth + 1);
	}
	g_string_append_c(out, ']');
	return rc;
}

static int
put(GString *out, const json_t *v, int depth)
{
	if (depth > DEPTH_MAX || v == NULL)
		return -1;
	switch (json_typeof(v)) {
	case JSON_OBJECT:
		return put_object(out, v, depth);
	case JSON_ARRAY:
		return put_array(out, v, depth);
	case JSON_STRING:
		put_string(out, json_string_value(v));
		return 0;
	case JSON_INTEGER:
	case JSON_REAL:
		return put_number(out, json_number_value(v));
	case JSON_TRUE:
		g_string_append(out, "true");
		return 0;
	case JSON_FALSE:
		g_string_append(out, "false");
		return 0;
	default:
		g_string_append(out, "null");
		return 0;
	}
}

char *
jcs_text(const json_t *v, size_t *len)
{
	GString *out = g_string_new(NULL);
	char *text;

	if (put(out, v, 0) != 0) {
		g_string_free(out, TRUE);
		return NULL;
	}
	*len = out->len;
	text = strdup(out->str);
	g_string_free(out, TRUE);
	return text;
}

static int
depth_fits(const json_t *v, int depth)
{
	json_t *value;
	const char *name;
	size_t i;

	if (depth > DEPTH_MAX)
		return 0;
	if (json_is_object(v))
		json_object_foreach((json_t *)v, name, value)
			if (!depth_fits(value, depth + 1))
				return 0;
	if (json_is_array(v))
		json_array_foreach(v, i, value)
			if (!depth_fits(value, depth + 1))
				return 0;
	return 1;
}

json_t *
jcs_read(const char *text, size_t len)
{
	json_t *v = json_loadb(text, len, JSON_REJECT_DUPLICATES |
	    JSON_DECODE_INT_AS_REAL, NULL);

	if (v != NULL && !depth_fits(v, 0)) {
		json_decref(v);
		return NULL;
	}
	return v;
}
