#ifndef SOJOURN_FIELD_H
#define SOJOURN_FIELD_H

#include <stddef.h>

struct req;

/*
 * Every value that reaches a handler is declared here with its validator and
 * limits.  A page's fields end with a row without a name.
 */
enum field_kind {
	FIELD_LINE,	/* one line, NFC, trimmed; min/max in characters */
	FIELD_NAME,	/* a person's name: LINE without bidi or zero-width */
	FIELD_TEXT,	/* several lines */
	FIELD_WORD,	/* [A-Za-z0-9._-]: codes, ids in words */
	FIELD_ID,	/* a positive 64-bit integer */
	FIELD_INT,	/* an integer; min/max are its bounds */
	FIELD_DATE,	/* yyyy-mm-dd (also yyyy.m.d, yyyymmdd); a real day */
	FIELD_TIME,	/* yyyy-mm-ddThh:mm, institution's zone unless offset */
	FIELD_EMAIL,	/* one addr-spec, lower-case domain */
	FIELD_PHONE,	/* digits, +, -, spaces, brackets */
	FIELD_CHOICE,	/* one of .choices */
	FIELD_CHECK,	/* present = "1" ("on", "1", "yes"), absent = "" */
	FIELD_PASSWORD,	/* bytes as typed, 8 to 1,024; never shown again */
	FIELD_TOKEN,	/* url-safe base64 of 32 bytes, 43 characters */
	FIELD_FILE	/* an upload: see upload.h, req_file() */
};

#define FIELD_REQUIRED	0x01	/* enforced on POST only */
#define FIELD_REPEATED	0x02	/* field_all() gives every value */
#define FIELD_SECRET	0x04	/* never put back into a form */
#define FIELD_BLANK	0x08	/* REPEATED: empty values count too, so that
				 * fields of one row stay side by side */

struct field {
	const char	*name;
	enum field_kind	 kind;
	unsigned	 flags;
	int		 min, max;	/* 0, 0 = the kind's default */
	const char	*label;		/* N_("Email"): for the summary */
	const char *const *choices;	/* CHOICE: ends with NULL */
};

struct field_value;

/* Raw name=value pairs of query, path and body; made by req.c. */
struct pair {
	const char	*name, *value;
	size_t		 len;
};

/* Declared fields are checked; called by app.c before the handler. */
void		 fields_check(struct req *);
/* The normalised value, "" when absent.  The name must be declared. */
const char	*field(struct req *, const char *name);
/* All values of a repeated field; *n is set.  Never NULL. */
const char *const *field_all(struct req *, const char *name, size_t *n);
long long	 field_int(struct req *, const char *name, long long dflt);
/* Marks a field as wrong with a translated sentence; the answer is 422. */
void		 field_error(struct req *, const char *name, const char *text);
/* 0 when every declared field is fine. */
int		 fields_bad(const struct req *);
/* What a form shows again: the value as typed, cut to the field's limit. */
const char	*field_shown(struct req *, const char *name);
/* The sentence for this field, "" when it is fine. */
const char	*field_problem(const struct req *, const char *name);

#endif
