#include <string.h>

#include "account.h"

/* GET /account/data: everything that is stored of the one who asks. */
enum outcome
account_data(struct req *req)
{
	struct db_batch *b;
	struct view *v;
	enum outcome o;
	int acts, appeals, applications, courses, grades, mails, person,
	    places;

	b = db_open(req);
	person = db_call(b, SQL_DATA_PERSON);
	places = db_call(b, SQL_DATA_PLACES, req->lang);
	applications = db_call(b, SQL_DATA_APPLICATIONS, req->lang);
	courses = db_call(b, SQL_DATA_COURSES);
	grades = db_call(b, SQL_DATA_GRADES);
	appeals = db_call(b, SQL_DATA_APPEALS);
	mails = db_call(b, SQL_DATA_MAILS);
	acts = db_call(b, SQL_DATA_ACTS);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	v = view_new(req, "account/data");
	view_text(v, "title", T(req, "What is stored about me"));
	view_text(v, "kind", req->actor.kind);
	view_row(v, "p", db_result(b, person), 0);
	view_rows(v, "places", db_result(b, places));
	view_rows(v, "applications", db_result(b, applications));
	view_rows(v, "courses", db_result(b, courses));
	view_rows(v, "grades", db_result(b, grades));
	view_rows(v, "appeals", db_result(b, appeals));
	view_rows(v, "mails", db_result(b, mails));
	view_rows(v, "acts", db_result(b, acts));
	return view_send(v, OUT_DONE);
}

/* GET /account/data.json: the same, to take along. */
enum outcome
account_data_json(struct req *req)
{
	struct db_batch *b;
	const char *text;
	enum outcome o;
	int call;

	b = db_open(req);
	call = db_call(b, SQL_DATA_JSON, req->lang);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	text = db_get(db_result(b, call), 0, "data");
	return resp_file(req, "application/json; charset=utf-8",
	    "my-data.json", text, strlen(text));
}
