#ifndef CERTIFICATES_H
#define CERTIFICATES_H

#include "app.h"
#include "statements.h"

/* index.c */
enum outcome	certificates_index(struct req *);
enum outcome	certificates_ask(struct req *);
/* The first page with what was said so far, after a refusal too. */
enum outcome	certificates_show(struct req *, enum outcome);
/* Why a person has no right to a certificate, in words; "" for a word nobody
 * knows. */
const char	*certificates_why(struct req *, const char *why);
/* code.c */
enum outcome	certificates_code_form(struct req *);
enum outcome	certificates_code(struct req *);
/* report.c */
enum outcome	certificates_report(struct req *);
/* The texts of the kinds of mistakes, for the form; ends with NULL. */
extern const char *const certificates_mistakes[];

#endif
