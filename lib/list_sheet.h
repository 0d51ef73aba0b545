#ifndef SOJOURN_LIST_SHEET_H
#define SOJOURN_LIST_SHEET_H

#include "form.h"

struct req;
struct db_rows;

/* The list of registrations of a university as a file, for itself and for the
 * host's staff (R55). */

/* Words of a course's state, of what is different, of the kind of list, of why
 * there are no credits; each ends with { NULL, NULL }. */
extern const struct word registration_words[], mark_words[], stage_words[],
    why_words[];

/*
 * Pushes {spread}: section, students, mean, text of each section of a list of
 * grades; empty for a list of registrations.  head as below.
 */
void		 list_spread_view(struct view *, struct req *,
		    const struct db_rows *head);

/*
 * Answers with the XLSX of one version: head is a row of list_head(), rows all
 * of list_rows().  OUT_UNKNOWN when there is no such list.
 */
enum outcome	 list_sheet(struct req *, const struct db_rows *head,
		    const struct db_rows *rows);

#endif
