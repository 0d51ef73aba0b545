#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "letters.h"

/* The facts of the student as a text may name them. */
static const char *
fact(struct req *req, const json_t *facts, const char *name)
{
	const char *s = json_string_value(json_object_get(facts, name));

	return s == NULL ? "" : arena_strdup(req->arena, s);
}

/* The text with {name} and the like replaced; in the letter's language. */
static const char *
filled(struct req *req, const char *lang, const char *msgid,
    const json_t *facts)
{
	const char *p = i18n_text(lang, msgid), *end, *done;
	GString *out = g_string_new(NULL);

	for (; *p != '\0'; p++) {
		end = *p == '{' ? strchr(p, '}') : NULL;
		if (end == NULL) {
			g_string_append_c(out, *p);
			continue;
		}
		g_string_append(out, fact(req, facts, arena_strndup(req->arena,
		    p + 1, (size_t)(end - p - 1))));
		p = end;
	}
	done = arena_strdup(req->arena, out->str);
	g_string_free(out, TRUE);
	return done;
}

/* A letter in Latin letters names the student so, where that name is known. */
static void
name_for(json_t *facts, const char *lang)
{
	const char *latin = json_string_value(json_object_get(facts,
	    "name_latin"));

	if (strcmp(lang, "en") == 0 && latin != NULL && *latin != '\0')
		json_object_set_new(facts, "name", json_string(latin));
}

void
draft_begin(struct req *req, const struct db_rows *r, struct draft *d)
{
	const char *lang = db_get(r, 0, "language");
	json_t *facts = json_loads(db_get(r, 0, "facts"), 0, NULL);
	const char *parts[3], *first;
	int n = 0;

	/* Departments are known in Korean alone. */
	name_for(facts, lang);
	if (*fact(req, facts, "university") == '\0')
		first = N_("I am pleased to recommend {name}.");
	else if (strcmp(lang, "ko") == 0 &&
	    *fact(req, facts, "department") != '\0')
		first = N_("I am pleased to recommend {name}, who came to us "
		    "from {university} ({department}) as a visiting student "
		    "in {term}.");
	else
		first = N_("I am pleased to recommend {name}, who came to us "
		    "from {university} as a visiting student in {term}.");
	parts[n++] = filled(req, lang, first, facts);
	if (*fact(req, facts, "mine") != '\0')
		parts[n++] = filled(req, lang, N_("{name} attended my course "
		    "{mine}."), facts);
	if (*fact(req, facts, "courses") != '\0')
		parts[n++] = filled(req, lang, N_("In that term {name} was "
		    "registered for: {courses}."), facts);
	d->body = "";
	for (int i = 0; i < n; i++)
		d->body = arena_printf(req->arena, "%s%s%s", d->body,
		    i == 0 ? "" : "\n\n", parts[i]);
	d->salutation = i18n_text(lang, N_("Dear Sir or Madam,"));
	d->closing = i18n_text(lang, N_("Yours faithfully,"));
	json_decref(facts);
}
