#ifndef SOJOURN_TEMPLATE_H
#define SOJOURN_TEMPLATE_H

#include <ctpl/ctpl.h>

struct conf;

/* Inside lib/ only: lexed templates, one token tree per language. */

/* Loads every .tpl of <templates>/shared and <templates>/<program>; exits with
 * the file's name and the reason when one is broken. */
void			 template_load(const struct conf *, const char *program);
/* The tree of "register/index" in a language; NULL when there is none. */
const CtplToken		*template_find(const char *name, const char *lang);
/*
 * The text that CTPL reads: marked texts translated and escaped, the column
 * names of {row[name]} set apart from plain values as col_name.  With `each`
 * it is called for every marked text (the extractor of translations).
 * Malloc-owned; NULL with *error set to a constant text when a mark is broken.
 */
char			*template_prepare(const char *text, const char *lang,
			    void (*each)(const char *msgid, void *arg),
			    void *arg, const char **error);

#endif
