#include <string.h>

#include "staff.h"

/* Sentences for fields that only the database can judge. */
static const struct word field_texts[] = {
	{ "application", N_("Please choose at least one.") },
	{ "reason_en", N_("Please give the reason in English, too; it is shown to those who do not read Korean.") },
	{ "section", N_("Please choose at least one.") },
	{ "grade", N_("Please give a new grade: a percentage from 0 to 100 with at most one digit after the point, or P or F; another than it is.") },
	{ "why", N_("Please say why the authenticator app is ended.") },
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

enum outcome
desk_say(struct req *req, const struct db_rows *r)
{
	const char *name, *text;

	if (db_count(r) != 1 ||
	    outcome_of(db_get(r, 0, "outcome")) != OUT_INVALID)
		return say_rows(req, r);
	name = form_named(req, r);
	if (*name == '\0')
		return say_rows(req, r);
	text = word_of(req, field_texts, name);
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
	return form_post(req, stmt, values, desk_say, back, show);
}

const char *
desk_null(const char *value)
{
	return *value == '\0' ? NULL : value;
}

const char *
desk_query(struct req *req, const char *const *names)
{
	const char *query = form_keep(req, names);
	size_t n = strlen(query);

	return n == 0 ? query : arena_strndup(req->arena, query, n - 1);
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
	long long total = db_count(r) == 0 ? 0 : db_int(r, 0, "total");

	view_int(v, "shown", db_count(r));
	view_int(v, "total", total);
	form_pages(v, req, total);
}
