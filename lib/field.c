#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib.h>

#include "app.h"
#include "arena.h"
#include "field_check.h"

struct field_value {
	const struct field	*field;
	const char		**values;
	size_t			 n;
	const char		*shown;
	const char		*problem;
};

#define REPEATED_MAX	1000

static struct field_value *
find(const struct req *req, const char *name)
{
	struct field_value *v;

	for (v = req->values; v != NULL && v->field != NULL; v++)
		if (strcmp(v->field->name, name) == 0)
			return v;
	return NULL;
}

static void
set_problem(struct req *req, struct field_value *v, const char *text)
{
	if (v->problem == NULL)
		req->nbad++;
	v->problem = text;
}

/* Checks one raw value; keeps it normalised or notes why it is wrong. */
static void
take_value(struct req *req, struct field_value *v, const struct pair *p)
{
	const char *problem = NULL, *value = NULL;
	char *end;

	v->shown = "";
	if (memchr(p->value, '\0', p->len) != NULL ||
	    !g_utf8_validate(p->value, (gssize)p->len, NULL))
		problem = T(req, N_("Please type this again: it contains "
		    "characters that cannot be read."));
	else {
		v->shown = arena_strndup(req->arena, p->value,
		    p->len > 20000 ? 20000 : p->len);
		if (p->len > 20000 && !g_utf8_validate(v->shown, -1,
		    (const char **)&end))
			*end = '\0';
		value = field_normal(req, v->field, p->value, &problem);
	}
	if (problem != NULL) {
		set_problem(req, v, problem);
		return;
	}
	if (*value == '\0' && (v->field->flags & FIELD_BLANK) == 0)
		return;
	v->values[v->n++] = value;
}

static void
check_one(struct req *req, struct field_value *v)
{
	size_t i, count = 0, limit;

	limit = (v->field->flags & FIELD_REPEATED) != 0 ? REPEATED_MAX : 1;
	for (i = 0; i < req->npairs; i++)
		if (strcmp(req->pairs[i].name, v->field->name) == 0)
			count++;
	v->values = arena_alloc(req->arena, (count + 1) * sizeof(*v->values));
	v->shown = "";
	if (count > limit) {
		set_problem(req, v, limit == 1 ? T(req, "This field came more "
		    "than once. Please send the form again.") :
		    T(req, "Too many were chosen at once."));
		count = limit;
	}
	for (i = 0; i < req->npairs && count > 0; i++)
		if (strcmp(req->pairs[i].name, v->field->name) == 0) {
			take_value(req, v, &req->pairs[i]);
			count--;
		}
	if (v->n == 0 && v->problem == NULL &&
	    (v->field->flags & FIELD_REQUIRED) != 0 &&
	    v->field->kind != FIELD_FILE && req->method[0] == 'P')
		set_problem(req, v, (v->field->flags & FIELD_REPEATED) != 0 ||
		    v->field->kind == FIELD_CHOICE ?
		    T(req, "Please choose.") : v->field->kind == FIELD_CHECK ?
		    T(req, "Your agreement is needed to go on.") :
		    T(req, "Please fill in this field."));
}

void
fields_check(struct req *req)
{
	const struct field *f;
	size_t n = 0, i;

	for (f = req->page->fields; f != NULL && f->name != NULL; f++)
		n++;
	req->values = arena_alloc(req->arena, (n + 1) * sizeof(*req->values));
	for (i = 0; i < n; i++) {
		req->values[i].field = &req->page->fields[i];
		check_one(req, &req->values[i]);
	}
}

const char *
field(struct req *req, const char *name)
{
	const struct field_value *v;

	v = find(req, name);
	return v == NULL || v->n == 0 ? "" : v->values[0];
}

const char *const *
field_all(struct req *req, const char *name, size_t *n)
{
	static const char *const none[1] = { NULL };
	const struct field_value *v;

	v = find(req, name);
	*n = v == NULL ? 0 : v->n;
	return v == NULL ? none : (const char *const *)v->values;
}

long long
field_int(struct req *req, const char *name, long long dflt)
{
	const char *s;

	s = field(req, name);
	return *s == '\0' ? dflt : strtoll(s, NULL, 10);
}

void
field_error(struct req *req, const char *name, const char *text)
{
	struct field_value *v;

	v = find(req, name);
	if (v != NULL)
		set_problem(req, v, text);
	else
		req->nbad++;
}

int
fields_bad(const struct req *req)
{
	return req->nbad;
}

const char *
field_problem(const struct req *req, const char *name)
{
	const struct field_value *v;

	v = find(req, name);
	return v == NULL || v->problem == NULL ? "" : v->problem;
}

const char *
field_shown(struct req *req, const char *name)
{
	const struct field_value *v;

	v = find(req, name);
	return v == NULL ? "" : v->shown;
}
