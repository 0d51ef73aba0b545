#include <string.h>

#include <glib.h>
#include <jansson.h>

#include "letters.h"

/* The page on which a letter is written, by login or by link. */

static const char *const texts[] = { "salutation", "body", "closing",
	"signed_name", "signed_title" };
#define NTEXTS	(sizeof(texts) / sizeof(texts[0]))

/* Lines end as in the database; marks that nobody sees are left out, as word
 * processors leave them behind (S17). */
static const char *
plain(struct req *req, const char *s)
{
	GString *out = g_string_new(NULL);
	const char *done;
	gunichar c;

	for (; *s != '\0'; s = g_utf8_next_char(s)) {
		c = g_utf8_get_char(s);
		if (c == '\r' || c == 0xad || c == 0xfeff || c == 0x061c ||
		    (c >= 0x200b && c <= 0x200f) ||
		    (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x2060 && c <= 0x2069))
			continue;
		g_string_append_unichar(out, c == '\t' || c == 0x2028 ? ' ' :
		    c);
	}
	done = arena_strdup(req->arena, out->str);
	g_string_free(out, TRUE);
	return done;
}

void
sheet_values(struct req *req, const char *values[SHEET_VALUES])
{
	size_t i;

	values[0] = *field(req, "version") == '\0' ? "0" : field(req,
	    "version");
	for (i = 0; i < NTEXTS; i++)
		values[1 + i] = plain(req, field(req, texts[i]));
	values[1 + NTEXTS] = *field(req, "confidential") == '\0' ? "f" : "t";
	values[2 + NTEXTS] = plain(req, field(req, "reason"));
}

const char *
sheet_decision(struct req *req)
{
	return *field(req, "decision") == '\0' ? "save" :
	    field(req, "decision");
}

/* What stands in the form: what was typed, else what is saved, else what the
 * text may begin with. */
static void
push_texts(struct view *v, struct req *req, const struct db_rows *r,
    int posted)
{
	int fresh = strcmp(db_get(r, 0, "version"), "1") == 0;
	struct draft begin = { "", "", "" };
	const char *text[NTEXTS];
	size_t i;

	if (fresh)
		draft_begin(req, r, &begin);
	for (i = 0; i < NTEXTS; i++)
		text[i] = posted ? field_shown(req, texts[i]) : db_get(r, 0,
		    texts[i]);
	if (fresh && !posted) {
		text[0] = begin.salutation;
		text[1] = begin.body;
		text[2] = begin.closing;
		text[3] = db_get(r, 0, "author");
	}
	for (i = 0; i < NTEXTS; i++)
		view_text(v, arena_printf(req->arena, "f_%s", texts[i]),
		    text[i]);
	view_int(v, "f_confidential", posted ? *field(req, "confidential") !=
	    '\0' : db_bool(r, 0, "confidential"));
	view_int(v, "fresh", fresh);
}

static void
push_facts(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const names[] = { "name", "name_latin", "id",
		"university", "department", "term", "courses", "number",
		"own_department" };
	json_t *facts = json_loads(db_get(r, 0, "facts"), 0, NULL);
	const char *s;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		s = json_string_value(json_object_get(facts, names[i]));
		view_text(v, arena_printf(req->arena, "fact_%s", names[i]),
		    s == NULL ? "" : s);
	}
	json_decref(facts);
}

enum outcome
sheet_show(struct req *req, const struct sheet *s, enum outcome end)
{
	int posted = strcmp(req->method, "POST") == 0;
	struct view *v = view_new(req, "letters/write");

	view_text(v, "title", T(req, "Write a letter of recommendation"));
	view_row(v, "l", s->row, 0);
	push_texts(v, req, s->row, posted);
	push_facts(v, req, s->row);
	view_text(v, "base", s->base);
	view_text(v, "save_url", s->save);
	view_text(v, "preview_url", s->preview);
	view_text(v, "form_url", s->form);
	view_int(v, "by_link", s->by_link);
	view_int(v, "overtaken", end == OUT_CHANGED);
	view_text(v, "f_reason", posted ? field_shown(req, "reason") : "");
	view_int(v, "declining", posted &&
	    strcmp(sheet_decision(req), "decline") == 0);
	return view_send(v, end);
}

/* An outcome as every form has it, without a page around it. */
enum outcome
sheet_saved(struct req *req, const struct db_rows *r)
{
	const char *outcome = r == NULL ? "invalid" : db_get(r, 0, "outcome");
	json_t *detail = r == NULL ? NULL : json_loads(db_get(r, 0, "detail"),
	    0, NULL);
	const char *body = arena_printf(req->arena,
	    "<p role=\"status\" data-outcome=\"%s\" data-version=\"%lld\"></p>",
	    outcome, (long long)json_integer_value(json_object_get(detail,
	    "version")));

	json_decref(detail);
	return resp_bytes(req, strcmp(outcome, "done") == 0 ? 200 : 422,
	    "text/html; charset=utf-8", body, strlen(body));
}
