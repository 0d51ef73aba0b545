#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "staff.h"
#include "upload.h"

/* Sentences for fields that only the database can judge. */
static const struct label field_texts[] = {
	{ "application", N_("Please choose at least one.") },
	{ "reason_en", N_("Please give the reason in English, too; it is shown to those who do not read Korean.") },
	{ "section", N_("Please choose at least one.") },
	{ "grade", N_("Please give a new grade: a percentage from 0 to 100 with at most one digit after the point, or P or F; another than it is.") },
	{ "reason", N_("Please give a reason; it is kept and shown to those concerned.") },
	{ "release_at", N_("This moment has passed. Leave it empty to send at once.") },
	{ "term", N_("There is no such term.") },
	{ "closes_at", N_("The end has to come after the beginning; of a practice, in time before registration opens.") },
	{ "classes_until", N_("The end has to come after the beginning.") },
	{ "valid_until", N_("The end has to come after the beginning.") },
	{ "shown_till", N_("The end has to come after the beginning.") },
	{ "until", N_("This moment has passed.") },
	{ "university", N_("There is no such university.") },
	{ "login", N_("There is nobody with this ID or login.") },
	{ "code", N_("Capital letters and digits only, as in the examples.") },
	{ "country", N_("Two capital letters, for example KR.") },
	{ "major", N_("There is no such major.") },
	{ "to_address", N_("Choose exactly one mail to correct its address.") },
	{ "answer", N_("Please give an answer; or the value does not fit its field.") },
	{ "name", N_("Please give a name.") },
	{ "role", N_("Please choose roles that fit: staff and universities have different ones.") },
	{ "letter_no", N_("Please give the number of the official letter.") },
	{ "letter_date", N_("Please give the date of the official letter; it cannot be in the future.") },
	{ "received_at", N_("This moment has not come yet.") },
	{ "withdrawal", N_("Please choose at least one.") },
	{ "email", N_("Please give one e-mail address.") },
	{ "take", N_("Please name sections of this term, for example BIO5012-01.") },
	{ "value", N_("This value does not fit: a day like 2026-02-20, a word of the list, or what the status needs.") },
	{ "leave", N_("Please name sections of this term, for example BIO5012-01.") },
	{ NULL, NULL }
};

const char *
desk_label(struct req *req, const struct label *l, const char *word)
{
	for (; l->word != NULL; l++)
		if (strcmp(l->word, word) == 0)
			return T(req, l->text);
	return word;
}

void
desk_clock(struct view *v, struct req *req, const struct db_rows *r)
{
	int behind = db_count(r) == 1;

	view_text(v, "clock_was", behind ? when_text(req, db_get(r, 0, "was"))
	    : "");
	view_text(v, "clock_is", behind ? when_text(req, db_get(r, 0, "is_"))
	    : "");
	view_text(v, "clock_log", behind && db_bool(r, 0, "of_log") ? "1" : "");
}

/* The field an invalid answer names, "" when it names none. */
static const char *
named_field(struct req *req, const char *detail)
{
	const char *name = "";
	json_t *values;

	values = json_loads(detail, 0, NULL);
	if (json_is_string(json_object_get(values, "field")))
		name = arena_strdup(req->arena,
		    json_string_value(json_object_get(values, "field")));
	json_decref(values);
	return name;
}

enum outcome
desk_say(struct req *req, const struct db_rows *r)
{
	const char *name, *text;

	if (db_count(r) != 1 ||
	    outcome_of(db_get(r, 0, "outcome")) != OUT_INVALID)
		return say_rows(req, r);
	name = named_field(req, db_get(r, 0, "detail"));
	if (*name == '\0')
		return say_rows(req, r);
	text = desk_label(req, field_texts, name);
	/* The imports and the form call them roles. */
	if (strcmp(name, "role") == 0)
		name = "roles";
	field_error(req, name, text != name ? text :
	    T(req, "Please check this value."));
	return OUT_INVALID;
}

enum outcome
desk_post(struct req *req, int stmt, const char *const *values,
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
	o = desk_say(req, db_result(b, call));
	return outcome_good(o) ? resp_done(req, back) : show(req, o);
}

struct desk_file
desk_letter(struct req *req)
{
	struct desk_file file = { NULL, NULL, NULL };
	const struct upload_file *f;

	f = req_file(req, "letter");
	if (f == NULL)
		return file;
	if (strcmp(f->type, "application/pdf") != 0 &&
	    strcmp(f->type, "image/png") != 0 &&
	    strcmp(f->type, "image/jpeg") != 0) {
		field_error(req, "letter",
		    T(req, "Please send the letter as "
		    "a PDF or as a picture (PNG, JPEG)."));
		return file;
	}
	file.name = f->filename;
	file.type = f->type;
	file.bytes = db_bytes(req->arena, f->bytes, f->size);
	return file;
}

const char *
desk_array(struct req *req, const char *name)
{
	const char *const *values;
	size_t n;

	values = field_all(req, name, &n);
	return db_array(req->arena, values, n);
}

const char *
desk_null(const char *value)
{
	return *value == '\0' ? NULL : value;
}

const char *
desk_query(struct req *req, const char *const *names)
{
	const char *query = "", *value;
	char *escaped;

	for (; *names != NULL; names++) {
		value = field(req, *names);
		if (*value == '\0')
			continue;
		escaped = g_uri_escape_string(value, NULL, FALSE);
		query = arena_printf(req->arena, "%s%s%s=%s", query,
		    *query == '\0' ? "" : "&", *names, escaped);
		g_free(escaped);
	}
	return query;
}

const char *
desk_keep(struct req *req, const char *const *names)
{
	const char *query;

	query = desk_query(req, names);
	return *query == '\0' ? query :
	    arena_printf(req->arena, "%s&", query);
}

const char *
desk_path(struct req *req, const char *path, const char *query)
{
	return *query == '\0' ? path :
	    arena_printf(req->arena, "%s?%s", path, query);
}

void
desk_pages(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const columns[] = { "n", "current" };
	long long total = db_count(r) == 0 ? 0 : db_int(r, 0, "total");
	long long here, last = (total + 99) / 100, p;
	const char *cells[2 * 200];
	int rows = 0;

	view_int(v, "shown", db_count(r));
	view_int(v, "total", total);
	here = field_int(req, "page", 1);
	for (p = 1; p <= last && last > 1 && rows < 200; p++, rows++) {
		cells[rows * 2] = arena_printf(req->arena, "%lld", p);
		cells[rows * 2 + 1] = p == here ? "yes" : "";
	}
	view_table(v, "pages", columns, 2, cells, rows);
}
