#include <string.h>

#include "i18n.h"
#include "press.h"

/* Transcripts: a table for each term, which break over pages; what they add up
 * to; and how to read it. */

/* Why a course of a visit gave no credits (R46, R11, R14). */
static const char *
why_words(struct draft *d, const char *why)
{
	if (strcmp(why, "not-recommended") == 0)
		return draft_text(d, N_("Not recommended by the home "
		    "university"));
	if (strcmp(why, "withdrawn") == 0)
		return draft_text(d, N_("Withdrawn"));
	if (strcmp(why, "failed") == 0)
		return draft_text(d, N_("Not passed"));
	if (strcmp(why, "missing") == 0)
		return draft_text(d, N_("No grade yet"));
	return "";
}

static const struct draft_column own[] = {
	{ "code", N_("Course code"), 2, PAPER_LEFT, NULL },
	{ "title", N_("Course title"), 6, PAPER_LEFT, NULL },
	{ "credits", N_("Credits"), 1.4, PAPER_RIGHT, NULL },
	{ "grade", N_("Grade"), 1.4, PAPER_RIGHT, NULL },
	{ "percent", N_("Percent"), 1.5, PAPER_RIGHT, NULL },
}, visit[] = {
	{ "code", N_("Section"), 2.3, PAPER_LEFT, NULL },
	{ "title", N_("Course title"), 4.4, PAPER_LEFT, NULL },
	{ "credits", N_("Credits"), 1.4, PAPER_RIGHT, NULL },
	{ "grade", N_("Grade"), 1.4, PAPER_RIGHT, NULL },
	{ "granted", N_("Granted"), 1.5, PAPER_RIGHT, NULL },
	{ "why", N_("Remark"), 3.6, PAPER_LEFT, why_words },
};

/* The last line of a term: its credits, what was earned, the average. */
static const char *const *
term_foot(struct draft *d, const json_t *term, int visitor)
{
	const char **foot = arena_alloc(d->arena, 6 * sizeof(*foot));

	foot[0] = draft_text(d, N_("Total"));
	foot[1] = foot[5] = "";
	foot[2] = draft_get(d, term, "credits");
	foot[3] = visitor ? "" : draft_get(d, term, "gpa");
	foot[4] = visitor ? draft_get(d, term, "earned") : "";
	return foot;
}

static void
put_terms(struct draft *d, int visitor)
{
	const json_t *terms = json_object_get(d->content, "terms"), *term;
	size_t i;

	for (i = 0; i < json_array_size(terms); i++) {
		term = json_array_get(terms, i);
		draft_table_of(d, draft_get(d, term, "term"),
		    json_object_get(term, "rows"), visitor ? visit : own,
		    visitor ? sizeof(visit) / sizeof(visit[0]) :
		    sizeof(own) / sizeof(own[0]),
		    term_foot(d, term, visitor));
	}
}

static void
fill_visit(struct draft *d)
{
	draft_person(d);
	draft_field(d, N_("Temporary student ID"), draft_get(d, d->content,
	    "id"));
	draft_field(d, N_("Home university"), draft_get(d, d->content,
	    "university"));
	draft_field(d, N_("Number of courses"), draft_get(d, d->content, "courses"));
	draft_field(d, N_("Credits taken"), draft_get(d, d->content,
	    "credits"));
	draft_field(d, N_("Credits granted"), draft_get(d, d->content,
	    "earned"));
	draft_field(d, N_("Average of percentages"), draft_get(d, d->content,
	    "percent"));
	put_terms(d, 1);
	draft_note(d, draft_text(d, N_("Grades are percentages from 0 to 100; "
	    "P passed, NP not passed, W withdrawn. The average is weighted by "
	    "credits. Credits are granted only with the recommendation of the "
	    "home university.")));
}

void
fill_transcript(struct draft *d)
{
	if (json_is_true(json_object_get(d->content, "visitor"))) {
		fill_visit(d);
		return;
	}
	draft_person(d);
	draft_field(d, N_("Degree"), draft_get(d, d->content, "degree"));
	draft_field(d, N_("Date of the degree"), draft_date(d, draft_get(d,
	    d->content, "degree_on")));
	draft_field(d, N_("Number of courses"), draft_get(d, d->content, "courses"));
	draft_field(d, N_("Credits taken"), draft_get(d, d->content,
	    "credits"));
	draft_field(d, N_("Credits earned"), draft_get(d, d->content,
	    "earned"));
	draft_field(d, N_("Grade point average"), arena_printf(d->arena,
	    "%s / 4.5", draft_get(d, d->content, "gpa")));
	draft_field(d, N_("Average of percentages"), draft_get(d, d->content,
	    "percent"));
	put_terms(d, 0);
	draft_note(d, draft_text(d, N_("A+ 4.5, A0 4.0, B+ 3.5, B0 3.0, C+ 2.5, "
	    "C0 2.0, D+ 1.5, D0 1.0, F 0; P passed, NP not passed. Averages "
	    "are weighted by credits and count failed courses; P and NP are "
	    "not counted.")));
}
