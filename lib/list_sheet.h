#ifndef SOJOURN_LIST_SHEET_H
#define SOJOURN_LIST_SHEET_H

#include "list_words.h"

struct req;
struct db_rows;

/* The lists of a university as files, for itself and for the host's staff:
 * registrations are written when they are asked for (R55), grades stand in a
 * signed file (R186). */

/*
 * Pushes {spread}: section, students, mean, text of each section of a list of
 * grades; empty for a list of registrations.  head as below.
 */
void		 list_spread_view(struct view *, struct req *,
		    const struct db_rows *head);

/*
 * Answers with the XLSX of one version of the registrations: head is a row of list_head(), rows all
 * of list_rows().  OUT_UNKNOWN when there is no such list.
 */
enum outcome	 list_sheet(struct req *, const struct db_rows *head,
		    const struct db_rows *rows);

/*
 * Answers with the signed file of a list of grades, or with its credential.
 * stmt is the statement of the program that calls sojourn.list_file() for the
 * field `list`.  What still waits is made now: OUT_BUSY when that takes longer;
 * nothing is ever sent unsigned.
 */
enum outcome	 list_signed_xlsx(struct req *, int stmt);
enum outcome	 list_signed_json(struct req *, int stmt);

#endif
