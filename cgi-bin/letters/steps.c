#include "letters.h"

/* What happened to a letter, in words. */
static const struct word steps[] = {
	{ "asked", N_("Asked for") },
	{ "taken", N_("The office looks after it") },
	{ "released", N_("Put back for a colleague") },
	{ "assigned", N_("An author was asked to write it") },
	{ "invited", N_("An author outside was asked to write it") },
	{ "reminded", N_("The author was reminded") },
	{ "relieved", N_("The author need not write it; another one is looked for") },
	{ "declined", N_("The author declined; another one is looked for") },
	{ "submitted", N_("Written; it waits for its second reader") },
	{ "returned", N_("Sent back to the author with remarks") },
	{ "approved", N_("Read and approved") },
	{ "failed", N_("It could not be printed") },
	{ "issued", N_("Issued") },
	{ "fetched", N_("Fetched by the student") },
	{ "handed", N_("Handed over") },
	{ "posted", N_("Posted") },
	{ "linked", N_("A link was sent to the recipient") },
	{ "correcting", N_("It is being corrected; a new one will replace it") },
	{ "cancelled", N_("Taken back by the student") },
	{ "refused", N_("No letter is written") },
	{ "revoked", N_("Revoked") },
	{ NULL, NULL }
};

void
steps_push(struct view *v, struct req *req, const struct db_rows *r)
{
	static const char *const columns[] = { "letter", "step", "text", "at",
	    "by_whom", "word" };
	const char **cells;
	int i, n = db_count(r);

	cells = arena_alloc(req->arena, ((size_t)n * 6 + 1) * sizeof(*cells));
	for (i = 0; i < n; i++) {
		cells[i * 6] = db_get(r, i, "letter");
		cells[i * 6 + 1] = db_get(r, i, "step");
		cells[i * 6 + 2] = word_of(req, steps, db_get(r, i, "step"));
		cells[i * 6 + 3] = when_text(req, db_get(r, i, "at"));
		cells[i * 6 + 4] = db_get(r, i, "by_whom");
		cells[i * 6 + 5] = db_get(r, i, "word");
	}
	view_table(v, "steps", columns, 6, cells, n);
}
