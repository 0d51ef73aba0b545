#ifndef RESIDENT_H
#define RESIDENT_H

#include <stdbool.h>

/*
 * Korean resident (and foreigner) registration numbers: thirteen digits,
 * YYMMDD-Sxxxxxx.  Offices leave them in their sheets; the suite must never
 * show or store one (contract section 5, S16).  All text is UTF-8.
 */

/*
 * True when s holds such a number: with or without hyphen or spaces between
 * the two halves, in full-width digits, with characters without width in
 * between, alone or inside a longer text.  The check digit is not asked:
 * numbers given out since October 2020 have none.
 */
bool resident_in_text(const char *s);

/*
 * The same for a cell that the sheet stores as a number, where the leading
 * zeros of somebody born after 2000 are lost: 11 to 13 digits.
 */
bool resident_in_number(const char *digits);

/* The ten digits left of a number of 2000; only beside others of its kind. */
bool resident_in_short_number(const char *digits);

/*
 * True when s is the heading of a column for such numbers; below it every
 * cell with seven digits or more is one, whatever its form.
 */
bool resident_heading(const char *s);

/* True when a cell below such a heading is not just a date of birth. */
bool resident_below_heading(const char *s);

#endif
