#include <ctype.h>
#include <string.h>

#include "arena.h"
#include "next.h"

/* The GET rows of the programs.  A star stands for one segment. */
static const char *const pages[] = {
	"/", "/courses", "/courses/*", "/verify", "/verify/*", "/verify/log",
	"/tempid/apply", "/tempid/resend", "/tempid/confirm", "/tempid/result",
	"/account/login", "/account/code", "/account/second-step", "/account/activate",
	"/account/reset", "/account/email",
	"/account/sessions", "/account/data", "/account/corrections",
	"/account/password", "/account/contact",
	"/account/data.json",
	"/register", "/register/timetable", "/register/timetable.svg",
	"/register/waitlist", "/register/room", "/register/confirmation",
	"/register/confirmation.pdf",
	"/withdraw", "/grades", "/letters", "/letters/form/*",
	"/letters/preview/*", "/certificates", "/certificates/code",
	"/documents",
	"/documents/*",
	"/partner", "/partner/upload", "/partner/upload/*",
	"/partner/letters", "/partner/students", "/partner/students.csv",
	"/partner/students.xlsx", "/partner/students/*", "/partner/recommend",
	"/partner/withdrawals", "/partner/settings", "/partner/people",
	"/partner/feed", "/partner/seal",
	"/partner/seal.txt", "/partner/lists", "/partner/lists/*",
	"/partner/missing", "/partner/reason",
	"/partner/template.xlsx", "/partner/template.csv",
	"/staff", "/staff/applications", "/staff/applications/*",
	"/staff/board", "/staff/practice", "/staff/room",
	"/staff/identity", "/staff/lists", "/staff/lists/*", "/staff/reason",
	"/staff/missing", "/staff/onbehalf", "/staff/onbehalf/list",
	"/staff/exceptions", "/staff/official", "/staff/official/*", "/staff/notices", "/staff/holidays",
	"/staff/issue", "/staff/terms", "/staff/windows",
	"/staff/universities", "/staff/agreements", "/staff/courses",
	"/staff/sections", "/staff/people",
	"/staff/withdrawals", "/staff/grades",
	"/staff/appeals", "/staff/letters", "/staff/letters/*", "/letters/write",
	"/letters/write/*", "/staff/certificates",
	"/staff/mail", "/staff/audit", "/staff/audit/*", "/staff/corrections",
	"/account/second-step.svg", "/staff/degrees",
	"/teach", "/teach/*", "/teach/*/grades", "/teach/*/grades.csv",
	"/teach/*/grades.xlsx", "/teach/appeals",
	"/demo/mail/", "/demo/mail/*",
};

static int
fits(const char *path, size_t n, const char *page)
{
	const char *end = path + n;
	size_t seg;

	for (; *page != '\0'; page++) {
		if (*page != '*') {
			if (path == end || *path++ != *page)
				return 0;
			continue;
		}
		seg = 0;
		while (path + seg < end && path[seg] != '/')
			seg++;
		if (seg == 0)
			return 0;
		path += seg;
	}
	return path == end;
}

const char *
next_page(struct arena *arena, const char *next)
{
	const char *p;
	size_t i, n;

	if (next[0] != '/' || next[1] == '/' || strlen(next) > 300)
		return "";
	for (p = next; *p != '\0'; p++)
		if (!isalnum((unsigned char)*p) &&
		    strchr("/._~-?&=%+,:", *p) == NULL)
			return "";
	n = strcspn(next, "?");
	if (memchr(next, '%', n) != NULL || memmem(next, n, "..", 2) != NULL ||
	    strcasestr(next, "%2f") != NULL || strcasestr(next, "%5c") != NULL ||
	    strcasestr(next, "%0") != NULL)
		return "";
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (fits(next, n, pages[i]))
			return arena_strdup(arena, next);
	return "";
}
