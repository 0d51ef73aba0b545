#include <string.h>

#include "i18n.h"
#include "list_words.h"
#include "press.h"

/* The announced grades of a home university's students (R186). */

static const char *
word_in(struct draft *d, const struct word *words, const char *code)
{
	for (; words->code != NULL; words++)
		if (strcmp(words->code, code) == 0)
			return draft_text(d, words->text);
	return code;
}

/* What the file has, in this order. */
static const struct {
	const char		*key, *heading;
	const struct word	*words;
} fields[] = {
	{ "mark", N_("Change"), mark_words },
	{ "student_no", N_("Student number"), NULL },
	{ "name", N_("Name"), NULL },
	{ "name_latin", N_("Name in Latin letters"), NULL },
	{ "department", N_("Department"), NULL },
	{ "temporary_id", N_("Temporary student ID"), NULL },
	{ "section", N_("Section"), NULL },
	{ "title", N_("Title"), NULL },
	{ "credits", N_("Credits"), NULL },
	{ "grade", N_("Grade"), NULL },
	{ "state", N_("State"), registration_words },
	{ "why", N_("Why no credits"), why_words },
};
#define NFIELDS		(sizeof(fields) / sizeof(fields[0]))
#define NCOLUMNS	(NFIELDS + 2)	/* and the credit, and before */

/* What the version before said of a row, in one cell. */
static const char *
before_of(struct draft *d, const json_t *row)
{
	static const char *const keys[] = { "student_no", "name_native",
	    "department", "credits", "grade" };
	const json_t *was = json_object_get(row, "was"), *granted;
	const char *out, *v;
	size_t i;

	out = word_in(d, registration_words, draft_get(d, was, "state"));
	for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (*(v = draft_get(d, was, keys[i])) != '\0')
			out = arena_printf(d->arena, "%s%s%s", out,
			    *out == '\0' ? "" : ", ", v);
	granted = json_object_get(was, "credit_granted");
	if (granted != NULL)
		out = arena_printf(d->arena, "%s%s%s", out,
		    *out == '\0' ? "" : ", ", draft_text(d,
		    json_is_true(granted) ? N_("with credit") :
		    N_("without credit")));
	return out;
}

static void
lay_row(struct draft *d, const json_t *row, const char **cells)
{
	size_t i;

	for (i = 0; i < NFIELDS; i++) {
		cells[i] = draft_get(d, row, fields[i].key);
		if (fields[i].words != NULL)
			cells[i] = word_in(d, fields[i].words, cells[i]);
	}
	cells[i++] = json_is_true(json_object_get(row, "credit_granted")) ?
	    "" : draft_text(d, N_("without credit"));
	cells[i] = before_of(d, row);
}

/* "BIO5012-01 · Students: 6 · Mean: 75.5 · 90–100: 3, 80–89: 2" */
static const char *
spread_line(struct draft *d, const json_t *section)
{
	const json_t *spread = json_object_get(section, "spread"), *step;
	const char *out = "";
	json_int_t n;
	size_t i;

	json_array_foreach(spread, i, step) {
		n = json_integer_value(json_array_get(step, 1));
		if (n > 0)
			out = arena_printf(d->arena, "%s%s%s: %lld", out,
			    *out == '\0' ? "" : ", ",
			    json_string_value(json_array_get(step, 0)),
			    (long long)n);
	}
	return arena_printf(d->arena, "%s · %s: %s · %s: %s · %s",
	    draft_get(d, section, "section"), draft_text(d, N_("Students")),
	    draft_get(d, section, "students"), draft_text(d, N_("Mean")),
	    draft_get(d, section, "mean"), out);
}

/* What has changed since the version before; NULL of the first. */
static const char *
since_line(struct draft *d)
{
	const json_t *c = d->content;
	json_int_t version = json_integer_value(json_object_get(c, "version"));

	if (version < 2)
		return NULL;
	return arena_printf(d->arena, "%s · %s: %s · %s: %s · %s: %s",
	    draft_with(d, N_("Since version {n}"), "n", arena_printf(d->arena,
	    "%lld", (long long)version - 1)),
	    draft_text(d, N_("Added")), draft_get(d, c, "added"),
	    draft_text(d, N_("Removed")), draft_get(d, c, "removed"),
	    draft_text(d, N_("Changed")), draft_get(d, c, "changed"));
}

/*
 * The lines above the table: which version it is, what changed, how the grades
 * are spread, and where anybody can ask whether the file is genuine.
 */
static const char **
lay_titles(struct draft *d)
{
	const json_t *c = d->content, *spread = json_object_get(c, "spread");
	const char **titles = arena_alloc(d->arena, (json_array_size(spread) +
	    6) * sizeof(*titles));
	const struct paper *paper = &d->paper;
	size_t i, n = 0;

	titles[n++] = arena_printf(d->arena, "%s · %s, %s: %s, %s %s",
	    paper->issuer, draft_get(d, c, "university"),
	    draft_get(d, c, "term"), paper->title, draft_text(d,
	    N_("version")), draft_get(d, c, "version"));
	titles[n++] = arena_printf(d->arena, "%s: %s · %s: %s · %s: %s · "
	    "%s: %s", draft_text(d, N_("Made")), paper->date, draft_text(d,
	    N_("Students")), draft_get(d, c, "students"), draft_text(d,
	    N_("Registrations")), draft_get(d, c, "registrations"),
	    draft_text(d, N_("Credits granted")), draft_get(d, c, "credits"));
	titles[n] = since_line(d);
	n += titles[n] != NULL;
	for (i = 0; i < json_array_size(spread); i++)
		titles[n++] = spread_line(d, json_array_get(spread, i));
	titles[n++] = arena_printf(d->arena, "%s: %s · %s: %s", draft_text(d,
	    N_("Serial number")), paper->serial, draft_text(d, N_("Code")),
	    paper->code);
	titles[n++] = arena_printf(d->arena, "%s %s", paper->verify_title,
	    paper->url);
	titles[n] = NULL;
	return titles;
}

void
lay_grades(struct draft *d, struct grid *g)
{
	const json_t *rows = json_object_get(d->content, "rows");
	struct sheet_out_column *columns = arena_alloc(d->arena, NCOLUMNS *
	    sizeof(*columns));
	size_t i;

	memset(columns, 0, NCOLUMNS * sizeof(*columns));
	for (i = 0; i < NFIELDS; i++)
		columns[i].heading = draft_text(d, fields[i].heading);
	columns[i++].heading = draft_text(d, N_("Credit"));
	columns[i].heading = draft_text(d, N_("Before"));
	g->name = draft_text(d, N_("Grades"));
	g->titles = lay_titles(d);
	g->columns = columns;
	g->ncolumns = NCOLUMNS;
	g->nrows = json_array_size(rows);
	g->cells = arena_alloc(d->arena, (g->nrows * NCOLUMNS + 1) *
	    sizeof(*g->cells));
	for (i = 0; i < g->nrows; i++)
		lay_row(d, json_array_get(rows, i), g->cells + i * NCOLUMNS);
}
