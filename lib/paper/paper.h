#ifndef PAPER_H
#define PAPER_H

#include <stddef.h>
#include <time.h>

/*
 * A document on A4 as PDF: searchable, tagged, in Korean, English or Japanese.
 * The same description gives the same bytes: nothing of it is taken from the
 * clock, the machine or chance.  Every text is plain text, never markup (S17).
 * Not safe in threads: one process makes one document at a time.
 */

struct paper_field {
	const char	*label, *value;
};

enum paper_align { PAPER_LEFT, PAPER_CENTRE, PAPER_RIGHT };

struct paper_column {
	const char	*title;
	double		 share;		/* of the width, relative to the others */
	enum paper_align align;
};

struct paper_table {
	const char	*caption;	/* "" = none */
	const struct paper_column *columns;
	size_t		 ncolumns;
	const char *const *cells;	/* row after row */
	size_t		 nrows;
	const char *const *foot;	/* one row, or NULL */
};

/* What a letter has instead of tables; its addressee's facts are fields. */
struct paper_letter {
	const char	*addressee;	/* several lines, "" = none */
	const char	*mark;		/* "Confidential", "" = none */
	const char	*salutation;
	const char *const *paragraphs;	/* of any length: they go over pages */
	size_t		 nparagraphs;
	const char	*closing;
	const char	*name, *title;	/* of its author */
	const char	*office;	/* what the issuer says below it */
};

struct paper {
	const char	*lang;		/* ko, en, ja */
	const char	*issuer;	/* who issues it, in that language */
	const char	*seal;		/* the letters of the seal, "" = none */
	const char	*title;
	const char	*serial;
	const char	*holder;	/* whose certificate it is, on pages after
					 * the first; NULL = nobody's */
	const char	*continued;	/* behind the caption of a table that goes
					 * on on the next page; NULL = nothing */
	const char	*lead;		/* a sentence before the facts, or "" */
	const struct paper_field *fields;
	size_t		 nfields;
	const char	*statement;	/* what is certified; NULL = nothing */
	const struct paper_table *tables;
	size_t		 ntables;
	const char *const *paragraphs;	/* each on one page */
	size_t		 nparagraphs;
	const struct paper_letter *letter;	/* NULL = a certificate */
	const char *const *notes;	/* small, below everything */
	size_t		 nnotes;
	const char	*date;		/* of issue, as it is written */
	const char	*signatory;	/* below the date */
	const char	*url;		/* where it is verified, with its code; ""
					 * = nowhere: it is only looked at */
	const char	*code;
	const char	*verify_title, *verify_text;
	const char	*page_text;	/* "Page {page} of {pages}" */
	const char	*subject;	/* metadata */
	time_t		 made_at;	/* its date in the metadata */
};

enum paper_code {
	PAPER_OK,
	PAPER_GLYPH,	/* a letter that no font of ours can write */
	PAPER_LONG,	/* a text that fits on no page */
	PAPER_FAULT	/* no memory, no fonts */
};

/* What was wrong: the first text that could not be written. */
struct paper_error {
	char		 text[200];
};

/*
 * Makes the document.  PAPER_OK: *bytes is for free().  Else *bytes is NULL
 * and error says which text it was: a document with a box in the place of a
 * letter is never made.
 */
enum paper_code	 paper_write(const struct paper *, unsigned char **bytes,
		    size_t *size, struct paper_error *);
/* Loads the fonts; the first document would do it.  -1 without fonts. */
int		 paper_start(void);
/* Gives the memory of the fonts back. */
void		 paper_end(void);

/* A stable word for logs and tests: "glyph". */
const char	*paper_code_name(enum paper_code);

#endif
