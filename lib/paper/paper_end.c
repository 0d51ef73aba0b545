#include <stdio.h>
#include <string.h>

#include "flow.h"

static const struct style note = { 8.5, 0, PAPER_LEFT, 0.3, 1.1 };
static const struct style day = { 12, 0, PAPER_CENTRE, 0, 0 };
static const struct style name = { 16, 1, PAPER_CENTRE, 0, 0 };
static const struct style strong = { 10, 1, PAPER_LEFT, 0, 0 };
static const struct style code_style =
    { 13, 1, PAPER_LEFT, 0, 0 };

void
flow_paragraph(struct flow *f, const char *text, const struct style *s)
{
	PangoLayout *layout;

	if (*text == '\0')
		return;
	layout = text_layout(f, text, s, BODY_WIDTH);
	flow_need(f, text_height(layout));
	if (f->code == PAPER_OK) {
		text_draw(f, layout, "P", s, MARGIN, f->y);
		f->y += text_height(layout) + flow_gap(f, 10);
	}
	g_object_unref(layout);
}

double
flow_paragraph_height(struct flow *f, const char *text, const struct style *s)
{
	PangoLayout *layout;
	double height;

	if (*text == '\0')
		return 0;
	layout = text_layout(f, text, s, BODY_WIDTH);
	height = text_height(layout) + flow_gap(f, 10);
	g_object_unref(layout);
	return height;
}

/* Date, name and seal: together on one page, the seal over the name's end. */
static void
put_signature(struct flow *f)
{
	PangoLayout *layout;
	int width;
	double x, size = 58;

	flow_need(f, 110);
	if (f->code != PAPER_OK)
		return;
	f->y += 12;
	f->y += text_put(f, f->paper->date, "P", &day, MARGIN, f->y,
	    BODY_WIDTH) + 14;
	layout = text_layout(f, f->paper->signatory, &name, BODY_WIDTH - 70);
	pango_layout_get_size(layout, &width, NULL);
	text_draw(f, layout, "P", &name, MARGIN + 35, f->y);
	x = PAGE_WIDTH / 2 + (double)width / PANGO_SCALE / 2 - 8;
	if (x > PAGE_WIDTH - MARGIN - size)
		x = PAGE_WIDTH - MARGIN - size;
	if (*f->paper->seal != '\0')
		seal_draw(f, f->paper->seal, x, f->y - 20, size);
	f->y += text_height(layout) + 34;
	g_object_unref(layout);
}

static void
put_link(struct flow *f, double x, double width)
{
	char attributes[400];

	if (f->draw) {
		snprintf(attributes, sizeof(attributes), "uri='%s'",
		    f->paper->url);
		cairo_tag_begin(f->cr, CAIRO_TAG_LINK, attributes);
	}
	f->y += text_put(f, f->paper->url, NULL, &note, x, f->y, width) + 3;
	if (f->draw)
		cairo_tag_end(f->cr, CAIRO_TAG_LINK);
}

/* The code to scan, the code to type, and what to do with them. */
void
flow_verification(struct flow *f)
{
	const double side = 84, x = MARGIN + side + 16;
	const double width = BODY_WIDTH - side - 16;
	double top;

	if (*f->paper->url == '\0')
		return;
	flow_need(f, side + 16);
	if (f->code != PAPER_OK)
		return;
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.4, 0.75);
	f->y += 10;
	top = f->y;
	code_draw(f, f->paper->url, MARGIN, top, side);
	f->y += text_put(f, f->paper->verify_title, "P", &strong, x, f->y,
	    width) + 3;
	f->y += text_put(f, f->paper->code, "P", &code_style, x, f->y,
	    width) + 3;
	put_link(f, x, width);
	f->y += text_put(f, f->paper->verify_text, "P", &note, x, f->y,
	    width);
	if (f->y < top + side)
		f->y = top + side;
	f->y += 10;
}

/*
 * A certificate of one page is signed at its foot and not in its middle.
 * Where there is less room everything follows as it comes.
 */
static void
sink_signature(struct flow *f)
{
	const double y = BODY_BOTTOM - SIGNED;

	if (f->paper->statement != NULL && f->page == 1 && f->y < y)
		f->y = y;
}

double
flow_end_height(struct flow *f)
{
	double height = SIGNED;
	size_t i;

	for (i = 0; i < f->paper->nnotes; i++)
		height += flow_paragraph_height(f, f->paper->notes[i], &note);
	return height;
}

void
flow_end_matter(struct flow *f)
{
	size_t i;

	flow_keep(f, flow_end_height(f));
	for (i = 0; i < f->paper->nnotes && f->code == PAPER_OK; i++)
		flow_paragraph(f, f->paper->notes[i], &note);
	sink_signature(f);
	put_signature(f);
	flow_verification(f);
}
