#ifndef PRESS_H
#define PRESS_H

#include <sys/types.h>

#include <jansson.h>

#include "arena.h"
#include "conf.h"
#include "db.h"
#include "paper/paper.h"
#include "sheet_write.h"
#include "trust/shortcode.h"

enum sql {
	SQL_TAKE, SQL_PRINTED, SQL_FAILED, SQL_WAITING, SQL_PREVIEW_TAKE,
	SQL_PREVIEW_MADE, SQL__MAX
};
extern const struct stmt press_stmts[SQL__MAX];

struct press {
	struct conf	*conf;
	struct db_conn	*db;
	struct arena	*arena;		/* of the document being made */
	const char	*base_url;
	char		 signer[200];	/* its socket */
	unsigned char	 key[32];	/* of the short codes */
};

/* scan.c: a child that writes the addresses in the codes of the last page to
 * `out`; 0 exit status for exactly one.  -1 when there is none. */
pid_t		 scan_start(const unsigned char *pdf, size_t size, int out);

/* crew.c: how many print at a time: the setting presses, else one for each
 * processor. */
size_t		 crew_size(const struct conf *);
/* Runs so many processes, each calling work with its number, until SIGTERM;
 * who ends is replaced. */
typedef int	 crew_work(void *arg, size_t who);
int		 crew_run(size_t n, crew_work *, void *arg);
/* Between these nobody else of the crew works on the serial. */
void		 crew_hold(const char *serial);
void		 crew_release(const char *serial);

/*
 * A document being written: the description for lib/paper, filled by the
 * function of its kind from the content.  Texts live in the arena.
 */
#define DRAFT_FIELDS	24
#define DRAFT_TABLES	40	/* a transcript has one a term */
#define DRAFT_TEXTS	24

struct draft {
	struct arena	*arena;
	const char	*lang;
	json_t		*content;
	const char	*told_at;	/* "2025-08-18 09:00:00+09" */
	struct paper	 paper;
	struct paper_field fields[DRAFT_FIELDS];
	struct paper_table tables[DRAFT_TABLES];
	const char	*notes[DRAFT_TEXTS], *paragraphs[DRAFT_TEXTS];
	struct paper_letter letter;
};

/* A document that is a sheet: lines above a heading and rows of texts. */
struct grid {
	const char	*name;		/* of the sheet */
	const char	**titles;	/* ends with NULL */
	const struct sheet_out_column *columns;
	size_t		 ncolumns, nrows;
	const char	**cells;	/* row by row */
};

/* What a kind of document looks like; see kinds.c and docs/documents.md.  One
 * of the functions is there: of a paper, or of a sheet. */
struct kind {
	const char	*name;
	const char	*title;		/* N_() */
	void		(*fill)(struct draft *);
	void		(*lay)(struct draft *, struct grid *);
};

/* NULL for a kind that nobody has described. */
const struct kind *kind_find(const char *name);
void		 fill_registration(struct draft *);
void		 fill_letter(struct draft *);
void		 fill_enrollment(struct draft *);
void		 fill_leave(struct draft *);
void		 fill_termination(struct draft *);
void		 fill_completion(struct draft *);
void		 fill_expected(struct draft *);
void		 fill_degree(struct draft *);
void		 fill_conferral(struct draft *);
void		 fill_tuition(struct draft *);
void		 fill_transcript(struct draft *);
void		 lay_grades(struct draft *, struct grid *);
/* certificate.c: who the certificate is about; a level in words. */
void		 draft_person(struct draft *);
const char	*draft_level(struct draft *, const char *level);

/* draft.c: for the functions of the kinds.  Empty values are left out. */
void		 draft_field(struct draft *, const char *label,
		    const char *value);
void		 draft_note(struct draft *, const char *text);
void		 draft_paragraph(struct draft *, const char *text);
/* A table from an array of objects of the content: a column for each key.  The
 * foot, if any, must live as long as the draft. */
struct draft_column {
	const char	*key, *title;
	double		 share;
	enum paper_align align;
	/* Words for the values, NULL = as they are. */
	const char	*(*say)(struct draft *, const char *value);
};
void		 draft_table(struct draft *, const char *caption,
		    const char *array, const struct draft_column *,
		    size_t ncolumns, const char *const *foot);
/* The same for rows of one's own, with a caption that is no msgid. */
void		 draft_table_of(struct draft *, const char *caption,
		    const json_t *rows, const struct draft_column *,
		    size_t ncolumns, const char *const *foot);
/* A text of the content, "" when it is not there; numbers as text. */
const char	*draft_get(struct draft *, const json_t *object,
		    const char *key);
/* A date of the content or of the document, as the language writes it. */
const char	*draft_date(struct draft *, const char *date);
/* A term, "2025-2", as people say it. */
const char	*draft_term(struct draft *, const char *code);
const char	*draft_text(struct draft *, const char *msgid);
/* The text with {name} replaced by the value. */
const char	*draft_with(struct draft *, const char *msgid,
		    const char *name, const char *value);

/* check.c: reads the finished file back in children of its own.
 * 0 when every text of the paper and its address were found. */
int		 check_paper(const struct paper *,
		    const unsigned char *pdf, size_t size);

/* sheet.c: writes a document that is a sheet, and reads it back.  A word: ok
 * with the bytes for free(), or why it is not issued. */
const char	*sheet_make(struct press *, struct draft *,
		    const struct kind *, unsigned char **bytes, size_t *size);

/* print.c: from the serial to the signed document; a word of answer. */
void		 press_make(struct press *, const char *serial, char *answer,
		    size_t room);
/* preview.c: the page of a letter that is not issued yet; a word of answer. */
void		 press_preview(struct press *, const char *letter, char *answer,
		    size_t room);

#endif
