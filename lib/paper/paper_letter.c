#include <string.h>

#include "flow.h"

/*
 * A letter: date, addressee, text, its author's name, and below it the issuer's
 * word, signatory and seal.  Its paragraphs may be longer than a page.
 */

static const struct style heading = { 18, 1, PAPER_CENTRE, 0, 0 };
static const struct style right = { 10.5, 0, PAPER_RIGHT, 0, 0 };
static const struct style bold = { 10.5, 1, PAPER_LEFT, 0, 1.2 };
static const struct style body = { 10.5, 0, PAPER_LEFT, 0, 1.3 };
static const struct style author = { 12, 1, PAPER_RIGHT, 0, 1.2 };
static const struct style small = { 9, 0, PAPER_LEFT, 0.25, 1.15 };
static const struct style office = { 13, 1, PAPER_CENTRE, 0, 0 };

/* A text that stays together; the gap comes after it. */
static void
put(struct flow *f, const char *text, const struct style *s, double gap)
{
	PangoLayout *layout;
	double height;

	if (*text == '\0')
		return;
	layout = text_layout(f, text, s, BODY_WIDTH);
	height = text_height(layout);
	g_object_unref(layout);
	flow_need(f, height);
	if (f->code == PAPER_OK)
		f->y += text_put(f, text, "P", s, MARGIN, f->y, BODY_WIDTH) +
		    gap;
}

/* How many lines of the layout fit into the height. */
static int
lines_within(PangoLayout *layout, double height)
{
	PangoLayoutIter *it = pango_layout_get_iter(layout);
	int n = 0, bottom;

	do {
		pango_layout_iter_get_line_yrange(it, NULL, &bottom);
		if ((double)bottom / PANGO_SCALE > height)
			break;
		n++;
	} while (pango_layout_iter_next_line(it));
	pango_layout_iter_free(it);
	return n;
}

static double
height_of(struct flow *f, const char *text, const struct style *s)
{
	PangoLayout *layout = text_layout(f, text, s, BODY_WIDTH);
	double height = text_height(layout);

	g_object_unref(layout);
	return height;
}

/* The issuer's word with signatory, seal, notes and verification. */
static double
office_height(struct flow *f)
{
	const struct paper *p = f->paper;
	double height = height_of(f, p->letter->office, &small) + 78 + CHECKED;
	size_t i;

	for (i = 0; i < p->nnotes; i++)
		height += height_of(f, p->notes[i], &small) + 6;
	return height;
}

static double
author_height(struct flow *f)
{
	const struct paper_letter *l = f->paper->letter;

	return height_of(f, l->closing, &body) + height_of(f, l->name,
	    &author) + height_of(f, l->title, &right) + 34;
}

/*
 * As many bytes of the text as fit on this page; all of them, or none when less
 * than two lines would stand here.  One line is not left alone on the next; of
 * the last paragraph two lines at least stand above the names that sign it.
 */
static size_t
part_that_fits(struct flow *f, const char *text, double after)
{
	PangoLayout *layout = text_layout(f, text, &body, BODY_WIDTH);
	int all = pango_layout_get_line_count(layout);
	int n = lines_within(layout, BODY_BOTTOM - f->y);
	size_t bytes = strlen(text);

	if (n == all && after > 0 &&
	    f->y + text_height(layout) + after > BODY_BOTTOM) {
		if (all > 3)
			n = all - 2;
		else if (f->y > BODY_TOP + 60)
			n = 0;
	}
	if (n < all) {
		if (all - n == 1 && n > 2)
			n--;
		bytes = n < 2 ? 0 : (size_t)pango_layout_get_line_readonly(
		    layout, n)->start_index;
	}
	g_object_unref(layout);
	return bytes;
}

/* A paragraph, over as many pages as it takes; `after` is what must stand below
 * its end on the same page, 0 for nothing. */
static void
put_flowing(struct flow *f, const char *text, double after)
{
	char *part;
	size_t n;
	int broken = 0;

	while (*text != '\0' && f->code == PAPER_OK) {
		n = part_that_fits(f, text, after);
		if (n == 0 && broken) {
			text_fail(f, PAPER_LONG, text);
			return;
		}
		broken = n == 0;
		if (n > 0) {
			part = g_strndup(text, n);
			f->y += text_put(f, part, "P", &body, MARGIN, f->y,
			    BODY_WIDTH);
			g_free(part);
			text += n;
		}
		if (*text != '\0')
			flow_break(f);
	}
	f->y += 9;
}

/* Closing words and name stay together. */
static void
put_author(struct flow *f)
{
	const struct paper_letter *l = f->paper->letter;

	flow_keep(f, author_height(f) + office_height(f));
	put(f, l->closing, &body, 14);
	put(f, l->name, &author, 2);
	put(f, l->title, &right, 6);
	f->y += 12;
}

/* The issuer's word, its signatory and the seal over the end of its name. */
static void
put_office(struct flow *f)
{
	const double size = 54;
	PangoLayout *layout;
	int width;
	double x;

	flow_need(f, height_of(f, f->paper->letter->office, &small) + 78);
	if (f->code != PAPER_OK)
		return;
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.4, 0.75);
	f->y += 8;
	put(f, f->paper->letter->office, &small, 16);
	layout = text_layout(f, f->paper->signatory, &office, BODY_WIDTH -
	    70);
	pango_layout_get_size(layout, &width, NULL);
	text_draw(f, layout, "P", &office, MARGIN + 35, f->y);
	x = PAGE_WIDTH / 2 + (double)width / PANGO_SCALE / 2 - 8;
	if (x > PAGE_WIDTH - MARGIN - size)
		x = PAGE_WIDTH - MARGIN - size;
	if (*f->paper->seal != '\0')
		seal_draw(f, f->paper->seal, x, f->y - 18, size);
	f->y += text_height(layout) + 28;
	g_object_unref(layout);
}

void
flow_letter(struct flow *f)
{
	const struct paper *p = f->paper;
	const struct paper_letter *l = p->letter;
	size_t i;

	f->y += 8;
	f->y += text_put(f, p->title, "H1", &heading, MARGIN, f->y,
	    BODY_WIDTH) + 10;
	put(f, p->date, &right, 8);
	put(f, l->addressee, &bold, 4);
	put(f, l->mark, &bold, 4);
	f->y += 6;
	flow_fields(f);
	put(f, l->salutation, &body, 9);
	for (i = 0; i < l->nparagraphs && f->code == PAPER_OK; i++)
		put_flowing(f, l->paragraphs[i], i + 1 < l->nparagraphs ? 0 :
		    9 + author_height(f) + office_height(f));
	put_author(f);
	put_office(f);
	for (i = 0; i < p->nnotes && f->code == PAPER_OK; i++)
		put(f, p->notes[i], &small, 6);
}
