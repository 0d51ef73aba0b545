#ifndef LETTERS_H
#define LETTERS_H

#include "app.h"
#include "arena.h"
#include "form.h"
#include "statements.h"

/* The pages of this program, one file each. */
/* index.c: the student */
enum outcome	letters_index(struct req *);
enum outcome	letters_ask(struct req *);
enum outcome	letters_cancel(struct req *);
/* write.c: the author by his own login */
enum outcome	letters_mine(struct req *);
enum outcome	letters_write(struct req *);
enum outcome	letters_write_post(struct req *);
enum outcome	letters_save(struct req *);
/* author.c: the author outside, by a link */
enum outcome	letters_author(struct req *);
enum outcome	letters_author_post(struct req *);
enum outcome	letters_author_save(struct req *);
/* files.c: the attached form, the page to look at */
enum outcome	letters_form(struct req *);
enum outcome	letters_author_form(struct req *);
enum outcome	letters_preview(struct req *);
enum outcome	letters_author_preview(struct req *);
/* reader.c: the recipient of a sealed letter */
enum outcome	letters_reader(struct req *);
enum outcome	letters_reader_pdf(struct req *);
enum outcome	letters_reader_json(struct req *);
/* queue.c, desk.c: the office */
enum outcome	letters_queue(struct req *);
enum outcome	letters_desk(struct req *);
enum outcome	letters_desk_post(struct req *);

/* What the pages share. */
/* attach.c: the media type of a form that students may attach, by its bytes;
 * NULL when it is none of them, or not what its name says. */
struct upload_file;
const char	*attach_type(const struct upload_file *);

/* sheet.c: the page on which a letter is written, for both kinds of author. */
struct sheet {
	const char	*base;		/* "/letters/write/7", "/letters/author" */
	const char	*save;		/* where the script saves */
	const char	*preview, *form;
	int		 by_link;
	const struct db_rows *row;	/* of sojourn.letter_to_write */
};
enum outcome	sheet_show(struct req *, const struct sheet *, enum outcome);
/* The text fields of the form as the database wants them: version, salutation,
 * body, closing, signed_name, signed_title, confidential, reason. */
#define SHEET_VALUES	8
void		sheet_values(struct req *, const char *values[SHEET_VALUES]);
/* The decision pressed; save when none was. */
const char	*sheet_decision(struct req *);
/* The answer to the script that saves: an element with data-outcome and
 * data-version. */
enum outcome	sheet_saved(struct req *, const struct db_rows *);

/* draft.c: what the text begins with, in the letter's language. */
struct draft { const char *salutation, *body, *closing; };
void		draft_begin(struct req *, const struct db_rows *,
		    struct draft *);

/* link.c: as in the program tempid: the token of a link becomes a cookie. */
int		link_swap(struct req *, const char *cookie);
const char	*link_token(struct req *, const char *cookie);
#define AUTHOR_COOKIE	"letter"
#define READER_COOKIE	"sealed"

/* steps.c: what happened, in words, as {steps}: letter text at by_whom word. */
void		steps_push(struct view *, struct req *, const struct db_rows *);

/* files.c: bytes of a column in base64 as a file. */
enum outcome	file_send(struct req *, const char *type, const char *name,
		    const char *base64, int download);

extern const struct field ask_fields[], cancel_fields[], letter_fields[],
    write_fields[], author_fields[], link_fields[], queue_fields[],
    desk_fields[];
extern const struct saying letters_sayings[];
/* form_say() with the fields of this program. */
enum outcome	letters_say(struct req *, const struct db_rows *);

#endif
