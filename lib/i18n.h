#ifndef SOJOURN_I18N_H
#define SOJOURN_I18N_H

#include <stddef.h>

#include <glib.h>

struct req;
struct conf;

/*
 * Texts are English in the code and translated by gettext, one domain per
 * language.  T(req, "…") translates now, N_("…") marks a text for later.
 */
#define T(req, s)	i18n_text((req)->lang, (s))
#define N_(s)		(s)
#define TN(req, n, one, many)	i18n_count((req)->lang, (n), (one), (many))

#define I18N_LANGS	3
extern const char *const i18n_langs[I18N_LANGS];	/* ko en ja */

void		 i18n_init(const struct conf *);
/* The text in a language; the text itself when there is no translation. */
const char	*i18n_text(const char *lang, const char *msgid);
/*
 * Where a text holds {name:one|many} the English reader is given the first
 * when the value of name is 1 and the second otherwise, and # in it is the
 * value; other languages have one form and write {name}.  i18n_colon() finds
 * the colon in what stands between the braces; NULL where there is none.
 */
const char	*i18n_colon(const char *inside, size_t len);
/* Appends the branch of "one|many" that fits the value. */
void		 i18n_branch(GString *, const char *branches, size_t len,
		    const char *value);
/* The same for a printf format: `one` is English, `many` is translated. */
const char	*i18n_count(const char *lang, long long n, const char *one,
		    const char *many);
/* "ko", "en" or "ja" from an Accept-Language header; NULL if none fits. */
const char	*i18n_accept(const char *header);
/* The index of a language in i18n_langs; 0 when unknown. */
int		 i18n_index(const char *lang);

#endif
