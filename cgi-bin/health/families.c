#include <string.h>

#include <glib.h>

#include "arena.h"
#include "health.h"

struct families {
	GHashTable	*texts;		/* "# HELP name" line -> GString */
	GPtrArray	*order;		/* the GStrings as they came */
};

struct families *
families_new(void)
{
	struct families *f = g_new0(struct families, 1);

	f->texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	f->order = g_ptr_array_new();
	return f;
}

/* The family that begins with this line; a new one gets line and type. */
static GString *
family(struct families *f, const char *help, size_t len, const char *type,
    size_t type_len)
{
	char *key = g_strndup(help, len);
	GString *text = g_hash_table_lookup(f->texts, key);

	if (text != NULL) {
		g_free(key);
		return text;
	}
	text = g_string_new_len(help, (gssize)len);
	g_string_append_len(text, type, (gssize)type_len);
	g_hash_table_insert(f->texts, key, text);
	g_ptr_array_add(f->order, text);
	return text;
}

static size_t
line_length(const char *p)
{
	const char *end = strchr(p, '\n');

	return end == NULL ? strlen(p) : (size_t)(end - p) + 1;
}

/* Each family is a HELP line, a TYPE line and its figures. */
void
families_add(struct families *f, const char *text)
{
	GString *now = NULL;
	const char *p;
	size_t n, m;

	for (p = text; *p != '\0'; p += n) {
		n = line_length(p);
		if (strncmp(p, "# HELP ", 7) == 0) {
			m = line_length(p + n);
			now = family(f, p, n, p + n, m);
			n += m;
		} else if (now != NULL)
			g_string_append_len(now, p, (gssize)n);
	}
}

const char *
families_end(struct families *f, struct req *req)
{
	GString *all = g_string_new(NULL);
	const char *text;
	guint i;

	for (i = 0; i < f->order->len; i++) {
		GString *s = f->order->pdata[i];

		g_string_append_len(all, s->str, (gssize)s->len);
		g_string_free(s, TRUE);
	}
	text = arena_strndup(req->arena, all->str, all->len);
	g_string_free(all, TRUE);
	g_ptr_array_free(f->order, TRUE);
	g_hash_table_destroy(f->texts);
	g_free(f);
	return text;
}
