#include <string.h>

#include "i18n.h"
#include "press.h"

static const char *
state_words(struct draft *d, const char *state)
{
	if (strcmp(state, "withdrawn") == 0)
		return draft_text(d, N_("Withdrawn"));
	if (strcmp(state, "closed_by_host") == 0)
		return draft_text(d, N_("Closed by the university"));
	return draft_text(d, N_("Registered"));
}

/* Each meeting of the week on a line of its own. */
static const char *
times_lines(struct draft *d, const char *times)
{
	char *text = arena_strdup(d->arena, times), *p;

	for (p = text; (p = strstr(p, ", ")) != NULL; p++) {
		*p = '\n';
		memmove(p + 1, p + 2, strlen(p + 2) + 1);
	}
	return text;
}

static const struct draft_column columns[] = {
	{ "code", N_("Section"), 2.3, PAPER_LEFT, NULL },
	{ "title", N_("Course title"), 4.4, PAPER_LEFT, NULL },
	{ "instructor", N_("Instructor"), 2.1, PAPER_LEFT, NULL },
	{ "times", N_("Class hours"), 2.6, PAPER_LEFT,
	    times_lines },
	{ "credits", N_("Credits"), 1.5, PAPER_RIGHT, NULL },
	{ "state", N_("State"), 2.0, PAPER_LEFT, state_words },
};

/* The native name, and the Latin one beside it where there is one. */
static const char *
both_names(struct draft *d)
{
	const char *name = draft_get(d, d->content, "name");
	const char *latin = draft_get(d, d->content, "name_latin");

	return *latin == '\0' || strcmp(name, latin) == 0 ? name :
	    arena_printf(d->arena, "%s (%s)", name, latin);
}

/* What is registered at this moment, to show at home (R33). */
void
fill_registration(struct draft *d)
{
	static const char *foot[sizeof(columns) / sizeof(columns[0])];
	const char *from = draft_get(d, d->content, "classes_from");
	const char *till = draft_get(d, d->content, "classes_till");

	d->paper.lead = draft_text(d, N_("This is to confirm that the student "
	    "named below is registered at this university as follows."));
	draft_field(d, N_("Full name"), both_names(d));
	draft_field(d, N_("Temporary student ID"), draft_get(d, d->content,
	    "id"));
	draft_field(d, N_("Home university"), draft_get(d, d->content,
	    "university"));
	draft_field(d, N_("Student number at home"), draft_get(d, d->content,
	    "student_no"));
	draft_field(d, N_("Course of study"), draft_level(d, draft_get(d,
	    d->content, "level")));
	draft_field(d, N_("Department"), draft_get(d, d->content,
	    "department"));
	draft_field(d, N_("Term"), arena_printf(d->arena, "%s (%s – %s)",
	    draft_term(d, draft_get(d, d->content, "term")), draft_date(d, from),
	    draft_date(d, till)));
	foot[0] = draft_text(d, N_("Credits in all"));
	foot[1] = foot[2] = foot[3] = foot[5] = "";
	foot[4] = draft_get(d, d->content, "credits");
	draft_table(d, N_("Registered courses"), "courses", columns,
	    sizeof(columns) / sizeof(columns[0]), foot);
	draft_note(d, draft_with(d, N_("As of {time}. It says what was "
	    "registered at that time; the address below tells whether this is "
	    "still so."), "time", arena_printf(d->arena, "%s %.5s",
	    draft_date(d, d->told_at), d->told_at + 11)));
}
