#ifndef UNITEXT_H
#define UNITEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/*
 * Unicode text as people type it into forms and sheets.  Every char * taken
 * here is valid UTF-8; every char * given out is from malloc and the caller's.
 */

/*
 * A normal form of len bytes of s, -1 for all of it.  NULL, unlike what is said
 * above, where s is not UTF-8, and for no other reason: GLib gives NULL without
 * memory, too, and a word that somebody typed would be taken for none (T5).
 */
char *unitext_normal(const char *s, gssize len, GNormalizeMode);

/* NFC of len bytes of s (the rule for names, S17). */
char *unitext_nfc(const char *s, size_t len);

/*
 * NFKC of s: full-width digits and letters become plain ones.  The rule for
 * numbers, dates, addresses and telephone numbers.
 */
char *unitext_nfkc(const char *s);

/*
 * Cuts white space, no-break spaces and characters without width off both
 * ends of s, in place.  Returns s.
 */
char *unitext_trim(char *s);

/* Makes every run of white space inside s one plain space, in place. */
char *unitext_squeeze(char *s);

/*
 * The letters and digits of s alone, in small letters and half width, for
 * comparing headings and words; what stands in brackets only if asked.
 */
char *unitext_letters(const char *s, bool with_brackets);

/* Characters, not bytes. */
size_t unitext_length(const char *s);

/*
 * True when s holds something a reader cannot see: control characters, marks
 * of writing direction, characters without width, invisible fillers (S17).
 */
bool unitext_has_hidden(const char *s);

/* True when s holds U+FFFD, the trace of letters lost in an earlier save. */
bool unitext_has_lost(const char *s);

#endif
