#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "i18n.h"
#include "press.h"

/*
 * A letter laid out to be looked at before it is approved: the same pages but
 * for serial, code and seal, which it has none of.  Nothing is signed.
 */

static void
fill(struct draft *d, const struct db_rows *r)
{
	struct paper *paper = &d->paper;

	paper->lang = d->lang;
	paper->issuer = arena_strdup(d->arena, db_get(r, 0, "issuer"));
	paper->seal = paper->code = paper->url = paper->lead = "";
	paper->title = draft_text(d, N_("Letter of recommendation"));
	paper->serial = draft_text(d, N_("Preview, not issued"));
	paper->fields = d->fields;
	paper->tables = d->tables;
	paper->notes = d->notes;
	paper->paragraphs = d->paragraphs;
	paper->date = draft_date(d, d->told_at);
	paper->verify_title = paper->verify_text = "";
	paper->page_text = draft_text(d, N_("Page {page} of {pages}"));
	paper->subject = paper->title;
	paper->made_at = (time_t)db_int(r, 0, "told_epoch");
	fill_letter(d);
	if (*db_get(r, 0, "contact") != '\0')
		draft_note(d, arena_strdup(d->arena, db_get(r, 0, "contact")));
}

static void
store(struct press *p, const char *letter, const unsigned char *pdf,
    size_t size, const char *why)
{
	char *hex = pdf == NULL ? NULL : malloc(2 * size + 3);

	if (hex != NULL) {
		memcpy(hex, "\\x", 3);
		sodium_bin2hex(hex + 2, 2 * size + 1, pdf, size);
	}
	db_rows_free(db_do(p->db, SQL_PREVIEW_MADE, letter, hex, why));
	free(hex);
}

void
press_preview(struct press *p, const char *letter, char *out, size_t room)
{
	struct db_rows *r = db_do(p->db, SQL_PREVIEW_TAKE, letter);
	struct draft d = { .arena = p->arena };
	unsigned char *pdf = NULL;
	struct paper_error error;
	enum paper_code code;
	size_t size = 0;

	if (r == NULL || db_count(r) != 1) {
		snprintf(out, room, "%s", r == NULL ? "busy" : "gone");
		db_rows_free(r);
		return;
	}
	d.lang = arena_strdup(p->arena, db_get(r, 0, "lang"));
	d.told_at = arena_strdup(p->arena, db_get(r, 0, "told_at"));
	d.content = json_loads(db_get(r, 0, "content"), 0, NULL);
	fill(&d, r);
	code = paper_write(&d.paper, &pdf, &size, &error);
	store(p, letter, pdf, size, code == PAPER_OK ? "" :
	    paper_code_name(code));
	snprintf(out, room, "%s", paper_code_name(code));
	free(pdf);
	json_decref(d.content);
	db_rows_free(r);
	arena_reset(p->arena);
}
