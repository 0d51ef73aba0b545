#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "press.h"

/* A letter of recommendation (R113-R115) in the three languages. */

static int
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

/* Korean and Japanese letters name the addressee with a word of respect; one
 * that the student gave stays. */
static const char *
addressee(struct draft *d, const char *name)
{
	static const char *const words[] = { "귀중", "귀하", "님", "께", "御中",
		"様", "殿", "先生", "宛", NULL };
	int i;

	if (*name == '\0' || strcmp(d->lang, "en") == 0)
		return name;
	for (i = 0; words[i] != NULL; i++)
		if (ends_with(name, words[i]))
			return name;
	return arena_printf(d->arena, "%s %s", name, strcmp(d->lang, "ja") ==
	    0 ? "御中" : "귀중");
}

/* The name as a reader of that language expects it. */
static const char *
student(struct draft *d)
{
	const char *name = draft_get(d, d->content, "name");
	const char *latin = draft_get(d, d->content, "name_latin");

	if (*latin == '\0' || strcmp(name, latin) == 0)
		return name;
	return strcmp(d->lang, "en") == 0 ?
	    arena_printf(d->arena, "%s (%s)", latin, name) :
	    arena_printf(d->arena, "%s (%s)", name, latin);
}

static void
fill_text(struct draft *d)
{
	const json_t *list = json_object_get(d->content, "paragraphs");
	size_t n = json_array_size(list), i;
	const char **texts;

	texts = arena_alloc(d->arena, (n + 1) * sizeof(*texts));
	for (i = 0; i < n; i++)
		texts[i] = arena_strdup(d->arena, json_string_value(
		    json_array_get(list, i)));
	d->letter.paragraphs = texts;
	d->letter.nparagraphs = n;
}

void
fill_letter(struct draft *d)
{
	struct paper_letter *l = &d->letter;
	const char *home = draft_get(d, d->content, "university");
	const char *department = draft_get(d, d->content, "department");

	fill_text(d);
	l->addressee = addressee(d, draft_get(d, d->content, "recipient"));
	l->mark = json_is_true(json_object_get(d->content, "confidential")) ?
	    draft_text(d, N_("Confidential")) : "";
	l->salutation = draft_get(d, d->content, "salutation");
	l->closing = draft_get(d, d->content, "closing");
	l->name = draft_get(d, d->content, "signed_name");
	l->title = draft_get(d, d->content, "signed_title");
	l->office = draft_text(d, N_("The university confirms that the person "
	    "named above wrote this letter and a second person read it."));
	draft_field(d, N_("Full name"), student(d));
	draft_field(d, N_("Temporary student ID"), draft_get(d, d->content,
	    "id"));
	draft_field(d, N_("Student number"), draft_get(d, d->content,
	    "number"));
	draft_field(d, N_("Department"), draft_get(d, d->content,
	    "own_department"));
	/* Departments of elsewhere are known in Korean alone. */
	draft_field(d, N_("Home university"), *department == '\0' ||
	    strcmp(d->lang, "ko") != 0 ? home :
	    arena_printf(d->arena, "%s, %s", home, department));
	draft_field(d, N_("Term"), draft_term(d, draft_get(d, d->content,
	    "term")));
	d->paper.signatory = draft_with(d, N_("Student Affairs, {issuer}"),
	    "issuer", d->paper.issuer);
	d->paper.letter = l;
}
