#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "arena.h"
#include "certificate.h"
#include "certificates.h"
#include "document.h"

static const struct {
	const char	*why, *text;
} reasons[] = {
	{ "own", N_("Only for degree students of this university.") },
	{ "visitor", N_("Only for visiting students.") },
	{ "status", N_("You are not enrolled at present.") },
	{ "leave", N_("You are not on leave at present.") },
	{ "completed", N_("Your courses are not recorded as completed.") },
	{ "degree", N_("No degree has been conferred on you yet.") },
	{ "terminated", N_("Your studies were not terminated.") },
	{ "expected", N_("No day is recorded on which your degree is expected.") },
	{ "grades", N_("No grades are recorded for you.") },
	{ "hidden", N_("Your grades have not been announced yet.") },
	{ "payment", N_("No tuition payment is recorded for you.") },
	{ "registered", N_("You are not registered for any course of this term.") },
};

const char *
certificates_why(struct req *req, const char *why)
{
	size_t i;

	for (i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (strcmp(reasons[i].why, why) == 0)
			return T(req, reasons[i].text);
	return "";
}

/* The languages of a type as words for the script: "ko en". */
static const char *
languages_of(struct req *req, const struct db_rows *r, int i)
{
	return arena_printf(req->arena, "%s%s%s", db_bool(r, i, "ko") ?
	    "ko " : "", db_bool(r, i, "en") ? "en " : "",
	    db_bool(r, i, "ja") ? "ja" : "");
}

/* Every type: those one may have first, then the others with the reason. */
static void
push_types(struct req *req, struct view *v, const struct db_rows *r)
{
	static const char *const columns[] = { "type", "title", "may", "why",
	    "langs", "verified", "ko_only", "chosen" };
	const int ncols = sizeof(columns) / sizeof(columns[0]);
	const char *chosen = req->method[0] == 'P' &&
	    strcmp(req->path, "/certificates") == 0 ? field(req, "type") : "";
	const char **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(ncols * (db_count(r) + 1)));
	int i, n = 0, pass, may, total = 0;

	for (pass = 1; pass >= 0; pass--)
		for (i = 0; i < db_count(r); i++) {
			const char **c = cells + n * ncols;

			may = db_bool(r, i, "may");
			if (may != pass)
				continue;
			total += may;
			c[0] = db_get(r, i, "type");
			c[1] = T(req, certificate_title(c[0]));
			c[2] = may ? "1" : "";
			c[3] = certificates_why(req, db_get(r, i, "why"));
			c[4] = languages_of(req, r, i);
			c[5] = db_bool(r, i, "verified") ? "1" : "";
			c[6] = strcmp(c[4], "ko ") == 0 ? "1" : "";
			c[7] = strcmp(c[0], chosen) == 0 ? "1" : "";
			n++;
		}
	view_table(v, "types", columns, ncols, cells, n);
	view_int(v, "eligible", total);
	view_int(v, "most", db_count(r) > 0 ? db_int(r, 0, "copies_max") : 1);
}

/* The rows of a result with the type and the language in words. */
static void
push_named(struct req *req, struct view *v, const char *name,
    const struct db_rows *r, const char *const *columns, int ncols,
    const char *kind)
{
	const char **cells = arena_alloc(req->arena, sizeof(*cells) *
	    (size_t)(ncols * (db_count(r) + 1)));
	const char *value;
	int i, c;

	for (i = 0; i < db_count(r); i++)
		for (c = 0; c < ncols; c++) {
			value = strcmp(columns[c], "title") == 0 ? T(req,
			    certificate_title(db_get(r, i, kind))) :
			    strcmp(columns[c], "speech") == 0 ? language_name(
			    db_get(r, i, "lang")) : strcmp(columns[c],
			    "problem") == 0 ? document_problem(req, db_get(r,
			    i, "failed_why")) : db_get(r, i, columns[c]);
			if (strlen(columns[c]) > 3 && strcmp(columns[c] +
			    strlen(columns[c]) - 3, "_at") == 0)
				value = when_text(req, value);
			cells[i * ncols + c] = strcmp(value, "f") == 0 ? "" :
			    value;
		}
	view_table(v, name, columns, ncols, cells, db_count(r));
}

/* 1 while copies of something are being made. */
static int
is_making(const struct db_rows *r)
{
	int i;

	for (i = 0; i < db_count(r); i++)
		if (strcmp(db_get(r, i, "step"), "making") == 0)
			return 1;
	return 0;
}

static void
push_form(struct req *req, struct view *v)
{
	int posted = req->method[0] == 'P' &&
	    strcmp(req->path, "/certificates") == 0;
	int report = strcmp(req->path, "/certificates/report") == 0;

	view_text(v, "f_language", posted ? field(req, "language") :
	    req->lang);
	view_text(v, "f_copies", posted ? field_shown(req, "copies") : "1");
	view_text(v, "e_type", posted ? field_problem(req, "type") : "");
	view_text(v, "e_language", posted ? field_problem(req, "language") :
	    "");
	view_text(v, "e_copies", posted ? field_problem(req, "copies") : "");
	view_text(v, "f_serial", report ? field(req, "serial") : "");
	view_text(v, "f_what", report ? field(req, "what") : "");
	view_text(v, "f_words", report ? field_shown(req, "words") : "");
	view_text(v, "e_words", report ? field_problem(req, "words") : "");
	view_text(v, "e_what", report ? field_problem(req, "what") : "");
}

enum outcome
certificates_show(struct req *req, enum outcome outcome)
{
	static const char *const wishes[] = { "id", "title", "speech",
	    "copies", "step", "made", "asked_at", "due_at", "answer",
	    "ended_why", "problem", "corrected" };
	static const char *const documents[] = { "serial", "title", "speech",
	    "told_at", "standing", "reason_ko", "reason_en", "case_state",
	    "due_at", "case_answer", "wish", "wish_state" };
	int frame, types, mine, issued;
	struct db_batch *b;
	struct view *v;
	enum outcome o;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME);
	types = db_call(b, SQL_TYPES);
	mine = db_call(b, SQL_MINE);
	issued = db_call(b, SQL_DOCUMENTS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "certificates/index");
	view_text(v, "title", T(req, "Certificates"));
	view_row(v, "", db_result(b, frame), 0);
	push_types(req, v, db_result(b, types));
	push_named(req, v, "wishes", db_result(b, mine), wishes,
	    sizeof(wishes) / sizeof(wishes[0]), "type");
	push_named(req, v, "documents", db_result(b, issued), documents,
	    sizeof(documents) / sizeof(documents[0]), "kind");
	push_form(req, v);
	if (is_making(db_result(b, mine)))
		req->reply.refresh = 3;
	return view_send(v, outcome);
}

/* GET /certificates */
enum outcome
certificates_index(struct req *req)
{
	return certificates_show(req, OUT_DONE);
}

/* A value of the detail that the database gave, "" when it is not there. */
static const char *
detail_of(struct req *req, const struct db_rows *r, const char *name)
{
	json_t *d = json_loads(db_get(r, 0, "detail"), 0, NULL);
	const char *s = json_string_value(json_object_get(d, name));
	const char *out = s == NULL ? "" : arena_strdup(req->arena, s);

	json_decref(d);
	return out;
}

/* How many copies the rule allows at a time. */
static long long
most_of(const char *detail)
{
	json_t *d = json_loads(detail, 0, NULL);
	long long most = json_integer_value(json_object_get(d, "max"));

	json_decref(d);
	return most;
}

/* What only the database could judge, beside its field. */
static enum outcome
refuse(struct req *req, const struct db_rows *r, enum outcome o)
{
	const char *name = detail_of(req, r, "field"), *why;

	if (o == OUT_INVALID && strcmp(name, "language") == 0)
		field_error(req, "language", T(req, "This certificate is made "
		    "in Korean only. (Rule R110)"));
	else if (o == OUT_INVALID && strcmp(name, "copies") == 0)
		field_error(req, "copies", arena_printf(req->arena, T(req,
		    "Please give a number from %lld to %lld."), 1LL,
		    most_of(db_get(r, 0, "detail"))));
	else if (o == OUT_INELIGIBLE) {
		why = certificates_why(req, detail_of(req, r, "why"));
		say_text(req, o, "", arena_printf(req->arena, T(req, "You "
		    "cannot have this certificate now. %s (Rule R109)"), why));
	} else
		say_rows(req, r);
	return certificates_show(req, o);
}

/* The number asked for, as the database can take it: it knows the bounds. */
static const char *
copies_of(struct req *req)
{
	long long n = strtoll(field(req, "copies"), NULL, 10);

	return n < 1 ? "0" : n > 1000000 ? "1000000" : field(req, "copies");
}

/* POST /certificates: a code is mailed, or student affairs verify it first. */
enum outcome
certificates_ask(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int call;

	if (fields_bad(req))
		return certificates_show(req, OUT_INVALID);
	b = db_open(req);
	call = db_call(b, SQL_ASK, req->request, field(req, "type"),
	    field(req, "language"), copies_of(req));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = outcome_of(db_get(db_result(b, call), 0, "outcome"));
	if (!outcome_good(o))
		return refuse(req, db_result(b, call), o);
	if (o == OUT_PENDING && strcmp(detail_of(req, db_result(b, call),
	    "next"), "code") == 0)
		return resp_done(req, "/certificates/code");
	return resp_done(req, "/certificates");
}
