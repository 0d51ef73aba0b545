#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "conf.h"
#include "i18n.h"
#include "log.h"

const char *const i18n_langs[I18N_LANGS] = { "ko", "en", "ja" };
static const char *const domains[I18N_LANGS] = {
	"sojourn-ko", "sojourn-en", "sojourn-ja"
};
/* What the running program calls things itself; empty: nothing of its own. */
static char own[I18N_LANGS][48];

static void
bind_domain(const char *domain, const char *dir)
{
	if (bindtextdomain(domain, dir) == NULL ||
	    bind_textdomain_codeset(domain, "UTF-8") == NULL)
		log_die("no translations in %s", domain);
}

/*
 * Catalogues are looked for as DIR/C/LC_MESSAGES/sojourn-<lang>.mo: one domain
 * per language under C.UTF-8 needs no system locales and no global switch.  An
 * English word may need another one in each program ("Code": of a course, of
 * a second step), so that sojourn-<lang>-<program>.mo is asked first.
 */
void
i18n_init(const struct conf *conf)
{
	const char *dir;
	char path[512];
	int i;

	dir = conf_get(conf, "locale", "/usr/share/locale");
	if (setlocale(LC_ALL, "C.UTF-8") == NULL)
		log_die("the locale C.UTF-8 is missing");
	for (i = 0; i < I18N_LANGS; i++) {
		bind_domain(domains[i], dir);
		snprintf(own[i], sizeof(own[i]), "%s-%.20s", domains[i],
		    program_invocation_short_name);
		snprintf(path, sizeof(path), "%s/C/LC_MESSAGES/%s.mo", dir,
		    own[i]);
		if (access(path, R_OK) == 0)
			bind_domain(own[i], dir);
		else
			own[i][0] = '\0';
	}
}

int
i18n_index(const char *lang)
{
	int i;

	for (i = 0; i < I18N_LANGS; i++)
		if (lang != NULL && strcmp(lang, i18n_langs[i]) == 0)
			return i;
	return 0;
}

const char *
i18n_text(const char *lang, const char *msgid)
{
	int i = i18n_index(lang);
	const char *s = msgid;

	if (*msgid == '\0')
		return msgid;
	if (own[i][0] != '\0')
		s = dgettext(own[i], msgid);
	return s != msgid ? s : dgettext(domains[i], msgid);
}

const char *
i18n_count(const char *lang, long long n, const char *one, const char *many)
{
	const char *s = i18n_text(lang, many);

	return n == 1 && s == many ? one : s;
}

const char *
i18n_colon(const char *inside, size_t len)
{
	return memchr(inside, ':', len);
}

void
i18n_branch(GString *out, const char *branches, size_t len, const char *value)
{
	const char *end = branches + len, *p = branches, *bar;

	bar = memchr(branches, '|', len);
	if (bar != NULL && strcmp(value, "1") == 0)
		end = bar;
	else if (bar != NULL)
		p = bar + 1;
	for (; p < end; p++)
		if (*p == '#')
			g_string_append(out, value);
		else
			g_string_append_c(out, *p);
}

/* The quality value of an entry of Accept-Language; 1 where none is given. */
static double
quality_of(const char *p, const char *end)
{
	for (; p < end; p++)
		if (*p == ';') {
			p += 1 + strspn(p + 1, " \t");
			if ((*p | 0x20) == 'q' && p[1] == '=')
				return strtod(p + 2, NULL);
			p--;
		}
	return 1;
}

/* Picks the language with the highest quality value; the first wins a tie. */
const char *
i18n_accept(const char *header)
{
	const char *best = NULL, *p, *end;
	double quality, top = 0;
	int i;

	for (p = header; p != NULL && *p != '\0'; p = *end ? end + 1 : end) {
		p += strspn(p, " \t");
		end = p + strcspn(p, ",");
		quality = quality_of(p, end);
		for (i = 0; i < I18N_LANGS; i++)
			if (strncasecmp(p, i18n_langs[i], 2) == 0 &&
			    strchr("-;, \t", p[2]) != NULL && quality > top) {
				best = i18n_langs[i];
				top = quality;
			}
	}
	return best;
}
