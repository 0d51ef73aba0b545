#include <stdio.h>
#include <string.h>

#include "flow.h"

#define COLUMNS_MAX	12
#define PAD		4.0
#define STAY		2	/* rows that stay with the foot and the end */

static const struct style label = { 9, 0, PAPER_LEFT, 0.35, 0 };
static const struct style value = { 10.5, 0, PAPER_LEFT, 0, 0 };
static const struct style caption = { 11, 1, PAPER_LEFT, 0, 0 };

/* Label and value beside each other, a fine line below each pair. */
static void
put_field(struct flow *f, const struct paper_field *field)
{
	const double left = 128, width = BODY_WIDTH - left;
	PangoLayout *l = text_layout(f, field->label, &label, left - 8);
	PangoLayout *v = text_layout(f, field->value, &value, width);
	double height = text_height(v), pad = flow_gap(f, PAD);

	if (text_height(l) > height)
		height = text_height(l);
	flow_need(f, height + 2 * pad);
	if (f->code == PAPER_OK) {
		flow_open(f, "TR");
		text_draw(f, l, "TH", &label, MARGIN, f->y + pad + 1);
		text_draw(f, v, "TD", &value, MARGIN + left, f->y + pad);
		flow_close(f, "TR");
		f->y += height + 2 * pad;
		flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.4, 0.8);
	}
	g_object_unref(l);
	g_object_unref(v);
}

void
flow_fields(struct flow *f)
{
	size_t i;

	if (f->paper->nfields == 0)
		return;
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.8, 0.3);
	flow_open(f, "Table");
	for (i = 0; i < f->paper->nfields && f->code == PAPER_OK; i++)
		put_field(f, &f->paper->fields[i]);
	flow_close(f, "Table");
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.8, 0.3);
	f->y += flow_gap(f, 16);
}

/* One row measured: its layouts, the left edges and the height. */
struct row {
	PangoLayout	*cell[COLUMNS_MAX];
	struct style	 style[COLUMNS_MAX];
	double		 x[COLUMNS_MAX];
	double		 height;
	size_t		 n;
};

static void
measure(struct flow *f, const struct paper_table *t, const char *const *cells,
    int bold, struct row *r)
{
	double all = 0, x = MARGIN, width, height;
	size_t i;

	for (i = 0; i < t->ncolumns; i++)
		all += t->columns[i].share;
	r->n = t->ncolumns;
	r->height = 0;
	for (i = 0; i < t->ncolumns; i++) {
		width = BODY_WIDTH * t->columns[i].share / all;
		r->style[i] = (struct style){ 9, bold,
		    t->columns[i].align, 0, 0 };
		r->cell[i] = text_layout(f, cells[i], &r->style[i],
		    width - 2 * PAD);
		r->x[i] = x + PAD;
		height = text_height(r->cell[i]);
		if (height > r->height)
			r->height = height;
		x += width;
	}
	r->height += 2 * flow_gap(f, PAD);
}

/* Draws the row at the place reached and moves below it. */
static void
draw_row(struct flow *f, struct row *r, const char *tag, int shade)
{
	size_t i;

	if (f->draw && shade) {
		cairo_set_source_rgb(f->cr, 0.95, 0.955, 0.96);
		cairo_rectangle(f->cr, MARGIN, f->y, BODY_WIDTH, r->height);
		cairo_fill(f->cr);
	}
	flow_open(f, "TR");
	for (i = 0; i < r->n; i++)
		text_draw(f, r->cell[i], tag, &r->style[i], r->x[i],
		    f->y + flow_gap(f, PAD));
	flow_close(f, "TR");
	f->y += r->height;
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.4, 0.75);
}

static void
free_row(struct row *r)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		g_object_unref(r->cell[i]);
}

/* The titles of the columns, at the top of the table and of each page. */
static void
draw_titles(struct flow *f, const struct paper_table *t)
{
	const char *titles[COLUMNS_MAX];
	struct row r;
	size_t i;

	for (i = 0; i < t->ncolumns; i++)
		titles[i] = t->columns[i].title;
	measure(f, t, titles, 1, &r);
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.8, 0.3);
	draw_row(f, &r, "TH", 1);
	free_row(&r);
}

/* On the next page: the caption again, saying that it goes on, and the titles. */
static void
go_on(struct flow *f, const struct paper_table *t)
{
	char words[400];

	flow_break(f);
	if (*t->caption != '\0' && f->paper->continued != NULL) {
		snprintf(words, sizeof(words), "%s %s", t->caption,
		    f->paper->continued);
		f->y += text_put(f, words, NULL, &caption, MARGIN, f->y,
		    BODY_WIDTH) + 5;
	}
	draw_titles(f, t);
}

static const char *const *
row_of(const struct paper_table *t, size_t i)
{
	return i < t->nrows ? t->cells + i * t->ncolumns : t->foot;
}

static void
put_row(struct flow *f, const struct paper_table *t, size_t i)
{
	struct row r;

	measure(f, t, row_of(t, i), i == t->nrows, &r);
	if (r.height > BODY_BOTTOM - BODY_TOP - 60)
		text_fail(f, PAPER_LONG, row_of(t, i)[0]);
	else if (f->y + r.height > BODY_BOTTOM)
		go_on(f, t);
	if (f->code == PAPER_OK)
		draw_row(f, &r, "TD", i == t->nrows);
	free_row(&r);
}

/* From row i to the end of the table, and of the document where it is its last. */
static double
rest_height(struct flow *f, const struct paper_table *t, size_t i)
{
	size_t n = t->nrows + (t->foot != NULL);
	double height = flow_gap(f, 16);
	struct row r;

	for (; i < n; i++) {
		measure(f, t, row_of(t, i), i == t->nrows, &r);
		height += r.height;
		free_row(&r);
	}
	if (t == &f->paper->tables[f->paper->ntables - 1])
		height += flow_end_height(f);
	return height;
}

/* The last rows stay with the foot, and those of the last table with the
 * signature: no page has a sum or a seal alone. */
static void
keep_rest(struct flow *f, const struct paper_table *t, size_t i)
{
	double height = rest_height(f, t, i);

	if (f->y + height > BODY_BOTTOM &&
	    BODY_TOP + 60 + height <= BODY_BOTTOM)
		go_on(f, t);
}

void
flow_table(struct flow *f, const struct paper_table *t)
{
	size_t i, n = t->nrows + (t->foot != NULL);

	if (t->ncolumns == 0 || t->ncolumns > COLUMNS_MAX)
		return;
	flow_need(f, 80);	/* caption, titles and a row stay together */
	if (t->nrows <= STAY)
		flow_keep(f, 50 + rest_height(f, t, 0));
	if (*t->caption != '\0')
		f->y += text_put(f, t->caption, "H2", &caption, MARGIN, f->y,
		    BODY_WIDTH) + 5;
	flow_open(f, "Table");
	draw_titles(f, t);
	for (i = 0; i < n && f->code == PAPER_OK; i++) {
		if (i > 0 && i + STAY == t->nrows)
			keep_rest(f, t, i);
		put_row(f, t, i);
	}
	flow_close(f, "Table");
	flow_line(f, MARGIN, f->y, BODY_WIDTH, 0.8, 0.3);
	f->y += flow_gap(f, 16);
}
