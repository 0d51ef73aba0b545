#ifndef PAPER_FLOW_H
#define PAPER_FLOW_H

#include <cairo.h>
#include <pango/pango.h>

#include "paper.h"
#include "paper_font.h"

/*
 * Inside lib/paper only.  A document is laid out twice: first to count its
 * pages, with nothing drawn, then for good.  Lengths are points.
 */

#define PAGE_WIDTH	595.28
#define PAGE_HEIGHT	841.89
#define MARGIN		56.0
#define BODY_WIDTH	(PAGE_WIDTH - 2 * MARGIN)
#define BODY_TOP	52.0
#define BODY_BOTTOM	(PAGE_HEIGHT - 62.0)

/* How a text is written. */
struct style {
	double		 size;
	int		 bold;
	enum paper_align align;
	double		 grey;		/* 0 = black */
	double		 leading;	/* between the lines, 0 = the font's */
};

struct flow {
	const struct paper *paper;
	cairo_t		*cr;
	struct letters	*letters;	/* met in the first pass, drawn in the second */
	int		 draw;		/* 0 = only measure */
	int		 tight;		/* less air, where that saves a page */
	int		 page, pages;
	double		 y;
	enum paper_code	 code;		/* the first thing that went wrong */
	struct paper_error *error;
};

/* paper_text.c: a text in a box of that width, at most `width` wide; its height. */
PangoLayout	*text_layout(struct flow *, const char *text,
		    const struct style *, double width);
double		 text_height(PangoLayout *);
void		 text_draw(struct flow *, PangoLayout *, const char *tag,
		    const struct style *, double x, double y);
/* Lays out, draws and frees; returns the height. */
double		 text_put(struct flow *, const char *text, const char *tag,
		    const struct style *, double x, double y, double width);
void		 text_fail(struct flow *, enum paper_code, const char *text);

/* paper_page.c: room for the next block; ends the page when there is none. */
void		 flow_begin(struct flow *);
void		 flow_need(struct flow *, double height);
/* The same for what should stand together and need not: it breaks the page only
 * where that helps, and never fails. */
void		 flow_keep(struct flow *, double height);
/* A distance, smaller where the document is laid out tight. */
double		 flow_gap(const struct flow *, double points);
void		 flow_break(struct flow *);
void		 flow_end(struct flow *);
void		 flow_open(struct flow *, const char *tag);
void		 flow_close(struct flow *, const char *tag);
void		 flow_line(struct flow *, double x, double y, double width,
		    double thick, double grey);

/* paper_letter.c */
void		 flow_letter(struct flow *);

/* paper_end.c: notes, date, signatory, seal, and how to check the document.  No
 * page has them alone: what comes before asks how high they are. */
#define SIGNED	210		/* signature and verification, one below the other */
#define CHECKED	110		/* verification alone */
void		 flow_end_matter(struct flow *);
double		 flow_end_height(struct flow *);
void		 flow_verification(struct flow *);
/* A paragraph that stays together on one page, and its height with the gap. */
void		 flow_paragraph(struct flow *, const char *text,
		    const struct style *);
double		 flow_paragraph_height(struct flow *, const char *text,
		    const struct style *);

/* paper_table.c */
void		 flow_fields(struct flow *);
void		 flow_table(struct flow *, const struct paper_table *);

/* paper_seal.c, paper_code.c: within a square of that size. */
void		 seal_draw(struct flow *, const char *letters, double x,
		    double y, double size);
void		 code_draw(struct flow *, const char *text, double x, double y,
		    double size);

/* paper_lang.c: says in the finished file which language it is in. */
int		 paper_set_language(unsigned char **bytes, size_t *size,
		    const char *lang);

#endif
