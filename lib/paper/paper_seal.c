#include <math.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "flow.h"

#define LETTERS_MAX	25

/*
 * The letters of the seal stand in columns from right to left, as they are
 * cut.  They are drawn as shapes: a seal is a picture, nobody searches it.
 */
static void
letter(struct flow *f, const char *text, double x, double y, double size)
{
	const struct style s = { size * 0.82, 1, PAPER_CENTRE, 0,
	    0 };
	PangoLayout *layout = text_layout(f, text, &s, size);
	PangoRectangle ink;

	pango_layout_get_extents(layout, &ink, NULL);
	if (f->draw && ink.width > 0 && ink.height > 0) {
		cairo_save(f->cr);
		cairo_translate(f->cr, x, y);
		cairo_scale(f->cr, size * PANGO_SCALE / ink.width,
		    size * PANGO_SCALE / ink.height);
		cairo_move_to(f->cr, -(double)ink.x / PANGO_SCALE,
		    -(double)ink.y / PANGO_SCALE);
		pango_cairo_layout_path(f->cr, layout);
		cairo_fill(f->cr);
		cairo_restore(f->cr);
	}
	g_object_unref(layout);
}

void
seal_draw(struct flow *f, const char *letters, double x, double y,
    double size)
{
	long n = g_utf8_strlen(letters, -1), i, side;
	double cell, gap = size * 0.09;
	const char *p = letters;
	char one[8];

	if (n < 1 || n > LETTERS_MAX)
		return;
	side = (long)ceil(sqrt((double)n));
	cell = (size - 2 * gap) / (double)side;
	if (f->draw) {
		cairo_set_source_rgba(f->cr, 0.78, 0.08, 0.1, 0.88);
		cairo_set_line_width(f->cr, size * 0.045);
		cairo_rectangle(f->cr, x, y, size, size);
		cairo_stroke(f->cr);
	}
	for (i = 0; i < n; i++) {
		memset(one, 0, sizeof(one));
		memcpy(one, p, (size_t)(g_utf8_next_char(p) - p));
		letter(f, one, x + size - gap - cell * (double)(i / side + 1) +
		    cell * 0.06, y + gap + cell * (double)(i % side) +
		    cell * 0.06, cell * 0.88);
		p = g_utf8_next_char(p);
	}
}
