#include <string.h>

#include "arena.h"
#include "list_sheet.h"
#include "partner.h"
#include "purpose.h"

static const struct worded words[] = {
	{ "state", registration_words }, { "mark", mark_words },
	{ "was_state", registration_words }, { "why", why_words },
	{ "was_why", why_words },
	{ "recommendation", recommendation_words }, { NULL, NULL }
};
static const struct worded list_words[] = {
	{ "stage", stage_words }, { NULL, NULL }
};
static const char *const kept[] = { "term", "list", "show", "kind", NULL };

/* The page of one version; `list` that is not one's own is nothing (S11). */
static enum outcome
show(struct req *req, enum outcome said)
{
	int posted = strcmp(req->method, "POST") == 0;
	const char *list = posted ? NULL : form_null(req, "list");
	const struct db_rows *r;
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int frame, head, lists, purpose, rows, terms;

	b = db_open(req);
	frame = db_call(b, SQL_FRAME, field(req, "term"), req->lang);
	terms = db_call(b, SQL_TERMS, field(req, "term"));
	head = db_call(b, SQL_LIST_HEAD, field(req, "term"), list, req->lang,
	    field(req, "kind"));
	lists = db_call(b, SQL_LISTS, field(req, "term"));
	rows = db_call(b, SQL_LIST_ROWS, field(req, "term"), list,
	    field(req, "show"), *field(req, "page") == '\0' ? "1" :
	    field(req, "page"), req->lang, field(req, "kind"));
	purpose = db_call(b, SQL_REASON);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, frame)) == 0 ||
	    (list != NULL && db_count(db_result(b, head)) == 0))
		return OUT_UNKNOWN;
	r = db_result(b, rows);
	v = view_new(req, "partner/lists");
	view_text(v, "title", T(req, "Lists of registrations and grades"));
	view_text(v, "kind", db_count(db_result(b, head)) == 0 ? "" :
	    db_get(db_result(b, head), 0, "kind"));
	list_spread_view(v, req, db_result(b, head));
	partner_frame(v, db_result(b, frame), db_result(b, terms));
	partner_push(v, req, "heads", db_result(b, head), list_words);
	partner_push(v, req, "lists", db_result(b, lists), list_words);
	partner_push(v, req, "rows", r, words);
	view_int(v, "may_recommend", req_may(req, "partner.recommend"));
	view_text(v, "keep", form_keep(req, kept));
	purpose_push(v, req, db_result(b, purpose), posted ? "/partner/lists" :
	    arena_printf(req->arena, "/partner/lists?%s",
	    form_keep(req, kept)));
	form_pages(v, req, db_count(r) == 0 ? 0 : db_int(r, 0, "total"));
	return view_send(v, said);
}

/* GET /partner/lists: what is registered, version by version (R55). */
enum outcome
partner_lists_show(struct req *req)
{
	return show(req, fields_bad(req) ? OUT_INVALID : OUT_DONE);
}

/* POST /partner/lists: this university has seen the list. */
enum outcome
partner_lists(struct req *req)
{
	const char *values[] = { req->request, field(req, "list") };

	return form_post(req, SQL_LIST_ACKNOWLEDGE, values, partner_say,
	    arena_printf(req->arena, "/partner/lists%s%s",
	    *field(req, "kind") == '\0' ? "" : "?kind=", field(req, "kind")),
	    show);
}

/* GET /partner/lists/ID.xlsx: one version as a file; noted (S25). */
enum outcome
partner_list_xlsx(struct req *req)
{
	struct db_batch *b;
	enum outcome o;
	int head, rows;

	if (fields_bad(req))
		return OUT_UNKNOWN;
	b = db_open(req);
	head = db_call(b, SQL_LIST_HEAD, "", field(req, "list"), req->lang, "");
	rows = db_call(b, SQL_LIST_ROWS, "", field(req, "list"), "", "0",
	    req->lang, "");
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	if (db_count(db_result(b, head)) > 0 &&
	    strcmp(db_get(db_result(b, head), 0, "kind"), "grades") == 0)
		return list_signed_xlsx(req, SQL_LIST_FILE);
	return list_sheet(req, db_result(b, head), db_result(b, rows));
}

/* GET /partner/lists/ID.json: the signed credential of a list of grades (R186). */
enum outcome
partner_list_json(struct req *req)
{
	return list_signed_json(req, SQL_LIST_FILE);
}
