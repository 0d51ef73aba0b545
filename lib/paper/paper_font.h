#ifndef PAPER_FONT_H
#define PAPER_FONT_H

#include <cairo.h>
#include <pango/pango.h>

/*
 * Inside lib/paper only: the letters of one document.  cairo puts whole tables
 * of a font into a file where it fails to follow the shared parts of its
 * outlines (a megabyte a document, tried), so it is given small fonts: those
 * letters that the first pass has met, without shared parts.
 */

struct letters;

struct letters	*letters_new(void);
void		 letters_free(struct letters *);
/* First pass: the layout's glyphs are met.  -1 for too many fonts. */
int		 letters_meet(struct letters *, PangoLayout *);
/* Between the passes: makes the small fonts.  0 or -1. */
int		 letters_cut(struct letters *);
/* Second pass: draws the layout with them, its top left at x, y.  -1 when a
 * letter was not met before. */
int		 letters_show(struct letters *, cairo_t *, PangoLayout *,
		    double x, double y);

#endif
