#ifndef REGISTER_H
#define REGISTER_H

#include "app.h"
#include "combiner.h"
#include "statements.h"

/* The pages of this program, one file each. */
enum outcome	register_index(struct req *);
enum outcome	register_enrol(struct req *);
enum outcome	register_cancel(struct req *);
enum outcome	register_swap(struct req *);
enum outcome	register_cart(struct req *);
enum outcome	register_confirmation(struct req *);
enum outcome	register_waitlist(struct req *);
enum outcome	register_waitlist_change(struct req *);
enum outcome	register_timetable(struct req *);
enum outcome	register_timetable_svg(struct req *);
enum outcome	register_calendar(struct req *);
enum outcome	register_calendar_change(struct req *);

/* The page of the timetable with the messages there are. */
enum outcome	register_timetable_show(struct req *, enum outcome);
/* The secret address that a row of register_api.calendar_link stands for; ""
 * when there is none, or it was made with another key. */
const char	*register_calendar_address(struct req *,
		    const struct db_rows *);
enum outcome	register_confirmation_pdf(struct req *);

/* GET /register with the messages there are; the status is the outcome's. */
enum outcome	register_show(struct req *, enum outcome);
/*
 * After a refusal: a small page of the sections asked for alone, each with its
 * result, and what else would fit (design: most answers of a rush are `full`).
 * leave: the section that was to be left for them (a swap), NULL for none.
 */
enum outcome	register_chosen(struct req *, enum outcome,
		    const char *const *codes, size_t n, const char *leave);
/*
 * Has an act decided and answers: 303 to the page when something was done,
 * else OUT_… of the first refusal with the messages set, or what
 * combiner_decide or the session said.  *sent is set when there is an answer.
 */
enum outcome	register_decide(struct req *, const struct asked *, int *sent);

#endif
