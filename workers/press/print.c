#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "i18n.h"
#include "local.h"
#include "log.h"
#include "press.h"

#define SIGN_MS	3000

/* What every document has, whatever its kind. */
static void
fill_frame(struct press *p, struct draft *d, const struct db_rows *r,
    const struct kind *kind, const char *serial)
{
	char *code = arena_alloc(p->arena, SHORTCODE_ROOM);
	struct paper *paper = &d->paper;

	shortcode_make(p->key, serial, code);
	paper->lang = d->lang;
	paper->issuer = arena_strdup(p->arena, db_get(r, 0, "issuer"));
	paper->seal = arena_strdup(p->arena, db_get(r, 0, "seal"));
	paper->title = draft_text(d, kind->title);
	paper->serial = serial;
	paper->holder = draft_get(d, d->content, "name_latin");
	if (strcmp(d->lang, "en") != 0 || *paper->holder == '\0')
		paper->holder = draft_get(d, d->content, "name");
	paper->continued = draft_text(d, N_("(continued)"));
	paper->lead = "";
	paper->fields = d->fields;
	paper->tables = d->tables;
	paper->notes = d->notes;
	paper->paragraphs = d->paragraphs;
	paper->date = draft_date(d, d->told_at);
	paper->signatory = draft_with(d, N_("President, {issuer}"), "issuer",
	    paper->issuer);
	paper->code = code;
	paper->url = arena_printf(p->arena, "%s/verify/%s", p->base_url, code);
	paper->verify_title = draft_text(d, N_("Is this document genuine?"));
	paper->verify_text = draft_text(d, N_("Scan the code, or type it at "
	    "the address above. Nobody has to log in. The file itself can be "
	    "checked there too."));
	paper->page_text = draft_text(d, N_("Page {page} of {pages}"));
	paper->subject = paper->title;
	paper->made_at = (time_t)db_int(r, 0, "told_epoch");
}

/* Makes the file and reads it back.  A word: ok, or why it is not issued. */
static const char *
make_file(struct press *p, struct draft *d, const struct db_rows *r,
    const char *serial, unsigned char **pdf, size_t *size)
{
	const struct kind *kind = kind_find(db_get(r, 0, "kind"));
	struct paper_error error;
	enum paper_code code;

	if (kind == NULL || d->content == NULL)
		return "kind";
	fill_frame(p, d, r, kind, serial);
	if (kind->lay != NULL)
		return sheet_make(p, d, kind, pdf, size);
	kind->fill(d);
	if (*db_get(r, 0, "mistakes") != '\0')
		draft_note(d, draft_with(d, N_("If something on this document "
		    "is wrong, please call {phone}."), "phone", arena_strdup(
		    p->arena, db_get(r, 0, "mistakes"))));
	else if (*db_get(r, 0, "contact") != '\0')
		draft_note(d, arena_strdup(p->arena, db_get(r, 0, "contact")));
	code = paper_write(&d->paper, pdf, size, &error);
	if (code != PAPER_OK)
		return paper_code_name(code);
	return check_paper(&d->paper, *pdf, *size) == 0 ? "ok" : "check";
}

static int
store(struct press *p, const char *serial, const char *code,
    const unsigned char *pdf, size_t size)
{
	unsigned char hash[32];
	char *hex = malloc(2 * size + 3), hash_hex[67] = "\\x";
	struct db_rows *r;
	int stored;

	if (hex == NULL)
		return -1;
	memcpy(hex, "\\x", 3);
	sodium_bin2hex(hex + 2, 2 * size + 1, pdf, size);
	shortcode_hash(code, hash);
	sodium_bin2hex(hash_hex + 2, sizeof(hash_hex) - 2, hash, 32);
	r = db_do(p->db, SQL_PRINTED, serial, hash_hex, hex);
	free(hex);
	stored = r != NULL && strcmp(db_get(r, 0, "printed"), "printed") == 0;
	db_rows_free(r);
	return stored ? 0 : -1;
}

static void
note_failed(struct press *p, const char *serial, const char *why)
{
	log_line(LOG_WARN, "%s is not issued: %s", serial, why);
	db_rows_free(db_do(p->db, SQL_FAILED, serial, why));
}

/* From the content to the stored file. */
static const char *
print(struct press *p, const struct db_rows *r, const char *serial)
{
	const char *content = db_get(r, 0, "content"), *end;
	struct draft d = { .arena = p->arena };
	unsigned char *pdf = NULL;
	size_t size;

	d.lang = arena_strdup(p->arena, db_get(r, 0, "lang"));
	d.told_at = arena_strdup(p->arena, db_get(r, 0, "told_at"));
	d.content = json_loads(content, JSON_REJECT_DUPLICATES, NULL);
	end = make_file(p, &d, r, serial, &pdf, &size);
	if (strcmp(end, "ok") != 0)
		note_failed(p, serial, end);
	else if (store(p, serial, d.paper.code, pdf, size) != 0)
		end = "fault";
	free(pdf);
	json_decref(d.content);
	return end;
}

/* The signer's word; what it will never sign is noted as failed. */
static const char *
sign(struct press *p, const char *serial, char answer[LOCAL_LINE + 1])
{
	static const char *const final[] = { "changed", "step-up", "file",
	    NULL };
	char line[LOCAL_LINE];
	int i;

	snprintf(line, sizeof(line), "sign %s", serial);
	if (local_ask(p->signer, line, answer, SIGN_MS) != 0)
		return "busy";
	for (i = 0; final[i] != NULL; i++)
		if (strcmp(answer, final[i]) == 0)
			note_failed(p, serial, answer);
	return answer;
}

void
press_make(struct press *p, const char *serial, char *out, size_t room)
{
	struct db_rows *r;
	char answer[LOCAL_LINE + 1], state[16] = "";
	const char *end = "ok";

	crew_hold(serial);
	r = db_do(p->db, SQL_TAKE, serial);
	if (r == NULL || db_count(r) != 1)
		end = r == NULL ? "busy" : "gone";
	else {
		snprintf(state, sizeof(state), "%s", db_get(r, 0, "state"));
		if (strcmp(state, "asked") == 0)
			end = print(p, r, serial);
		else if (strcmp(state, "printed") != 0)
			end = state;
	}
	db_rows_free(r);
	if (strcmp(end, "ok") == 0)
		end = sign(p, serial, answer);
	crew_release(serial);
	snprintf(out, room, "%s", end);
	arena_reset(p->arena);
}
