#include <string.h>

#include "i18n.h"
#include "press.h"

/*
 * Certificates of own degree students (R109): the facts, then one sentence
 * that says what is certified.  Transcripts are in transcript.c.
 */

const char *
draft_level(struct draft *d, const char *level)
{
	if (strcmp(level, "BA") == 0)
		return draft_text(d, N_("Bachelor's course"));
	if (strcmp(level, "MA") == 0)
		return draft_text(d, N_("Master's course"));
	if (strcmp(level, "PHD") == 0)
		return draft_text(d, N_("Doctoral course"));
	if (strcmp(level, "MSPHD") == 0)
		return draft_text(d, N_("Integrated master's and doctoral course"));
	return "";
}

/* The name first that the reader of the language expects. */
static const char *
name_of(struct draft *d)
{
	const char *name = draft_get(d, d->content, "name");
	const char *latin = draft_get(d, d->content, "name_latin");

	if (*latin == '\0' || strcmp(name, latin) == 0)
		return name;
	if (strcmp(d->lang, "en") == 0)
		return arena_printf(d->arena, "%s (%s)", latin, name);
	return arena_printf(d->arena, "%s (%s)", name, latin);
}

static void
day(struct draft *d, const char *label, const char *key)
{
	draft_field(d, label, draft_date(d, draft_get(d, d->content, key)));
}

void
draft_person(struct draft *d)
{
	draft_field(d, N_("Full name"), name_of(d));
	day(d, N_("Date of birth"), "birth_date");
	draft_field(d, N_("Student number"), draft_get(d, d->content,
	    "student_no"));
	draft_field(d, N_("Course of study"), draft_level(d, draft_get(d,
	    d->content, "level")));
	draft_field(d, N_("Department"), draft_get(d, d->content,
	    "department"));
	day(d, N_("Date of admission"), "admitted_on");
}

static void
say(struct draft *d, const char *sentence)
{
	d->paper.statement = draft_text(d, sentence);
}

void
fill_enrollment(struct draft *d)
{
	draft_person(d);
	draft_field(d, N_("Status"), draft_text(d, N_("Enrolled")));
	say(d, N_("This is to certify that the person named above is enrolled "
	    "at this university in the course of study stated above."));
}

void
fill_leave(struct draft *d)
{
	draft_person(d);
	draft_field(d, N_("Status"), draft_text(d, N_("On leave of absence")));
	draft_field(d, N_("Period of leave"), arena_printf(d->arena,
	    "%s – %s", draft_date(d, draft_get(d, d->content, "from_on")),
	    draft_date(d, draft_get(d, d->content, "till_on"))));
	say(d, N_("This is to certify that the person named above is on leave "
	    "of absence from this university for the period stated above."));
}

void
fill_termination(struct draft *d)
{
	draft_person(d);
	day(d, N_("Date of termination"), "terminated_on");
	say(d, N_("This is to certify that the person named above studied at "
	    "this university and that the studies ended on the date stated "
	    "above without a degree."));
}

void
fill_completion(struct draft *d)
{
	draft_person(d);
	day(d, N_("Date of completion"), "completed_on");
	say(d, N_("This is to certify that the person named above has "
	    "completed all courses required in the course of study stated "
	    "above."));
}

void
fill_expected(struct draft *d)
{
	draft_person(d);
	draft_field(d, N_("Degree"), draft_get(d, d->content, "degree"));
	day(d, N_("Expected date of the degree"), "expected_on");
	say(d, N_("This is to certify that the degree stated above is expected "
	    "to be conferred on the person named above on the date stated."));
}

void
fill_degree(struct draft *d)
{
	draft_person(d);
	draft_field(d, N_("Degree"), draft_get(d, d->content, "degree"));
	day(d, N_("Date of the degree"), "degree_on");
	draft_field(d, N_("Degree number"), draft_get(d, d->content,
	    "degree_no"));
	say(d, N_("This is to certify that the person named above holds the "
	    "degree stated above of this university."));
}

void
fill_conferral(struct draft *d)
{
	draft_person(d);
	day(d, N_("Date of completion"), "completed_on");
	draft_field(d, N_("Degree"), draft_get(d, d->content, "degree"));
	draft_field(d, N_("Thesis"), draft_get(d, d->content, "thesis"));
	day(d, N_("Date of conferral"), "degree_on");
	draft_field(d, N_("Degree number"), draft_get(d, d->content,
	    "degree_no"));
	say(d, N_("This is to certify that this university conferred the degree "
	    "stated above on the person named above on the date of "
	    "conferral."));
}

void
fill_tuition(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ "term", N_("Term"), 3.5, PAPER_LEFT, NULL },
		{ "item", N_("Item"), 2.5, PAPER_LEFT, NULL },
		{ "paid_on", N_("Paid on"), 3, PAPER_LEFT, draft_date },
		{ "amount", N_("Amount (KRW)"), 2.5, PAPER_RIGHT, NULL },
	};
	const char **foot = arena_alloc(d->arena, 4 * sizeof(*foot));

	draft_person(d);
	say(d, N_("This is to certify that the person named above has paid the "
	    "tuition listed below to this university."));
	foot[0] = draft_text(d, N_("Total"));
	foot[1] = foot[2] = "";
	foot[3] = draft_get(d, d->content, "total");
	draft_table(d, N_("Payments"), "payments", columns, 4, foot);
}
