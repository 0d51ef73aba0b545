#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "app.h"
#include "arena.h"
#include "form.h"

#define ROWS_PER_PAGE	100
#define PAGES_SHOWN	200

const char *
word_of(struct req *req, const struct word *w, const char *code)
{
	for (; w->code != NULL; w++)
		if (strcmp(w->code, code) == 0)
			return T(req, w->text);
	return code;
}

const char *
form_named(struct req *req, const struct db_rows *r)
{
	const char *name = "";
	json_t *values;

	values = json_loads(db_get(r, 0, "detail"), 0, NULL);
	if (json_is_string(json_object_get(values, "field")))
		name = arena_strdup(req->arena,
		    json_string_value(json_object_get(values, "field")));
	json_decref(values);
	return name;
}

enum outcome
form_say(struct req *req, const struct db_rows *r, const struct word *fields)
{
	enum outcome o;
	const char *name, *text;

	if (db_count(r) != 1)
		return say_rows(req, r);
	o = outcome_of(db_get(r, 0, "outcome"));
	name = outcome_good(o) ? "" : form_named(req, r);
	if (*name == '\0')
		return say_rows(req, r);
	text = word_of(req, fields, name);
	field_error(req, name, text != name ? text :
	    T(req, "Please check this value."));
	return o == OUT_INVALID ? o : say_rows(req, r);
}

enum outcome
form_post(struct req *req, int stmt, const char *const *values,
    enum outcome (*tell)(struct req *, const struct db_rows *),
    const char *back, enum outcome (*show)(struct req *, enum outcome))
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call_v(b, stmt, values);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = tell(req, db_result(b, call));
	return outcome_good(o) ? resp_done(req, back) : show(req, o);
}

const char *
form_array(struct req *req, const char *name)
{
	const char *const *values;
	size_t n;

	values = field_all(req, name, &n);
	return db_array(req->arena, values, n);
}

const char *
form_null(struct req *req, const char *name)
{
	const char *value = field(req, name);

	return *value == '\0' ? NULL : value;
}

const char *
form_keep(struct req *req, const char *const *names)
{
	const char *query = "", *value;
	char *escaped;

	for (; *names != NULL; names++) {
		value = field(req, *names);
		if (*value == '\0')
			continue;
		escaped = g_uri_escape_string(value, NULL, FALSE);
		query = arena_printf(req->arena, "%s%s=%s&", query, *names,
		    escaped);
		g_free(escaped);
	}
	return query;
}

void
form_pages(struct view *v, struct req *req, long long total)
{
	static const char *const columns[] = { "n", "current" };
	const char *cells[2 * PAGES_SHOWN];
	long long here, last, p;
	int rows = 0;

	last = (total + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE;
	here = field_int(req, "page", 1);
	for (p = 1; p <= last && last > 1 && rows < PAGES_SHOWN; p++, rows++) {
		cells[rows * 2] = arena_printf(req->arena, "%lld", p);
		cells[rows * 2 + 1] = p == here ? "yes" : "";
	}
	view_table(v, "pages", columns, 2, cells, rows);
}
