#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "own.h"
#include "register.h"

static int
holds_seat(const char *state)
{
	return strcmp(state, "enrolled") == 0 ||
	    strcmp(state, "withdraw_requested") == 0 ||
	    strcmp(state, "withdraw_home_confirmed") == 0 ||
	    strcmp(state, "completed") == 0;
}

/* Cuts the text at the next `end`; NULL after the last. */
static char *
cut(char **text, char end)
{
	char *field = *text, *p;

	if (field == NULL)
		return NULL;
	p = strchr(field, end);
	if (p != NULL)
		*p++ = '\0';
	*text = p;
	return field;
}

static const char *
or_empty(const char *text)
{
	return text == NULL ? "" : text;
}

static int
by_code(const void *a, const void *b)
{
	const struct own_section *x = a, *y = b;

	return strcmp(x->code, y->code);
}

/* Lines of sojourn.section_line, in order of code. */
static size_t
read_lines(struct req *req, const char *lines, struct own_section *to)
{
	char *text = arena_strdup(req->arena, lines), *line;
	size_t n = 0;

	while (*lines != '\0' && (line = cut(&text, '\n')) != NULL) {
		to[n].code = cut(&line, '\t');
		to[n].state = or_empty(cut(&line, '\t'));
		to[n].credits = atoi(or_empty(cut(&line, '\t')));
		to[n].room = or_empty(cut(&line, '\t'));
		to[n].holds = holds_seat(to[n].state);
		slots_read(req->arena, or_empty(line), &to[n].slots);
		n++;
	}
	qsort(to, n, sizeof(*to), by_code);
	return n;
}

static size_t
count_lines(const char *text)
{
	size_t n = *text != '\0';

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

struct own *
own_read(struct req *req, const struct db_rows *state)
{
	const char *mine = db_get(state, 0, "own");
	const char *cart = db_get(state, 0, "cart");
	struct own *own = arena_alloc(req->arena, sizeof(*own));

	own->sections = arena_alloc(req->arena, (count_lines(mine) +
	    count_lines(cart) + 1) * sizeof(*own->sections));
	own->n = read_lines(req, mine, own->sections);
	own->ncart = read_lines(req, cart, own->sections + own->n);
	own->agreed = db_get(state, 0, "agreed");
	own->have = (int)db_int(state, 0, "have");
	own->max = db_null(state, 0, "max_credits") ? -1 :
	    (int)db_int(state, 0, "max_credits");
	own->kind = db_get(state, 0, "tick_kind");
	own->can_add = db_bool(state, 0, "can_add");
	own->can_cancel = db_bool(state, 0, "can_cancel");
	return own;
}

enum mine { M_CODE, M_NAME, M_CREDITS, M_ROOM, M_TIMES, M_STATE, M_LEAVE,
    M_WHY, M_LOST, M_UNTIL, M_LATE, M__N };
static const struct db_column mine_columns[M__N] = {
	[M_CODE] = { "code", DB_TEXT }, [M_NAME] = { "name", DB_TEXT },
	[M_CREDITS] = { "credits", DB_INT }, [M_ROOM] = { "room", DB_TEXT },
	[M_TIMES] = { "times", DB_TEXT }, [M_STATE] = { "state", DB_TEXT },
	[M_LEAVE] = { "leave", DB_BOOL }, [M_WHY] = { "why", DB_TEXT },
	[M_LOST] = { "lost", DB_INT }, [M_UNTIL] = { "until", DB_TEXT },
	[M_LATE] = { "late", DB_BOOL },
};

struct db_rows *
own_mine(struct req *req, const struct own *own, const struct shelf *s)
{
	struct db_rows *rows = db_rows_new(req->arena, mine_columns, M__N);
	const struct own_section *e;
	const struct section *on;
	int i;

	for (i = 0; i < (int)own->n; i++) {
		e = &own->sections[i];
		on = shelf_find(s, e->code);
		if (on == NULL || strcmp(e->state, "closed_by_host") == 0)
			return NULL;
		db_rows_set(rows, i, M_CODE, e->code);
		db_rows_set(rows, i, M_NAME, on->name);
		db_rows_int(rows, i, M_CREDITS, e->credits);
		db_rows_set(rows, i, M_ROOM, e->room);
		db_rows_set(rows, i, M_TIMES, on->times);
		db_rows_set(rows, i, M_STATE, e->state);
		db_rows_bool(rows, i, M_LEAVE, own->can_cancel &&
		    strcmp(e->state, "enrolled") == 0);
	}
	return rows;
}
