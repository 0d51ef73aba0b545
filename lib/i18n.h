#ifndef SOJOURN_I18N_H
#define SOJOURN_I18N_H

struct req;
struct conf;

/*
 * Texts are English in the code and translated by gettext, one domain per
 * language.  T(req, "…") translates now, N_("…") marks a text for later.
 */
#define T(req, s)	i18n_text((req)->lang, (s))
#define N_(s)		(s)

#define I18N_LANGS	3
extern const char *const i18n_langs[I18N_LANGS];	/* ko en ja */

void		 i18n_init(const struct conf *);
/* The text in a language; the text itself when there is no translation. */
const char	*i18n_text(const char *lang, const char *msgid);
/* "ko", "en" or "ja" from an Accept-Language header; NULL if none fits. */
const char	*i18n_accept(const char *header);
/* The index of a language in i18n_langs; 0 when unknown. */
int		 i18n_index(const char *lang);

#endif
