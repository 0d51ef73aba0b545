#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "sheet_write.h"

/* A search in the audit; reading it is itself recorded (S25). */

static const char *const reasons[] = { "inspection", "incident", "request",
    "statistics", NULL };
static const char *const formats[] = { "csv", "xlsx", NULL };

const struct field audit_fields[] = {
	{ "from", FIELD_DATE, 0, 0, 0, N_("From"), NULL },
	{ "until", FIELD_DATE, 0, 0, 0, N_("Until"), NULL },
	{ "person", FIELD_WORD, 0, 1, 40, N_("Student (ID)"), NULL },
	{ "section", FIELD_WORD, 0, 1, 20, N_("Section"), NULL },
	{ "university", FIELD_WORD, 0, 1, 20, N_("University"), NULL },
	{ "who", FIELD_WORD, 0, 1, 40, N_("Login"), NULL },
	{ "act", FIELD_WORD, 0, 1, 40, N_("Act"), NULL },
	{ "outcome", FIELD_WORD, 0, 1, 40, N_("Outcome"), NULL },
	{ "kind", FIELD_WORD, 0, 1, 40, N_("Object"), NULL },
	{ "object", FIELD_ID, 0, 0, 0, N_("Number of the object"), NULL },
	{ "request_id", FIELD_WORD, 0, 1, 80, N_("Request"), NULL },
	{ "before", FIELD_ID, 0, 0, 0, N_("Older than"), NULL },
	{ "format", FIELD_CHOICE, 0, 0, 0, N_("Kind of file"), formats },
	{ "reason", FIELD_CHOICE, FIELD_REQUIRED, 0, 0,
	    N_("Why the file is needed"), reasons },
	{ 0 }
};

static const char *const filters[] = { "from", "until", "person", "section",
    "university", "who", "act", "outcome", "kind", "object", "request_id",
    NULL };

#define SHOWN	100	/* rows on a page */

static int
call_audit(struct req *req, struct db_batch *b, const char *before,
    const char *limit, const char *reason)
{
	return db_call(b, SQL_AUDIT, desk_null(field(req, "from")),
	    desk_null(field(req, "until")), field(req, "who"),
	    field(req, "person"), field(req, "section"),
	    field(req, "university"), field(req, "act"),
	    field(req, "outcome"), field(req, "kind"),
	    desk_null(field(req, "object")), field(req, "request_id"),
	    desk_null(before), limit, reason);
}

/* Rows that are rows: the last one may only say where the next page begins. */
static int
rows_of(const struct db_rows *r)
{
	int n = db_count(r);

	return n > 0 && db_null(r, n - 1, "id") ? n - 1 : n;
}

static void
push_rows(struct view *v, struct req *req, const struct db_rows *r, int n)
{
	static const char *const columns[] = { "id", "at", "login",
	    "university", "person", "act", "act_word", "program",
	    "object_kind", "object", "outcome", "outcome_word", "rule",
	    "good" };
	const int ncols = sizeof(columns) / sizeof(columns[0]);
	const char **cell, **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(ncols * (n + 1)));
	int i;

	for (i = 0; i < n; i++) {
		cell = cells + i * ncols;
		cell[0] = db_get(r, i, "id");
		cell[1] = when_text(req, db_get(r, i, "told_at"));
		cell[2] = db_get(r, i, "login");
		cell[3] = db_get(r, i, "university");
		cell[4] = db_get(r, i, "person");
		cell[5] = db_get(r, i, "act");
		cell[6] = word_of(req, act_labels, cell[5]);
		cell[7] = db_get(r, i, "program");
		cell[8] = word_of(req, object_labels,
		    db_get(r, i, "object_kind"));
		cell[9] = *db_get(r, i, "object") != '\0' ?
		    db_get(r, i, "object") : db_get(r, i, "object_id");
		cell[10] = db_get(r, i, "outcome");
		cell[11] = audit_outcome(req, cell[10]);
		cell[12] = db_get(r, i, "rule");
		cell[13] = strcmp(cell[10], "done") == 0 ? "1" : "";
	}
	view_table(v, "rows", columns, ncols, cells, n);
}

const char *
audit_outcome(struct req *req, const char *word)
{
	const char *text = word_of(req, outcome_labels, word);

	return text != word ? text : word_of(req, refusal_labels, word);
}

void
audit_push_state(struct view *v, const struct db_rows *r)
{
	view_int(v, "head", db_int(r, 0, "head"));
	view_when(v, "signed_at", db_get(r, 0, "signed_at"));
	view_int(v, "sealed", db_int(r, 0, "sealed"));
	view_int(v, "unsealed", db_int(r, 0, "unsealed"));
	view_int(v, "late", db_bool(r, 0, "late"));
	view_int(v, "late_min", db_int(r, 0, "oldest_s") / 60);
}

static enum outcome
show(struct req *req, enum outcome end)
{
	const struct db_rows *r;
	const char *older = "";
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int call, state, unis, n;

	b = db_open(req);
	call = call_audit(req, b, field(req, "before"), "101", "");
	state = db_call(b, SQL_AUDIT_STATE);
	unis = db_call(b, SQL_UNIVERSITIES, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	r = db_result(b, call);
	n = rows_of(r);
	if (n > SHOWN)
		older = db_get(r, SHOWN - 1, "id");
	else if (n < db_count(r))
		older = db_get(r, n, "more");
	v = view_new(req, "staff/audit");
	view_text(v, "title", T(req, "Audit"));
	push_rows(v, req, r, n > SHOWN ? SHOWN : n);
	view_text(v, "older", older);
	view_int(v, "all", n <= SHOWN && n == db_count(r));
	view_text(v, "keep", form_keep(req, filters));
	view_rows(v, "universities", db_result(b, unis));
	audit_push_state(v, db_result(b, state));
	return view_send(v, end);
}

/* GET /staff/audit */
enum outcome
staff_audit(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

static const struct sheet_out_column columns[] = {
	{ "id", SHEET_NUMBER, 10 }, { "at", SHEET_TEXT, 30 },
	{ "told_at", SHEET_TEXT, 24 }, { "login", SHEET_TEXT, 14 },
	{ "person", SHEET_TEXT, 14 }, { "university", SHEET_TEXT, 12 },
	{ "program", SHEET_TEXT, 12 }, { "act", SHEET_TEXT, 18 },
	{ "object_kind", SHEET_TEXT, 14 }, { "object_id", SHEET_NUMBER, 12 },
	{ "object", SHEET_TEXT, 14 }, { "outcome", SHEET_TEXT, 12 },
	{ "rule", SHEET_TEXT, 8 }, { "request_id", SHEET_TEXT, 24 },
	{ "detail", SHEET_TEXT, 40 },
};
#define COLUMNS	(sizeof(columns) / sizeof(columns[0]))

static void
free_bytes(void *bytes)
{
	free(bytes);
}

/* The rows as a sheet of the chosen kind. */
static enum outcome
send_sheet(struct req *req, const struct db_rows *r)
{
	int xlsx = strcmp(field(req, "format"), "xlsx") == 0, i;
	enum sheet_format format = xlsx ? SHEET_XLSX : SHEET_CSV;
	struct sheet_out_spec spec = { .name = T(req, "Audit"),
	    .columns = columns, .ncolumns = COLUMNS };
	struct sheet_out *out = sheet_out_open(format, &spec);
	const char *cells[COLUMNS];
	char *bytes;
	size_t size, c;

	for (i = 0; out != NULL && i < rows_of(r); i++) {
		for (c = 0; c < COLUMNS; c++)
			cells[c] = db_get(r, i, columns[c].heading);
		sheet_out_row(out, cells);
	}
	if (out == NULL || sheet_out_end(out, &bytes, &size) != 0)
		return OUT_FAULT;
	arena_defer(req->arena, free_bytes, bytes);
	return resp_file(req, sheet_format_type(format),
	    xlsx ? "audit.xlsx" : "audit.csv", bytes, size);
}

/* POST /staff/audit: the same search as a file, with its reason (S25). */
enum outcome
staff_audit_file(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return show(req, OUT_INVALID);
	b = db_open(req);
	call = call_audit(req, b, "", "50000", field(req, "reason"));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	return send_sheet(req, db_result(b, call));
}
