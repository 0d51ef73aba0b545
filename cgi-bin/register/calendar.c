#include <stdio.h>
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "arena.h"
#include "ical.h"
#include "register.h"

#define ZONE	"Asia/Seoul"

/*
 * The timetable for calendars, behind a secret address.  The token is made of
 * a random nonce and the program's key, so that its owner can be shown it again
 * while the database keeps only its hash; with another key an old address
 * works on, but is not shown any more.
 */

static const char *
token_of(struct req *req, const char *nonce)
{
	unsigned char hash[32];
	const char *text;
	char *token;

	text = arena_printf(req->arena, "calendar %s", nonce);
	crypto_generichash(hash, sizeof(hash), (const unsigned char *)text,
	    strlen(text), req->app->csrf_key, sizeof(req->app->csrf_key));
	token = arena_alloc(req->arena, 48);
	sodium_bin2base64(token, 48, hash, sizeof(hash),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return token;
}

static void
hash_of(const char *token, unsigned char hash[32])
{
	crypto_hash_sha256(hash, (const unsigned char *)token, strlen(token));
}

const char *
register_calendar_address(struct req *req, const struct db_rows *link)
{
	const char *nonce = db_get(link, 0, "nonce"), *token;
	unsigned char hash[32];
	char hex[65];

	if (*nonce == '\0')
		return "";
	token = token_of(req, nonce);
	hash_of(token, hash);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	if (strcmp(hex, db_get(link, 0, "hash")) != 0)
		return "";
	return arena_printf(req->arena, "%s/register/timetable.ics?key=%s",
	    req->app->base_url, token);
}

/* POST /register/timetable: a new secret address, or none any more. */
enum outcome
register_calendar_change(struct req *req)
{
	unsigned char random[16], hash[32];
	struct db_batch *b;
	enum outcome o;
	char nonce[24];
	int call;

	if (fields_bad(req))
		return register_timetable_show(req, OUT_INVALID);
	randombytes_buf(random, sizeof(random));
	sodium_bin2base64(nonce, sizeof(nonce), random, sizeof(random),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	hash_of(token_of(req, nonce), hash);
	b = db_open(req);
	call = db_call(b, SQL_CALENDAR_CHANGE, req->request,
	    field(req, "decision"), nonce,
	    db_bytes(req->arena, hash, sizeof(hash)));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	o = say_rows(req, db_result(b, call));
	if (outcome_good(o))
		return resp_done(req, "/register/timetable");
	return register_timetable_show(req, o);
}

/* The zone of all times; no daylight saving time since 1988. */
static void
put_zone(GString *out)
{
	ical_line(out, "BEGIN", "VTIMEZONE");
	ical_line(out, "TZID", ZONE);
	ical_line(out, "BEGIN", "STANDARD");
	ical_line(out, "DTSTART", "19881009T030000");
	ical_line(out, "TZOFFSETFROM", "+0900");
	ical_line(out, "TZOFFSETTO", "+0900");
	ical_line(out, "TZNAME", "KST");
	ical_line(out, "END", "STANDARD");
	ical_line(out, "END", "VTIMEZONE");
}

/* One weekly meeting until the end of the classes, without the holidays. */
static void
put_event(GString *out, struct req *req, const struct db_rows *r, int i,
    const char *stamp)
{
	static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA",
	    "SU" };
	const char *host = strstr(req->app->base_url, "://");
	const char *code = db_get(r, i, "code"), *room = db_get(r, i, "room");
	const char *of = db_get(r, i, "host");
	int n;

	host = host == NULL ? "sojourn" : host + 3;
	n = (int)strcspn(host, ":/");
	ical_line(out, "BEGIN", "VEVENT");
	ical_text(out, "UID", arena_printf(req->arena, "%s.%s.%s@%.*s",
	    db_get(r, i, "term"), code, db_get(r, i, "slot"), n, host));
	ical_line(out, "DTSTAMP", stamp);
	ical_line(out, "LAST-MODIFIED", db_get(r, i, "changed"));
	ical_line(out, "SEQUENCE", db_get(r, i, "version"));
	ical_line(out, "DTSTART;TZID=" ZONE, db_get(r, i, "starts"));
	ical_line(out, "DTEND;TZID=" ZONE, db_get(r, i, "ends"));
	ical_line(out, "RRULE", arena_printf(req->arena,
	    "FREQ=WEEKLY;UNTIL=%s;BYDAY=%s", db_get(r, i, "until"),
	    days[(db_int(r, i, "day") + 6) % 7]));
	if (!db_null(r, i, "skips"))
		ical_line(out, "EXDATE;TZID=" ZONE, db_get(r, i, "skips"));
	ical_text(out, "SUMMARY", db_get(r, i, "name"));
	ical_text(out, "LOCATION", *room == '\0' ? of :
	    arena_printf(req->arena, "%s, %s", room, of));
	ical_text(out, "DESCRIPTION", arena_printf(req->arena, "%s\n%s%s%s: %s",
	    code, db_get(r, i, "instructor"),
	    db_get(r, i, "instructor")[0] == '\0' ? "" : "\n",
	    T(req, "Credits"), db_get(r, i, "credits")));
	ical_line(out, "TRANSP", "OPAQUE");
	ical_line(out, "END", "VEVENT");
}

static void
put_calendar(GString *out, struct req *req, const struct db_rows *r)
{
	const char *name;
	struct tm tm;
	char stamp[20];
	int i;

	gmtime_r(&req->arrived.tv_sec, &tm);
	strftime(stamp, sizeof(stamp), "%Y%m%dT%H%M%SZ", &tm);
	name = arena_printf(req->arena, "%s %s", db_get(r, 0, "host"),
	    db_get(r, 0, "term"));
	ical_line(out, "BEGIN", "VCALENDAR");
	ical_line(out, "VERSION", "2.0");
	ical_line(out, "PRODID", "-//Sojourn//Timetable//EN");
	ical_line(out, "CALSCALE", "GREGORIAN");
	ical_line(out, "METHOD", "PUBLISH");
	ical_text(out, "NAME", name);
	ical_text(out, "X-WR-CALNAME", name);
	ical_line(out, "X-WR-TIMEZONE", ZONE);
	ical_line(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
	ical_line(out, "X-PUBLISHED-TTL", "PT12H");
	put_zone(out);
	for (i = 0; i < db_count(r); i++)
		if (db_get(r, i, "code")[0] != '\0')
			put_event(out, req, r, i, stamp);
	ical_line(out, "END", "VCALENDAR");
}

/* GET /register/timetable.ics: for calendars, without a session (S8). */
enum outcome
register_calendar(struct req *req)
{
	unsigned char hash[32];
	struct db_batch *b;
	struct db_rows *rows;
	enum outcome o;
	GString *out;
	const char *text;
	int call;

	req->reply.headers = NULL;	/* no cookie for who shows no form */
	if (fields_bad(req) || *field(req, "key") == '\0')
		return OUT_UNKNOWN;
	hash_of(field(req, "key"), hash);
	b = db_open(req);
	call = db_call(b, SQL_CALENDAR, db_bytes(req->arena, hash,
	    sizeof(hash)));
	if ((o = db_run(b)) != OUT_DONE)
		return o;
	rows = db_result(b, call);
	if (db_count(rows) == 0)
		return OUT_UNKNOWN;
	req->lang = i18n_langs[i18n_index(db_get(rows, 0, "lang"))];
	out = g_string_new(NULL);
	put_calendar(out, req, rows);
	text = arena_strdup(req->arena, out->str);
	g_string_free(out, TRUE);
	return resp_file(req, "text/calendar; charset=utf-8", "timetable.ics",
	    text, strlen(text));
}
