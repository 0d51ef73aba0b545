#ifndef PARTNER_H
#define PARTNER_H

#include "app.h"
#include "arena.h"
#include "form.h"
#include "statements.h"

/* The pages of this program, one file each. */
enum outcome	partner_upload_show(struct req *);
enum outcome	partner_upload(struct req *);
enum outcome	partner_upload_bad_xlsx(struct req *);
enum outcome	partner_upload_bad_csv(struct req *);
enum outcome	partner_template_xlsx(struct req *);
enum outcome	partner_template_csv(struct req *);
enum outcome	partner_index(struct req *);
enum outcome	partner_recommend_show(struct req *);
enum outcome	partner_recommend(struct req *);
enum outcome	partner_students(struct req *);
enum outcome	partner_students_csv(struct req *);
enum outcome	partner_students_xlsx(struct req *);
enum outcome	partner_student_show(struct req *);
enum outcome	partner_student(struct req *);
enum outcome	partner_settings_show(struct req *);
enum outcome	partner_settings(struct req *);
enum outcome	partner_people_show(struct req *);
enum outcome	partner_people(struct req *);
enum outcome	partner_feed(struct req *);
/* seal.c */
enum outcome	partner_seal(struct req *);
enum outcome	partner_seal_txt(struct req *);
enum outcome	partner_letters_show(struct req *);
enum outcome	partner_letters(struct req *);
enum outcome	partner_withdrawals_show(struct req *);
enum outcome	partner_withdrawals(struct req *);
enum outcome	partner_lists_show(struct req *);
enum outcome	partner_lists(struct req *);
enum outcome	partner_list_xlsx(struct req *);
enum outcome	partner_list_json(struct req *);
enum outcome	partner_missing(struct req *);
enum outcome	partner_reason_show(struct req *);
enum outcome	partner_reason(struct req *);

/* words.c: codes in words, ended by { NULL, NULL }. */
extern const struct word state_words[], act_words[],
    recommendation_words[], column_words[], withdrawal_words[],
    missing_words[], actor_words[];
/* form_say() with the fields of this program. */
enum outcome	 partner_say(struct req *, const struct db_rows *);
/* sayings.c */
extern const struct saying partner_sayings[];

/* A column whose codes are also pushed as words, in <column>_word. */
struct worded { const char *column; const struct word *words; };
/*
 * Pushes rows as view_rows() does, with the words of some columns beside
 * their codes; the list of columns ends with { NULL, NULL }.
 */
void		 partner_push(struct view *, struct req *, const char *name,
		    const struct db_rows *, const struct worded *);
/* The frame of every page: university, term, its terms to choose from. */
void		 partner_frame(struct view *, const struct db_rows *frame,
		    const struct db_rows *terms);

#endif
