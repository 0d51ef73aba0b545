#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "arena.h"
#include "register.h"
#include "shelf.h"

void
slots_read(struct arena *a, const char *text, struct slots *to)
{
	const char *p;
	struct slot *t;

	to->n = 0;
	if (*text == '\0')
		return;
	for (p = text, to->n = 1; *p != '\0'; p++)
		to->n += *p == ';';
	to->at = arena_alloc(a, to->n * sizeof(*to->at));
	for (p = text, t = to->at; p != NULL; p = strchr(p, ';'), t++) {
		p += *p == ';';
		if (sscanf(p, "%d %d %d", &t->day, &t->from, &t->till) != 3)
			break;
	}
	to->n = (size_t)(t - to->at);
}

int
slot_meets(const struct slot *a, const struct slot *b)
{
	return a->day == b->day && a->from < b->till && b->from < a->till;
}

const struct section *
shelf_find(const struct shelf *s, const char *code)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (strcmp(s->sections[i].code, code) == 0)
			return &s->sections[i];
	return NULL;
}

const char *
shelf_chosen(struct req *req, const struct shelf *s,
    const char *const *codes, size_t n)
{
	struct db_rows *rows = section_rows(req->arena);
	GString *all = g_string_new(NULL);
	const struct section *found;
	const char *const *html;
	const char *text;
	size_t i;
	int k;

	for (i = 0, k = 0; i < n; i++)
		if ((found = shelf_find(s, codes[i])) != NULL)
			section_put(rows, k++, found, found->why, found->tick);
	html = view_rows_html(req, "register/chosen_row", rows);
	for (i = 0; html != NULL && (int)i < k; i++)
		g_string_append(all, html[i]);
	text = arena_strdup(req->arena, all->str);
	g_string_free(all, TRUE);
	return html == NULL ? NULL : text;
}

const char *
shelf_choices(struct req *req, const struct db_rows *choices, const char *kind)
{
	const char *const *html = view_rows_html(req, "register/index_choice",
	    choices);
	GString *all = g_string_new(NULL);
	const char *text;
	int i;

	for (i = 0; html != NULL && i < db_count(choices); i++)
		if (strcmp(db_get(choices, i, "kind"), kind) == 0)
			g_string_append(all, html[i]);
	text = arena_strdup(req->arena, all->str);
	g_string_free(all, TRUE);
	return text;
}

static const struct db_column columns[SEC__N] = {
	[SEC_CODE] = { "code", DB_TEXT }, [SEC_NAME] = { "name", DB_TEXT },
	[SEC_MAJOR] = { "major", DB_TEXT },
	[SEC_CREDITS] = { "credits", DB_INT },
	[SEC_INSTRUCTOR] = { "instructor", DB_TEXT },
	[SEC_ROOM] = { "room", DB_TEXT }, [SEC_TIMES] = { "times", DB_TEXT },
	[SEC_CAPACITY] = { "capacity", DB_INT },
	[SEC_TAKEN] = { "taken", DB_INT }, [SEC_WHY] = { "why", DB_TEXT },
	[SEC_OTHER] = { "other", DB_TEXT },
	[SEC_OTHER_WHEN] = { "other_when", DB_TEXT },
	[SEC_TICK] = { "tick", DB_BOOL }, [SEC_TICKED] = { "ticked", DB_BOOL },
	[SEC_AGREED] = { "agreed", DB_INT },
	[SEC_AGREED_TAKEN] = { "agreed_taken", DB_INT },
	[SEC_WAIT] = { "wait", DB_BOOL },
};

struct db_rows *
section_rows(struct arena *a)
{
	return db_rows_new(a, columns, SEC__N);
}

void
section_put(struct db_rows *rows, int row, const struct section *s,
    const char *why, int tick)
{
	db_rows_set(rows, row, SEC_CODE, s->code);
	db_rows_set(rows, row, SEC_NAME, s->name);
	db_rows_set(rows, row, SEC_MAJOR, s->major);
	db_rows_set(rows, row, SEC_CREDITS, s->credits);
	db_rows_set(rows, row, SEC_INSTRUCTOR, s->instructor);
	db_rows_set(rows, row, SEC_ROOM, s->room);
	db_rows_set(rows, row, SEC_TIMES, s->times);
	db_rows_set(rows, row, SEC_CAPACITY, s->capacity);
	db_rows_set(rows, row, SEC_TAKEN, s->taken);
	db_rows_set(rows, row, SEC_WHY, why);
	db_rows_bool(rows, row, SEC_TICK, tick);
	db_rows_bool(rows, row, SEC_WAIT, s->wait && strcmp(why, "full") == 0);
}
