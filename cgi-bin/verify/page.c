#include <string.h>

#include <jansson.h>

#include "arena.h"
#include "certificate.h"
#include "trust/shortcode.h"
#include "upload.h"
#include "verify.h"

/* The names of the facts beside a document. */
static const struct word {
	const char	*code, *text;
} labels[] = {
	{ "term", N_("Term") },
	{ "version", N_("Version") },
	{ "courses", N_("Courses registered") },
	{ "credits", N_("Credits") },
	{ "author", N_("Written by") },
	{ "until", N_("Up to") },
	{ "total", N_("Total (KRW)") },
	{ "department", N_("Department") },
	{ "degree", N_("Degree") },
	{ "degree_on", N_("Date of the degree") },
	{ "expected_on", N_("Expected on") },
	{ "completed_on", N_("Completed on") },
	{ "from_on", N_("On leave from") },
	{ "till_on", N_("On leave until") },
	{ "terminated_on", N_("Ended on") },
	{ NULL, NULL }
};

/* The facts of a document as labels and values, in the order of the labels. */
static void
push_shown(struct req *req, struct view *v, const struct db_rows *facts)
{
	static const char *const columns[] = { "label", "value" };
	const char *cells[2 * sizeof(labels) / sizeof(labels[0])];
	json_t *shown = facts == NULL ? NULL : json_loads(db_get(facts, 0,
	    "shown"), JSON_DECODE_ANY, NULL), *value;
	const struct word *w;
	int n = 0;

	for (w = labels; w->code != NULL; w++) {
		value = json_object_get(shown, w->code);
		if (value == NULL)
			continue;
		cells[2 * n] = T(req, w->text);
		cells[2 * n + 1] = json_is_string(value) ?
		    when_text(req, arena_strdup(req->arena,
		    json_string_value(value))) :
		    arena_printf(req->arena, "%g", json_number_value(value));
		n++;
	}
	json_decref(shown);
	view_table(v, "shown", columns, 2, cells, n);
}

/* Where nothing else was asked, the frame is: whose site this is, which time it
 * has there.  Without a database the form stands all the same. */
static struct view *
start(struct req *req, const char *verdict)
{
	struct view *v;

	if (req->hello == NULL)
		db_run(db_open(req));
	v = view_new(req, "verify/index");
	view_text(v, "title", T(req, "Is a document genuine?"));
	view_text(v, "verdict", verdict);
	return v;
}

static void
push_facts(struct req *req, struct view *v, const struct db_rows *facts)
{
	int has = facts != NULL && *db_get(facts, 0, "kind") != '\0';

	view_text(v, "kind", has ? T(req, certificate_title(db_get(facts, 0,
	    "kind"))) : "");
	view_text(v, "issuer", has ? db_get(facts, 0, "issuer") : "");
	view_text(v, "name", has ? db_get(facts, 0, "name") : "");
	view_text(v, "name_latin", has ? db_get(facts, 0, "name_latin") : "");
	view_when(v, "told_at", has ? db_get(facts, 0, "told_at") : "");
	view_when(v, "ended_at", has ? db_get(facts, 0, "ended_at") : "");
	push_shown(req, v, has ? facts : NULL);
}

enum outcome
verify_show(struct req *req, enum verdict verdict, const char *serial,
    const struct db_rows *facts, int by_file)
{
	static const char *const names[] = { [VALID] = "valid",
		[ALTERED] = "altered", [REVOKED] = "revoked",
		[SUPERSEDED] = "superseded", [UNKNOWN] = "unknown" };
	struct view *v = start(req, names[verdict]);

	view_text(v, "serial", serial);
	view_int(v, "by_file", by_file);
	push_facts(req, v, facts);
	/* The address of a code that was never printed is an unknown one. */
	return view_send(v, verdict == UNKNOWN &&
	    strcmp(req->path, "/verify") != 0 ? OUT_UNKNOWN : OUT_DONE);
}

enum outcome
verify_form(struct req *req, enum outcome o)
{
	struct view *v = start(req, "");

	view_text(v, "serial", "");
	view_int(v, "by_file", 0);
	push_facts(req, v, NULL);
	return view_send(v, o);
}

/* A code that was typed or scanned. */
static enum outcome
check_code(struct req *req, const char *typed)
{
	char code[SHORTCODE_ROOM];
	struct db_rows *facts;
	enum outcome o;

	/* What cannot be a code is asked for all the same: one way for all. */
	if (shortcode_read(typed, code) != 0)
		code[0] = '\0';
	if ((o = find(req, code, NULL, NULL, &facts)) != OUT_DONE)
		return o;
	return verdict_of(facts) == UNKNOWN ?
	    verify_show(req, UNKNOWN, "", NULL, 0) :
	    verify_show(req, verdict_of(facts), db_get(facts, 0, "serial"),
	    facts, 0);
}

/* GET /verify: the form; with ?code= its answer. */
enum outcome
verify_index(struct req *req)
{
	return *field(req, "code") == '\0' ? verify_form(req, OUT_DONE) :
	    check_code(req, field(req, "code"));
}

/* GET /verify/CODE: what a telephone opens. */
enum outcome
verify_code(struct req *req)
{
	return check_code(req, field(req, "code"));
}

/* POST /verify: a code, a file, or a file that must be that of the code. */
enum outcome
verify_post(struct req *req)
{
	const struct upload_file *file = req_file(req, "document");
	char code[SHORTCODE_ROOM];
	const char *typed = field(req, "code");

	if (fields_bad(req))
		return verify_form(req, OUT_INVALID);
	if (file != NULL && file->size > 0) {
		if (*typed != '\0' && shortcode_read(typed, code) != 0)
			return verify_show(req, UNKNOWN, "", NULL, 0);
		return verify_file(req, file->bytes, file->size,
		    *typed == '\0' ? NULL : code);
	}
	if (*typed != '\0')
		return check_code(req, typed);
	field_error(req, "code", T(req, "Please type the code of the document, "
	    "or choose its file."));
	return verify_form(req, OUT_INVALID);
}
