#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "press.h"

const char *
draft_text(struct draft *d, const char *msgid)
{
	return i18n_text(d->lang, msgid);
}

const char *
draft_with(struct draft *d, const char *msgid, const char *name,
    const char *value)
{
	const char *text = draft_text(d, msgid), *at;
	char *mark = arena_printf(d->arena, "{%s}", name);

	at = strstr(text, mark);
	if (at == NULL)
		return text;
	return arena_printf(d->arena, "%.*s%s%s", (int)(at - text), text,
	    value, at + strlen(mark));
}

const char *
draft_get(struct draft *d, const json_t *object, const char *key)
{
	const json_t *v = json_object_get(object, key);

	if (json_is_string(v))
		return arena_strdup(d->arena, json_string_value(v));
	if (json_is_number(v))
		return arena_printf(d->arena, "%g", json_number_value(v));
	return "";
}

void
draft_field(struct draft *d, const char *label, const char *value)
{
	if (*value == '\0' || d->paper.nfields == DRAFT_FIELDS)
		return;
	d->fields[d->paper.nfields++] = (struct paper_field){
	    draft_text(d, label), value };
}

void
draft_note(struct draft *d, const char *text)
{
	if (*text != '\0' && d->paper.nnotes < DRAFT_TEXTS)
		d->notes[d->paper.nnotes++] = text;
}

void
draft_paragraph(struct draft *d, const char *text)
{
	if (*text != '\0' && d->paper.nparagraphs < DRAFT_TEXTS)
		d->paragraphs[d->paper.nparagraphs++] = text;
}

static struct paper_column *
titles(struct draft *d, const struct draft_column *columns, size_t n)
{
	struct paper_column *out = arena_alloc(d->arena, n * sizeof(*out));
	size_t i;

	for (i = 0; i < n; i++) {
		out[i].title = draft_text(d, columns[i].title);
		out[i].share = columns[i].share;
		out[i].align = columns[i].align;
	}
	return out;
}

void
draft_table(struct draft *d, const char *caption, const char *array,
    const struct draft_column *columns, size_t n, const char *const *foot)
{
	draft_table_of(d, draft_text(d, caption), json_object_get(d->content,
	    array), columns, n, foot);
}

void
draft_table_of(struct draft *d, const char *caption, const json_t *rows,
    const struct draft_column *columns, size_t n, const char *const *foot)
{
	size_t nrows = json_array_size(rows), i, c;
	struct paper_table *t;
	const char **cells, *value;

	if (d->paper.ntables == DRAFT_TABLES)
		return;
	cells = arena_alloc(d->arena, (nrows * n + 1) * sizeof(*cells));
	for (i = 0; i < nrows; i++)
		for (c = 0; c < n; c++) {
			value = draft_get(d, json_array_get(rows, i),
			    columns[c].key);
			cells[i * n + c] = columns[c].say == NULL ? value :
			    columns[c].say(d, value);
		}
	t = &d->tables[d->paper.ntables++];
	t->caption = caption;
	t->columns = titles(d, columns, n);
	t->ncolumns = n;
	t->cells = cells;
	t->nrows = nrows;
	t->foot = foot;
}

const char *
draft_date(struct draft *d, const char *date)
{
	static const char *const months[] = { "January", "February", "March",
	    "April", "May", "June", "July", "August", "September", "October",
	    "November", "December" };
	int year, month, day;

	if (sscanf(date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 ||
	    month > 12)
		return "";
	if (strcmp(d->lang, "ko") == 0)
		return arena_printf(d->arena, "%d년 %d월 %d일", year, month,
		    day);
	if (strcmp(d->lang, "ja") == 0)
		return arena_printf(d->arena, "%d年%d月%d日", year, month, day);
	return arena_printf(d->arena, "%d %s %d", day, months[month - 1],
	    year);
}

const char *
draft_term(struct draft *d, const char *code)
{
	const char *text = code;
	char year[5];

	if (strlen(code) != 6)
		return code;
	snprintf(year, sizeof(year), "%.4s", code);
	switch (code[5]) {
	case '1':
		text = N_("First semester of {year}");
		break;
	case '2':
		text = N_("Second semester of {year}");
		break;
	case 'S':
		text = N_("Summer term of {year}");
		break;
	case 'W':
		text = N_("Winter term of {year}");
		break;
	default:
		break;
	}
	return draft_with(d, text, "year", arena_strdup(d->arena, year));
}
