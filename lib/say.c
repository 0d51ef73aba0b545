#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "app.h"
#include "arena.h"
#include "i18n.h"
#include "log.h"

/*
 * The standard sentence of each outcome.  `needs` names a value of the detail
 * without which the next row of the same outcome is tried.
 */
static const struct {
	enum outcome	 outcome;
	const char	*needs, *text;
} standard[] = {
	{ OUT_DONE, NULL, N_("Done.") },
	{ OUT_PENDING, NULL, N_("Received. It waits for the next step.") },
	{ OUT_ALREADY, NULL, N_("This was done before; nothing changed.") },
	{ OUT_FULL, NULL, N_("All seats are taken.") },
	{ OUT_CLOSED, NULL, N_("This section was closed by the university.") },
	{ OUT_WINDOW, "opens_at", N_("This is not open yet. It opens on {opens_at}.") },
	{ OUT_WINDOW, "closes_at", N_("This is not open any more. It closed on {closes_at}.") },
	{ OUT_WINDOW, NULL, N_("This is not open now.") },
	{ OUT_CREDITS, "max", N_("This would be {would} {would:credit|credits}; your limit is {max}.") },
	{ OUT_CREDITS, NULL, N_("This goes beyond your credit limit.") },
	{ OUT_CONFLICT, "with", N_("The time overlaps with {with} ({when}).") },
	{ OUT_CONFLICT, NULL, N_("The times overlap.") },
	{ OUT_NOT_OPEN, NULL, N_("This section is not open to exchange students.") },
	{ OUT_NOT_APPROVED, NULL, N_("There is no approved application for this term. Please apply first.") },
	{ OUT_NOT_RECOMMENDED, NULL, N_("Your home university has not recommended you yet. Please ask its coordinator.") },
	{ OUT_DUPLICATE, NULL, N_("This is there already.") },
	{ OUT_INVALID, NULL, N_("Please check what you entered.") },
	{ OUT_EXPIRED, NULL, N_("The time for this has run out. Please ask for a new link.") },
	{ OUT_QUOTA, NULL, N_("The agreed number is reached.") },
	{ OUT_INELIGIBLE, NULL, N_("The conditions for this are not met.") },
	{ OUT_LOCKED, NULL, N_("Too many attempts. Please wait a few minutes and try again.") },
	{ OUT_FORBIDDEN, NULL, N_("You may not do this.") },
	{ OUT_BUSY, NULL, N_("Many people are here at the moment. Nothing is lost: please try again in a few seconds.") },
	{ OUT_GONE, NULL, N_("This is not there, or not any more.") },
	{ OUT_CHANGED, NULL, N_("The data changed in between. Please look at it again.") },
	{ OUT_RETURNED, NULL, N_("This was returned for correction.") },
	{ OUT_REVIEW, NULL, N_("A person will look at this.") },
	{ OUT_UNCONFIRMED, NULL, N_("The e-mail address is not confirmed yet.") },
	{ OUT_MINIMUM, NULL, N_("This would fall below the lower credit limit.") },
	{ OUT_LATE, NULL, N_("The deadline has passed. An exception has to be recorded first.") },
	{ OUT_LETTER_MISSING, NULL, N_("The official letter is still missing.") },
	{ OUT_LOGIN, NULL, N_("Please log in.") },
	{ OUT_UNKNOWN, NULL, N_("There is nothing at this address.") },
	{ OUT_FAULT, NULL, N_("Something went wrong on our side. Please try again; what you sent has one effect, even if you send it twice.") },
};

#define NSTANDARD	(sizeof(standard) / sizeof(standard[0]))

/* The program's own text for act and outcome, or NULL; any: one for all acts. */
static const char *
own_sentence(struct req *req, const char *act, enum outcome o, int any)
{
	const struct saying *s;

	for (s = req->app->program->sayings; s != NULL && s->text != NULL; s++)
		if (s->outcome == o && (s->act == NULL ? any :
		    strcmp(s->act, act) == 0))
			return s->text;
	return NULL;
}

/*
 * The text for act and outcome: the program's own for what was decided
 * (recommend-refuse), its own for the act, else the standard one.
 */
static const char *
sentence(struct req *req, const char *act, enum outcome o, const json_t *detail)
{
	const json_t *decision = json_object_get(detail, "decision");
	const char *own = NULL;
	size_t i;

	if (json_is_string(decision))
		own = own_sentence(req, arena_printf(req->arena, "%s-%s", act,
		    json_string_value(decision)), o, 0);
	if (own == NULL)
		own = own_sentence(req, act, o, 1);
	if (own != NULL)
		return own;
	for (i = 0; i < NSTANDARD; i++)
		if (standard[i].outcome == o && (standard[i].needs == NULL ||
		    json_object_get(detail, standard[i].needs) != NULL))
			return standard[i].text;
	return "";
}

/* A value of the detail as the reader writes it. */
static void
append_value(struct req *req, GString *out, const json_t *detail,
    const char *name)
{
	const json_t *v;

	v = json_object_get(detail, name);
	if (json_is_string(v))
		g_string_append(out, when_text(req, json_string_value(v)));
	else if (json_is_integer(v) && strcmp(name, "day") == 0)
		g_string_append(out, day_text(req,
		    (int)json_integer_value(v)));
	else if (json_is_integer(v))
		g_string_append_printf(out, "%lld",
		    (long long)json_integer_value(v));
	else if (json_is_real(v))
		g_string_append_printf(out, "%g", json_real_value(v));
}

/* What stands between two braces: a name, or a choice by its value. */
static void
append_inside(struct req *req, GString *out, const json_t *detail,
    const char *inside, size_t len)
{
	const char *colon = i18n_colon(inside, len);
	GString *value;

	if (colon == NULL) {
		append_value(req, out, detail,
		    arena_strndup(req->arena, inside, len));
		return;
	}
	value = g_string_new(NULL);
	append_value(req, value, detail,
	    arena_strndup(req->arena, inside, (size_t)(colon - inside)));
	i18n_branch(out, colon + 1, len - (size_t)(colon + 1 - inside),
	    value->str);
	g_string_free(value, TRUE);
}

static const char *
fill(struct req *req, const char *text, const char *section,
    const json_t *detail)
{
	const char *p, *end, *done;
	GString *out;

	out = g_string_new(NULL);
	for (p = text; *p != '\0'; p++) {
		end = *p == '{' ? strchr(p, '}') : NULL;
		if (end == NULL) {
			g_string_append_c(out, *p);
			continue;
		}
		if (strncmp(p, "{section}", 9) == 0)
			g_string_append(out, section);
		else
			append_inside(req, out, detail, p + 1,
			    (size_t)(end - p - 1));
		p = end;
	}
	done = arena_strdup(req->arena, out->str);
	g_string_free(out, TRUE);
	return done;
}

/*
 * The reasons beside the first, so that nobody mends one to meet the next
 * (R30); they speak of the same values.  What is there already needs no other.
 */
static const char *
with_others(struct req *req, const char *act, enum outcome o,
    const char *section, const json_t *detail, const char *text)
{
	const json_t *also = json_object_get(detail, "also"), *word;
	enum outcome other;
	size_t i;

	if (o == OUT_DUPLICATE || outcome_good(o))
		return text;
	for (i = 0; i < json_array_size(also); i++) {
		word = json_array_get(also, i);
		other = json_is_string(word) ?
		    outcome_of(json_string_value(word)) : OUT_FAULT;
		if (other == OUT_FAULT)
			continue;
		text = arena_printf(req->arena, "%s %s%s%s", text,
		    i == 0 ? T(req, "Besides:") : "",
		    i == 0 ? " " : "", fill(req,
		    T(req, sentence(req, act, other, detail)), section,
		    detail));
	}
	return text;
}

static struct message *
add(struct req *req)
{
	struct message *more;

	more = arena_alloc(req->arena, (req->nmessages + 1) * sizeof(*more));
	if (req->nmessages > 0)
		memcpy(more, req->messages, req->nmessages * sizeof(*more));
	req->messages = more;
	return &req->messages[req->nmessages++];
}

void
say_act(struct req *req, const char *act, enum outcome o, const char *section,
    const char *rule, const char *detail)
{
	struct message *m;
	json_t *values;
	const char *text;

	values = detail == NULL ? NULL :
	    json_loads(detail, JSON_REJECT_DUPLICATES, NULL);
	text = fill(req, T(req, sentence(req, act, o, values)), section,
	    values);
	if (rule != NULL && *rule != '\0' && !outcome_good(o))
		text = arena_printf(req->arena, "%s (%s %s)", text,
		    T(req, "Rule"), rule);
	text = with_others(req, act, o, section, values, text);
	json_decref(values);
	m = add(req);
	m->outcome = o;
	m->section = arena_strdup(req->arena, section);
	m->act = arena_strdup(req->arena, act);
	m->text = text;
}

void
say(struct req *req, enum outcome o, const char *section, const char *rule,
    const char *detail)
{
	say_act(req, "", o, section, rule, detail);
}

void
say_text(struct req *req, enum outcome o, const char *section, const char *text)
{
	struct message *m;

	m = add(req);
	m->outcome = o;
	m->section = arena_strdup(req->arena, section);
	m->act = "";
	m->text = arena_strdup(req->arena, text);
}

/* 1 when the rows have a column of that name. */
static int
has(const struct db_rows *r, const char *name)
{
	int c;

	for (c = 0; c < db_columns(r); c++)
		if (strcmp(db_column(r, c), name) == 0)
			return 1;
	return 0;
}

enum outcome
say_rows(struct req *req, const struct db_rows *r)
{
	return say_act_rows(req, "", r);
}

enum outcome
say_act_rows(struct req *req, const char *what, const struct db_rows *r)
{
	enum outcome o, first = OUT_FAULT;
	int act, i, n, section, good = 0;

	n = db_count(r);
	if (n == 0)
		return OUT_FAULT;
	section = has(r, "section");
	act = has(r, "act");
	for (i = 0; i < n; i++) {
		o = outcome_of(db_get(r, i, "outcome"));
		if (i == 0)
			first = o;
		good |= outcome_good(o);
		say_act(req, act ? db_get(r, i, "act") : what, o,
		    section ? db_get(r, i, "section") : "",
		    db_get(r, i, "rule"), db_get(r, i, "detail"));
	}
	return good ? OUT_DONE : first;
}

/*
 * The page after a request that came twice: 'already' stands below what became
 * of the first, unless that says it itself.
 */
void
say_again(struct req *req)
{
	size_t i;
	int again = 0;

	for (i = 0; i < req->npairs; i++)
		again |= strcmp(req->pairs[i].name, "again") == 0;
	for (i = 0; i < req->nmessages; i++)
		if (req->messages[i].outcome == OUT_ALREADY)
			again = 0;
	if (again)
		say_text(req, OUT_ALREADY, "", req->nmessages == 0 ?
		    T(req, "This was done before; nothing changed.") :
		    T(req, "This was sent twice; it was done once. "
		    "What became of it stands above."));
}
