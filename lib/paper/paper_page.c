#include <stdio.h>
#include <string.h>

#include "flow.h"

#define HEAD_WIDTH	(BODY_WIDTH - 150)

static const struct style small = { 8, 0, PAPER_LEFT, 0.35, 0 };
static const struct style small_right =
    { 8, 0, PAPER_RIGHT, 0.35, 0 };
static const struct style issuer_style =
    { 12, 1, PAPER_LEFT, 0.1, 0 };

void
flow_open(struct flow *f, const char *tag)
{
	if (f->draw && tag != NULL)
		cairo_tag_begin(f->cr, tag, NULL);
}

void
flow_close(struct flow *f, const char *tag)
{
	if (f->draw && tag != NULL)
		cairo_tag_end(f->cr, tag);
}

void
flow_line(struct flow *f, double x, double y, double width, double thick,
    double grey)
{
	if (!f->draw)
		return;
	cairo_set_source_rgb(f->cr, grey, grey, grey);
	cairo_set_line_width(f->cr, thick);
	cairo_move_to(f->cr, x, y);
	cairo_line_to(f->cr, x + width, y);
	cairo_stroke(f->cr);
}

/* The text with {page} and {pages} filled in. */
static void
page_words(const struct flow *f, char *out, size_t size)
{
	const char *p = f->paper->page_text;
	size_t n = 0;

	while (*p != '\0' && n + 12 < size) {
		if (strncmp(p, "{page}", 6) == 0) {
			n += (size_t)snprintf(out + n, size - n, "%d",
			    f->page);
			p += 6;
		} else if (strncmp(p, "{pages}", 7) == 0) {
			n += (size_t)snprintf(out + n, size - n, "%d",
			    f->pages);
			p += 7;
		} else
			out[n++] = *p++;
	}
	out[n] = '\0';
}

static void
foot(struct flow *f)
{
	double y = PAGE_HEIGHT - 44;
	char words[200];

	flow_line(f, MARGIN, y - 6, BODY_WIDTH, 0.5, 0.7);
	snprintf(words, sizeof(words), "%s%s%s", f->paper->serial,
	    *f->paper->code == '\0' ? "" : " · ", f->paper->code);
	text_put(f, words, NULL, &small, MARGIN, y, BODY_WIDTH);
	page_words(f, words, sizeof(words));
	text_put(f, words, NULL, &small_right, MARGIN, y, BODY_WIDTH);
}

/* Issuer, title and, of a certificate, whose it is, where that fits on the line.
 * Reading a letter back takes this line out from between its paragraphs. */
static void
running_head(struct flow *f, char *out, size_t size)
{
	const struct paper *p = f->paper;
	PangoLayout *layout;
	int n = snprintf(out, size, "%s · %s", p->issuer, p->title);

	if (p->letter != NULL || p->holder == NULL || *p->holder == '\0' || (size_t)n >= size)
		return;
	if ((size_t)snprintf(out + n, size - (size_t)n, " · %s", p->holder) >=
	    size - (size_t)n) {
		out[n] = '\0';
		return;
	}
	layout = text_layout(f, out, &small, HEAD_WIDTH);
	if (pango_layout_get_line_count(layout) > 1)
		out[n] = '\0';
	g_object_unref(layout);
}

/* The first page has the issuer's name in full, the others a running head. */
static void
head(struct flow *f)
{
	char words[400];

	if (f->page == 1) {
		text_put(f, f->paper->issuer, NULL, &issuer_style, MARGIN,
		    BODY_TOP, BODY_WIDTH - 150);
		text_put(f, f->paper->serial, NULL, &small_right,
		    PAGE_WIDTH - MARGIN - 150, BODY_TOP + 5, 150);
		flow_line(f, MARGIN, BODY_TOP + 24, BODY_WIDTH, 1.4, 0.1);
		flow_line(f, MARGIN, BODY_TOP + 27, BODY_WIDTH, 0.5, 0.1);
		f->y = BODY_TOP + 46;
		return;
	}
	running_head(f, words, sizeof(words));
	text_put(f, words, NULL, &small, MARGIN, BODY_TOP - 14,
	    HEAD_WIDTH);
	text_put(f, f->paper->serial, NULL, &small_right,
	    PAGE_WIDTH - MARGIN - 150, BODY_TOP - 14, 150);
	flow_line(f, MARGIN, BODY_TOP, BODY_WIDTH, 0.5, 0.7);
	f->y = BODY_TOP + 12;
}

void
flow_begin(struct flow *f)
{
	f->page = 1;
	head(f);
}

void
flow_end(struct flow *f)
{
	foot(f);
	if (f->draw)
		cairo_show_page(f->cr);
	else
		f->pages = f->page;
}

void
flow_break(struct flow *f)
{
	foot(f);
	if (f->draw)
		cairo_show_page(f->cr);
	f->page++;
	head(f);
}

void
flow_need(struct flow *f, double height)
{
	if (f->y + height > BODY_BOTTOM)
		flow_break(f);
	if (f->y + height > BODY_BOTTOM)
		text_fail(f, PAPER_LONG, "");
}

void
flow_keep(struct flow *f, double height)
{
	if (f->y + height > BODY_BOTTOM &&
	    BODY_TOP + 12 + height <= BODY_BOTTOM)
		flow_break(f);
}

double
flow_gap(const struct flow *f, double points)
{
	return f->tight ? points * 0.45 : points;
}
