#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <ctpl/ctpl.h>

#include "app.h"
#include "arena.h"
#include "conf.h"
#include "db.h"
#include "frame.h"
#include "log.h"
#include "pack.h"
#include "template.h"

/* The one module that pushes into CTPL; what it pushes is escaped. */

#define COLUMNS_MAX	250

/* PostgreSQL's type numbers that are not shown as text. */
enum { T_BOOL = 16, T_INT8 = 20, T_INT2 = 21, T_INT4 = 23, T_DATE = 1082,
    T_STAMP = 1184 };

struct view {
	struct req	*req;
	const char	*name, *title;
	CtplEnviron	*env;
	/* One number per column name of the page, whatever list it is in. */
	const char	*columns[COLUMNS_MAX];
	int		 ncolumns;
	/* What is put in for the mark. */
	const char	*mark;
	const struct piece *pieces;
	size_t		 npieces;
};

void
view_init(const struct conf *conf, const char *program)
{
	/* GLib's slices would hide one thread's memory from another's check. */
	template_load(conf, program);
	frame_init(conf);
}

const char *
html_escape(struct req *req, const char *text)
{
	size_t extra = 0;
	const char *s;
	char *out, *p;

	for (s = text; *s != '\0'; s++)
		if (strchr("<>&\"'", *s) != NULL)
			extra += 5;
	if (extra == 0)
		return text;
	out = p = arena_alloc(req->arena, strlen(text) + extra + 1);
	for (s = text; *s != '\0'; s++) {
		switch (*s) {
		case '<':
			p = stpcpy(p, "&lt;");
			break;
		case '>':
			p = stpcpy(p, "&gt;");
			break;
		case '&':
			p = stpcpy(p, "&amp;");
			break;
		case '"':
			p = stpcpy(p, "&quot;");
			break;
		case '\'':
			p = stpcpy(p, "&#39;");
			break;
		default:
			*p++ = *s;
		}
	}
	*p = '\0';
	return out;
}

static void
env_free(void *env)
{
	ctpl_environ_unref(env);
}

struct view *
view_new(struct req *req, const char *name)
{
	struct view *v;

	v = arena_alloc(req->arena, sizeof(*v));
	v->req = req;
	v->name = name;
	v->title = "";
	v->env = ctpl_environ_new();
	arena_defer(req->arena, env_free, v->env);
	view_text(v, "lang", req->lang);
	view_text(v, "csrf", req->csrf);
	/* Never the id of the form just sent: a refusal has used it up, and
	 * pressing again is a new request. */
	view_text(v, "request", req_fresh_id(req));
	view_text(v, "path", req->path);
	return v;
}

void
view_text(struct view *v, const char *name, const char *value)
{
	if (strcmp(name, "title") == 0)
		v->title = value;
	ctpl_environ_push_string(v->env, name,
	    html_escape(v->req, value == NULL ? "" : value));
}

void
view_int(struct view *v, const char *name, long long value)
{
	ctpl_environ_push_int(v->env, name, (glong)value);
}

void
view_raw_html(struct view *v, const char *name, const char *html)
{
	ctpl_environ_push_string(v->env, name, html);
}

void
view_pieces(struct view *v, const char *name, const struct piece *pieces,
    size_t n)
{
	/* Random, so that nothing that somebody typed can be taken for it. */
	v->mark = arena_printf(v->req->arena, "\x1e%s\x1e",
	    req_fresh_id(v->req));
	v->pieces = pieces;
	v->npieces = n;
	view_raw_html(v, name, v->mark);
}

/* A time under its name: what closes at midnight closes at 24:00 (C22). */
static const char *
named_time(struct view *v, const char *name, const char *value)
{
	return g_str_has_suffix(name, "closes_at") ?
	    when_end_text(v->req, value) : when_text(v->req, value);
}

void
view_when(struct view *v, const char *name, const char *value)
{
	view_text(v, name, named_time(v, name, value));
}

/* Sets a value from a database field by its type. */
static void
set_cell(struct view *v, CtplValue *cell, const struct db_rows *r, int row,
    int col)
{
	const char *s = db_value(r, row, col);

	switch (db_type(r, col)) {
	case T_BOOL:
		ctpl_value_set_int(cell, s[0] == 't');
		break;
	case T_INT2:
	case T_INT4:
	case T_INT8:
		if (*s != '\0')
			ctpl_value_set_int(cell, (glong)strtoll(s, NULL, 10));
		else
			ctpl_value_set_string(cell, "");
		break;
	case T_DATE:
	case T_STAMP:
		ctpl_value_set_string(cell,
		    named_time(v, db_column(r, col), s));
		break;
	default:
		ctpl_value_set_string(cell, html_escape(v->req, s));
	}
}

/* The page-wide number of a column; pushes it under col_<name> when new. */
static int
column_number(struct view *v, const char *name)
{
	int i;

	for (i = 0; i < v->ncolumns; i++)
		if (strcmp(v->columns[i], name) == 0)
			return i;
	if (v->ncolumns == COLUMNS_MAX)
		log_die("%s: more than %d columns", v->name, COLUMNS_MAX);
	v->columns[v->ncolumns] = arena_strdup(v->req->arena, name);
	ctpl_environ_push_int(v->env,
	    arena_printf(v->req->arena, "col_%s", name), v->ncolumns);
	return v->ncolumns++;
}

/* Rows are built from behind, since CTPL's lists are cheap in front only. */
void
view_rows(struct view *v, const char *name, const struct db_rows *r)
{
	int map[COLUMNS_MAX], back[COLUMNS_MAX], c, i, ncols, top = 0;
	CtplValue list, row, cell;

	ncols = r == NULL ? 0 : db_columns(r);
	for (c = 0; c < ncols; c++) {
		map[c] = column_number(v, db_column(r, c));
		if (map[c] >= top)
			top = map[c] + 1;
	}
	for (i = 0; i < top; i++)
		back[i] = -1;
	for (c = 0; c < ncols; c++)
		back[map[c]] = c;
	ctpl_value_init(&list);
	ctpl_value_set_array(&list, CTPL_VTYPE_INT, 0, NULL);
	for (i = db_count(r) - 1; i >= 0; i--) {
		ctpl_value_init(&row);
		ctpl_value_set_array(&row, CTPL_VTYPE_INT, 0, NULL);
		for (c = top - 1; c >= 0; c--) {
			ctpl_value_init(&cell);
			if (back[c] == -1)
				ctpl_value_set_int(&cell, 0);
			else
				set_cell(v, &cell, r, i, back[c]);
			ctpl_value_array_prepend(&row, &cell);
			ctpl_value_free_value(&cell);
		}
		ctpl_value_array_prepend(&list, &row);
		ctpl_value_free_value(&row);
	}
	ctpl_environ_push(v->env, name, &list);
	ctpl_value_free_value(&list);
}

void
view_table(struct view *v, const char *name, const char *const *columns,
    int ncols, const char *const *cells, int nrows)
{
	int map[COLUMNS_MAX], c, k, i, top = 0;
	CtplValue list, row;

	for (c = 0; c < ncols; c++) {
		map[c] = column_number(v, columns[c]);
		if (map[c] >= top)
			top = map[c] + 1;
	}
	ctpl_value_init(&list);
	ctpl_value_set_array(&list, CTPL_VTYPE_INT, 0, NULL);
	for (i = nrows - 1; i >= 0; i--) {
		ctpl_value_init(&row);
		ctpl_value_set_array(&row, CTPL_VTYPE_INT, 0, NULL);
		for (k = top - 1; k >= 0; k--) {
			for (c = 0; c < ncols && map[c] != k; c++)
				continue;
			ctpl_value_array_prepend_string(&row, c == ncols ? "" :
			    html_escape(v->req, cells[i * ncols + c]));
		}
		ctpl_value_array_prepend(&list, &row);
		ctpl_value_free_value(&row);
	}
	ctpl_environ_push(v->env, name, &list);
	ctpl_value_free_value(&list);
}

void
view_row(struct view *v, const char *prefix, const struct db_rows *r, int row)
{
	CtplValue cell;
	const char *name;
	int c;

	for (c = 0; r != NULL && row < db_count(r) && c < db_columns(r); c++) {
		name = *prefix == '\0' ? db_column(r, c) : arena_printf(
		    v->req->arena, "%s_%s", prefix, db_column(r, c));
		ctpl_value_init(&cell);
		set_cell(v, &cell, r, row, c);
		ctpl_environ_push(v->env, name, &cell);
		ctpl_value_free_value(&cell);
	}
}

/* Renders a lexed template into the arena; NULL and one log line on a fault. */
static const char *
render(struct view *v, const char *name, GString *into)
{
	const CtplToken *tree;
	CtplOutputStream *out;
	GOutputStream *mem;
	GError *err = NULL;
	const char *text = NULL;
	gsize n;

	tree = template_find(name, v->req->lang);
	if (tree == NULL) {
		log_line(LOG_FAULT, "template %s does not exist", name);
		return NULL;
	}
	mem = g_memory_output_stream_new(NULL, 0, g_realloc, g_free);
	out = ctpl_output_stream_new(mem);
	if (ctpl_parser_parse(tree, v->env, out, &err)) {
		n = g_memory_output_stream_get_data_size(
		    G_MEMORY_OUTPUT_STREAM(mem));
		text = g_memory_output_stream_get_data(
		    G_MEMORY_OUTPUT_STREAM(mem));
		if (into != NULL)
			g_string_append_len(into, n == 0 ? "" : text, (gssize)n);
		else
			text = arena_strndup(v->req->arena, n == 0 ? "" : text,
			    n);
	} else {
		log_line(LOG_FAULT, "template %s: %s", name, err->message);
		g_error_free(err);
	}
	ctpl_output_stream_unref(out);
	g_object_unref(mem);
	return into != NULL && text != NULL ? "" : text;
}

/* Renders each row in an environment that has all else it needs. */
static const char *
render_each(struct view *in, const char *row_tpl, const struct db_rows *r)
{
	const char *html;
	GString *out;
	int c, i;

	out = g_string_new(NULL);
	for (i = 0; i < db_count(r); i++) {
		view_row(in, "", r, i);
		html = render(in, row_tpl, out);
		for (c = 0; c < db_columns(r); c++)
			ctpl_environ_pop(in->env, db_column(r, c), NULL);
		if (html == NULL)
			break;
	}
	html = arena_strndup(in->req->arena, out->str, out->len);
	g_string_free(out, TRUE);
	return html;
}

void
view_list(struct view *v, const char *name, const char *row_tpl,
    const struct db_rows *r)
{
	struct view one = { .req = v->req, .name = row_tpl };

	one.env = ctpl_environ_new();
	view_text(&one, "lang", v->req->lang);
	view_text(&one, "csrf", v->req->csrf);
	view_raw_html(v, name, render_each(&one, row_tpl, r));
	ctpl_environ_unref(one.env);
}

void
view_each(struct view *v, const char *name, const char *row_tpl,
    const struct db_rows *r)
{
	view_raw_html(v, name, render_each(v, row_tpl, r));
}

const char *const *
view_rows_html(struct req *req, const char *row_tpl, const struct db_rows *r)
{
	struct view one = { .req = req, .name = row_tpl };
	const char **html;
	int c, i, n = db_count(r);

	html = arena_alloc(req->arena, ((size_t)n + 1) * sizeof(*html));
	one.env = ctpl_environ_new();
	view_text(&one, "lang", req->lang);
	for (i = 0; i < n; i++) {
		view_row(&one, "", r, i);
		html[i] = render(&one, row_tpl, NULL);
		if (html[i] == NULL)
			break;
		for (c = 0; c < db_columns(r); c++)
			ctpl_environ_pop(one.env, db_column(r, c), NULL);
	}
	ctpl_environ_unref(one.env);
	return i < n ? NULL : html;
}

/* val_, err_ and is_ of every field the page declares. */
static void
push_field(struct view *v, const struct field *f)
{
	struct arena *a = v->req->arena;
	const char *value, *const *choice;
	char *name, *p;

	value = f->kind == FIELD_PASSWORD || (f->flags & FIELD_SECRET) != 0 ||
	    f->kind == FIELD_FILE ? "" : field_shown(v->req, f->name);
	view_text(v, arena_printf(a, "val_%s", f->name), value);
	view_text(v, arena_printf(a, "err_%s", f->name),
	    field_problem(v->req, f->name));
	for (choice = f->choices; choice != NULL && *choice != NULL; choice++) {
		name = arena_printf(a, "is_%s_%s", f->name, *choice);
		for (p = name; *p != '\0'; p++)
			if (!isalnum((unsigned char)*p))
				*p = '_';
		view_int(v, name, strcmp(value, *choice) == 0);
	}
}

const char *
view_render(struct view *v)
{
	const struct field *f;

	for (f = v->req->page == NULL ? NULL : v->req->page->fields; f != NULL && f->name != NULL; f++)
		push_field(v, f);
	if (strncmp(v->name, "shared/", 7) != 0) {
		view_raw_html(v, "messages", frame_messages(v->req));
		view_raw_html(v, "errors", frame_errors(v->req));
	}
	return render(v, v->name, NULL);
}

/* The page with the pieces in the place of their mark, if it has one. */
static void
put_body(struct view *v, const char *page)
{
	struct reply *reply = &v->req->reply;
	struct piece *all;
	const char *at;
	size_t i;

	reply->body = page;
	reply->len = strlen(page);
	reply->npieces = 0;
	if (v->mark == NULL || (at = strstr(page, v->mark)) == NULL)
		return;
	all = arena_alloc(v->req->arena, (v->npieces + 2) * sizeof(*all));
	all[0] = (struct piece){ page, (size_t)(at - page), NULL };
	memcpy(all + 1, v->pieces, v->npieces * sizeof(*all));
	at += strlen(v->mark);
	all[v->npieces + 1] = (struct piece){ at, strlen(at), NULL };
	reply->pieces = all;
	reply->npieces = v->npieces + 2;
	for (i = 0, reply->len = 0; i < reply->npieces; i++)
		reply->len += all[i].len;
}

enum outcome
view_send(struct view *v, enum outcome o)
{
	struct reply *reply = &v->req->reply;
	const char *body, *page;
	int status;

	body = view_render(v);
	page = body == NULL ? NULL : frame_page(v->req, v->title, body);
	if (page == NULL)
		return OUT_FAULT;
	status = outcome_status(o);
	reply->status = status == 303 ? 200 :
	    status == 422 && reply->too_large ? 413 : status;
	reply->type = "text/html; charset=utf-8";
	put_body(v, page);
	reply->cacheable = v->req->page != NULL && reply->status == 200 &&
	    (v->req->page->flags & PAGE_CACHED) != 0;
	return o;
}
