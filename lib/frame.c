#include <stdio.h>
#include <string.h>
#include <time.h>

#include <glib.h>
#include <zlib.h>

#include "app.h"
#include "arena.h"
#include "conf.h"
#include "frame.h"

/* The main menu: who sees an entry, by kind of account and right. */
struct entry {
	const char	*kind;		/* "" = nobody logged in, "*" = anyone */
	const char	*right;		/* NULL = the kind is enough */
	const char	*label, *url;
};

static const struct entry entries[] = {
	{ "*", NULL, N_("Courses"), "/courses" },
	{ "", NULL, N_("Apply"), "/tempid/apply" },
	{ "", NULL, N_("Check my application"), "/tempid/result" },
	{ "student", "student", N_("Registration"), "/register" },
	{ "student", "student", N_("Withdrawal"), "/withdraw" },
	{ "student", "student", N_("My grades"), "/grades" },
	{ "student", "letters", N_("Letters"), "/letters" },
	{ "student", "certificates", N_("Certificates"), "/certificates" },
	{ "student", NULL, N_("My documents"), "/documents" },
	{ "student", NULL, N_("My data"), "/account/data" },
	{ "partner", NULL, N_("To do"), "/partner" },
	{ "partner", "partner.upload", N_("Upload a list"), "/partner/upload" },
	{ "partner", "partner.recommend", N_("Recommend"), "/partner/recommend" },
	{ "partner", NULL, N_("Students"), "/partner/students" },
	{ "partner", "partner.withdrawals", N_("Withdrawals"), "/partner/withdrawals" },
	{ "partner", "partner.settings", N_("Settings"), "/partner/settings" },
	{ "staff", "teach", N_("My sections"), "/teach" },
	{ "staff", "teach", N_("Corrections of grades"), "/teach/appeals" },
	{ "staff", "staff", N_("Desk"), "/staff" },
	{ "staff", "staff.applications", N_("Applications"), "/staff/applications" },
	{ "staff", "staff.issue", N_("Issue IDs"), "/staff/issue" },
	{ "staff", "staff.master", N_("Windows"), "/staff/windows" },
	{ "staff", "staff.master", N_("Sections"), "/staff/sections" },
	{ "staff", "staff.letters", N_("Letters"), "/staff/letters" },
	{ "staff", "letters.write", N_("Letters to write"), "/letters/write" },
	{ "staff", "staff.certificates", N_("Certificates"), "/staff/certificates" },
	{ "staff", "staff.mail", N_("Mail"), "/staff/mail" },
	{ "staff", "staff.audit", N_("Audit"), "/staff/audit" },
};

#define NENTRIES	(sizeof(entries) / sizeof(entries[0]))

/* The files of every page, in one word. */
static char static_version[12];

static unsigned long
sum_file(unsigned long sum, const char *dir, const char *name)
{
	char *path = g_strdup_printf("%s/%s", dir, name), *data;
	gsize n;

	if (g_file_get_contents(path, &data, &n, NULL)) {
		sum = crc32(sum, (const Bytef *)data, (uInt)n);
		g_free(data);
	}
	g_free(path);
	return sum;
}

void
frame_init(const struct conf *conf)
{
	const char *dir = conf_get(conf, "www", "/usr/share/sojourn/www");
	unsigned long sum = crc32(0, NULL, 0);

	sum = sum_file(sum, dir, "css/sojourn.css");
	sum = sum_file(sum, dir, "js/sojourn.js");
	sum = sum_file(sum, dir, "img/mark.svg");
	snprintf(static_version, sizeof(static_version), "%08lx", sum);
}

static int
is_current(const struct req *req, const char *url)
{
	size_t n = strlen(url);

	if (strcmp(url, "/partner") == 0 || strcmp(url, "/staff") == 0 ||
	    strcmp(url, "/teach") == 0)
		return strcmp(req->path, url) == 0;
	return strncmp(req->path, url, n) == 0 &&
	    (req->path[n] == '\0' || req->path[n] == '/');
}

/* Whether the menu of who asks has this entry. */
static int
is_mine(const struct req *req, const struct entry *e)
{
	const char *kind = req->actor.known ? req->actor.kind : "";

	return (e->kind[0] == '*' || strcmp(e->kind, kind) == 0) &&
	    (e->right == NULL || req_may(req, e->right));
}

static void
push_nav(struct view *v, struct req *req)
{
	static const char *const columns[] = { "label", "url", "current" };
	const char *cells[NENTRIES * 3];
	size_t i;
	int n = 0;

	for (i = 0; i < NENTRIES; i++) {
		if (!is_mine(req, &entries[i]))
			continue;
		cells[n * 3] = T(req, entries[i].label);
		cells[n * 3 + 1] = entries[i].url;
		cells[n * 3 + 2] = is_current(req, entries[i].url) ? "1" : "";
		n++;
	}
	view_table(v, "nav", columns, 3, cells, n);
}

/* This page in another language: the same address with lang set. */
static const char *
self_url(struct req *req, const char *lang)
{
	const char *p, *end, *sep = "?";
	char *url;

	if (strcmp(req->method, "POST") == 0)
		return arena_printf(req->arena, "?lang=%s", lang);
	url = arena_printf(req->arena, "%s", req->path);
	for (p = req->query; p != NULL && *p != '\0'; p = end) {
		end = p + strcspn(p, "&");
		if (strncmp(p, "lang=", 5) != 0 && strncmp(p, "r=", 2) != 0 &&
		    end > p) {
			url = arena_printf(req->arena, "%s%s%.*s", url, sep,
			    (int)(end - p), p);
			sep = "&";
		}
		if (*end == '&')
			end++;
	}
	return arena_printf(req->arena, "%s%slang=%s", url, sep, lang);
}

/* What stands on every page while registration is only practised. */
static const char *
practice(struct req *req, const char *until)
{
	if (*until == '\0')
		return "";
	return arena_printf(req->arena, T(req, "This is practice. Everything "
	    "works as on the day, but nothing counts: all of it is discarded, "
	    "at the latest on %s."), when_end_text(req, until));
}

static void
push_host(struct view *v, struct req *req)
{
	const struct db_rows *h = req->hello;
	static const char *const columns[] = { "text" };
	const char *notice;
	int lang = i18n_index(req->lang);
	static const char *const names[I18N_LANGS] = { "host_name_ko",
	    "host_name_en", "host_name_ja" };

	view_text(v, "host_name", h == NULL ? "Sojourn" :
	    db_get(h, 0, names[lang]));
	view_when(v, "demo_now", h == NULL ? "" : db_get(h, 0, "demo_now"));
	view_int(v, "now_epoch", h == NULL ? (long long)time(NULL) :
	    db_int(h, 0, "now_epoch"));
	notice = practice(req, h == NULL ? "" : db_get(h, 0, "notice"));
	view_table(v, "notice", columns, 1, &notice, *notice != '\0');
}

int
req_offered(const struct req *req, const char *url)
{
	size_t i;

	for (i = 0; i < NENTRIES; i++)
		if (strcmp(entries[i].url, url) == 0 &&
		    is_mine(req, &entries[i]))
			return 1;
	return 0;
}

const char *
req_home(const struct req *req)
{
	if (!req->actor.known)
		return "/";
	if (strcmp(req->actor.kind, "staff") == 0)
		return req_may(req, "staff") ? "/staff" :
		    req_may(req, "teach") ? "/teach" : "/account/sessions";
	if (strcmp(req->actor.kind, "partner") == 0)
		return "/partner";
	return req_may(req, "student") ? "/register" : "/certificates";
}

const char *
frame_page(struct req *req, const char *title, const char *body)
{
	struct view *v;

	v = view_new(req, "shared/layout");
	view_text(v, "title", title);
	view_text(v, "static", static_version);
	view_raw_html(v, "page_body", body);
	view_int(v, "demo", req->app->demo);
	view_int(v, "refresh", req->reply.refresh);
	view_text(v, "user_name", req->actor.known ? req->actor.name : "");
	view_text(v, "user_kind", req->actor.known ? req->actor.kind : "");
	view_text(v, "home_url", req_home(req));
	view_text(v, "self_path", req->path);
	view_text(v, "self_ko", self_url(req, "ko"));
	view_text(v, "self_en", self_url(req, "en"));
	view_text(v, "self_ja", self_url(req, "ja"));
	push_nav(v, req);
	push_host(v, req);
	return view_render(v);
}

/* The class and role of a message by what became of the request. */
static const char *
tone(enum outcome o)
{
	if (o == OUT_DONE)
		return "done";
	if (o == OUT_PENDING || o == OUT_ALREADY || o == OUT_REVIEW ||
	    o == OUT_BUSY)
		return "wait";
	return "refused";
}

const char *
frame_messages(struct req *req)
{
	static const char *const columns[] = { "tone", "role", "outcome",
	    "section", "act", "text" };
	const char **cells;
	struct view *v;
	const char *html;
	size_t i;

	if (req->nmessages == 0)
		return "";
	cells = arena_alloc(req->arena, req->nmessages * 6 * sizeof(*cells));
	for (i = 0; i < req->nmessages; i++) {
		const struct message *m = &req->messages[i];

		cells[i * 6] = tone(m->outcome);
		cells[i * 6 + 1] = outcome_good(m->outcome) ? "status" :
		    "alert";
		cells[i * 6 + 2] = outcome_word(m->outcome);
		cells[i * 6 + 3] = m->section;
		cells[i * 6 + 4] = m->act;
		cells[i * 6 + 5] = m->text;
	}
	v = view_new(req, "shared/messages");
	view_table(v, "items", columns, 6, cells, (int)req->nmessages);
	html = view_render(v);
	return html == NULL ? "" : html;
}

const char *
frame_errors(struct req *req)
{
	static const char *const columns[] = { "name", "label", "text" };
	const struct field *f;
	const char **cells;
	struct view *v;
	const char *html;
	int n = 0;

	if (req->nbad == 0 || req->page == NULL || req->page->fields == NULL)
		return "";
	for (f = req->page->fields; f->name != NULL; f++)
		n++;
	cells = arena_alloc(req->arena, (size_t)n * 3 * sizeof(*cells));
	n = 0;
	for (f = req->page->fields; f->name != NULL; f++) {
		if (field_problem(req, f->name)[0] == '\0')
			continue;
		cells[n * 3] = f->name;
		cells[n * 3 + 1] = T(req, f->label == NULL ? f->name :
		    f->label);
		cells[n * 3 + 2] = field_problem(req, f->name);
		n++;
	}
	v = view_new(req, "shared/errors");
	view_table(v, "items", columns, 3, cells, n);
	html = view_render(v);
	return html == NULL ? "" : html;
}
