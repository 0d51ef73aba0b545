#include <string.h>

#include <glib.h>

#include "app.h"
#include "arena.h"
#include "form.h"
#include "frame.h"
#include "next.h"
#include "purpose.h"

static const char *const reasons[] = { "recognition", "advice", "compare",
    "report", "other", NULL };

const struct field purpose_fields[] = {
	{ "reason", FIELD_CHOICE, FIELD_REQUIRED, 0, 0, N_("What the file is for"),
	    reasons },
	{ "words", FIELD_LINE, 0, 0, 200, N_("In your own words"), NULL },
	{ "next", FIELD_LINE, 0, 0, 400, N_("Next page"), NULL },
	{ 0 }
};

static const struct word labels[] = {
	{ "recognition", N_("Recognition of credits, records of study") },
	{ "advice", N_("Advising students") },
	{ "compare", N_("Comparing with our own records") },
	{ "report", N_("A report that is required") },
	{ "other", N_("Something else") },
	{ NULL, NULL }
};

static const struct word missing[] = {
	{ "words", N_("Please say in a few words what it is for.") },
	{ NULL, NULL }
};

/* What is shown in the form: as typed, or as it was said before. */
static void
push_form(struct view *v, struct req *req, const struct db_rows *said)
{
	static const char *const columns[] = { "code", "label", "on" };
	const size_t n = sizeof(labels) / sizeof(labels[0]) - 1;
	int typed = strcmp(req->method, "POST") == 0;
	const char *cells[3 * (sizeof(labels) / sizeof(labels[0]))], *now;
	size_t i;

	now = typed || db_count(said) == 0 ? field_shown(req, "reason") :
	    db_get(said, 0, "reason");
	for (i = 0; i < n; i++) {
		cells[3 * i] = labels[i].code;
		cells[3 * i + 1] = T(req, labels[i].text);
		cells[3 * i + 2] = strcmp(now, labels[i].code) == 0 ? "1" : "";
	}
	view_table(v, "reasons", columns, 3, cells, (int)n);
	view_text(v, "words", typed || db_count(said) == 0 ?
	    field_shown(req, "words") : db_get(said, 0, "words"));
}

static const char *
reason_path(struct req *req)
{
	return arena_printf(req->arena, "/%s/reason", req->app->program->name);
}

enum outcome
purpose_show(struct req *req, const struct purpose_page *p, enum outcome end)
{
	const char *next = next_page(req->arena, field_shown(req, "next"));
	struct db_batch *b = db_open(req);
	int call = db_call(b, p->said);
	enum outcome o = db_run(b);
	struct view *v;

	if (o != OUT_DONE)
		return o;
	v = view_new(req, "shared/reason");
	view_text(v, "title", T(req, "What files are for"));
	view_text(v, "above", p->above);
	view_text(v, "above_word", T(req, p->above_word));
	view_text(v, "here", reason_path(req));
	view_text(v, "back", *next == '\0' ? p->home : next);
	/* Templates of the frame are not given these by themselves. */
	view_raw_html(v, "messages", frame_messages(req));
	view_raw_html(v, "errors", frame_errors(req));
	push_form(v, req, db_result(b, call));
	return view_send(v, end);
}

enum outcome
purpose_save(struct req *req, const struct purpose_page *p)
{
	const char *next;
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return purpose_show(req, p, OUT_INVALID);
	next = next_page(req->arena, field(req, "next"));
	b = db_open(req);
	call = db_call(b, p->save, req->request, field(req, "reason"),
	    field(req, "words"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = form_say(req, db_result(b, call), missing);
	if (!outcome_good(o))
		return purpose_show(req, p, o);
	return resp_redirect(req, "%s", *next == '\0' ? p->home : next);
}

void
purpose_push(struct view *v, struct req *req, const struct db_rows *said,
    const char *next)
{
	char *escaped = g_uri_escape_string(next, "/", FALSE);
	const char *words = db_count(said) == 0 ? "" : db_get(said, 0, "words");

	view_text(v, "purpose", db_count(said) == 0 ? "" : *words != '\0' ?
	    words : word_of(req, labels, db_get(said, 0, "reason")));
	view_text(v, "purpose_page", arena_printf(req->arena,
	    "%s?next=%s", reason_path(req), escaped));
	g_free(escaped);
}
