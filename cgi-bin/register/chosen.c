#include <pthread.h>
#include <stdatomic.h>

#include "arena.h"
#include "pace.h"
#include "register.h"
#include "shelf.h"

#define AT_ONCE	2	/* whole pages in the making; the others are quick */

static atomic_int making;

/* What else would fit costs ten times the rest of this page. */
static int
is_calm(const struct req *req)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
	static struct pace pages;
	int calm;

	pthread_mutex_lock(&lock);
	calm = pace_calm(&pages, req->arrived.tv_sec * 1000L +
	    req->arrived.tv_nsec / 1000000L);
	pthread_mutex_unlock(&lock);
	return calm && atomic_load(&making) < AT_ONCE;
}

/* The section of which a seat is kept for who waited for it, or "". */
static const char *
offered(const struct db_rows *rows)
{
	int i;

	for (i = 0; i < db_count(rows); i++)
		if (*db_get(rows, i, "offered") == 't')
			return db_get(rows, i, "code");
	return "";
}

/* Everything made for this student alone, with what else would fit. */
static enum outcome
show_all(struct req *req, struct view **v, const char *const *codes, size_t n,
    const char *leave)
{
	const char *asked = db_array(req->arena, codes, n);
	struct db_batch *b;
	struct db_rows *rows;
	enum outcome o;
	int chosen, instead;

	b = db_open(req);
	chosen = db_call(b, SQL_CHOSEN, req->lang, asked);
	instead = db_call(b, SQL_INSTEAD, req->lang, asked, leave, NULL);
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, chosen);
	*v = view_new(req, "register/chosen");
	view_text(*v, "offered", offered(rows));
	if (db_count(rows) > 0)
		view_list(*v, "rows", "register/chosen_row", rows);
	else
		view_text(*v, "rows", "");
	view_rows(*v, "instead", db_result(b, instead));
	view_text(*v, "later", "");
	return OUT_DONE;
}

/* In a rush: the rows that are kept for everybody, and a link to the rest. */
static enum outcome
show_quickly(struct req *req, struct view **v, enum outcome outcome,
    const char *const *codes, size_t n)
{
	const struct shelf *s = NULL;
	const char *rows;
	enum outcome o;

	if (!shelf_due(req))
		s = shelf_get(req, "add");
	if (s != NULL)
		o = db_run(db_open(req));	/* the reader's name and menu */
	else
		o = (s = shelf_bring(req, &o)) == NULL ? o : OUT_DONE;
	if (o != OUT_DONE)
		return o;
	if ((rows = shelf_chosen(req, s, codes, n)) == NULL)
		return OUT_FAULT;
	*v = view_new(req, "register/chosen");
	view_text(*v, "offered", "");
	view_raw_html(*v, "rows", rows);
	view_rows(*v, "instead", NULL);
	view_text(*v, "later", outcome == OUT_INVALID ? "" : req->request);
	return OUT_DONE;
}

enum outcome
register_chosen(struct req *req, enum outcome outcome,
    const char *const *codes, size_t n, const char *leave)
{
	struct view *v = NULL;
	enum outcome o;

	if (is_calm(req)) {
		atomic_fetch_add(&making, 1);
		o = show_all(req, &v, codes, n, leave);
		atomic_fetch_sub(&making, 1);
	} else
		o = show_quickly(req, &v, outcome, codes, n);
	if (o != OUT_DONE)
		return o;
	view_text(v, "title", leave == NULL ?
	    T(req, "Nothing was registered") : T(req, "Nothing was swapped"));
	view_text(v, "leave", leave);
	return view_send(v, outcome);
}
