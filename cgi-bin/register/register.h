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
