#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>

#include "flow.h"

static const struct style title = { 22, 1, PAPER_CENTRE, 0, 0 };
static const struct style body = { 10.5, 0, PAPER_LEFT, 0, 1.25 };
static const struct style statement =
    { 13, 0, PAPER_LEFT, 0, 1.45 };
static const struct style note = { 8.5, 0, PAPER_LEFT, 0.3, 1.1 };
static const struct style day = { 12, 0, PAPER_CENTRE, 0, 0 };
static const struct style name = { 16, 1, PAPER_CENTRE, 0, 0 };
static const struct style strong = { 10, 1, PAPER_LEFT, 0, 0 };
static const struct style code_style =
    { 13, 1, PAPER_LEFT, 0, 0 };

#define SIGNED	210		/* signature and verification, one below the other */

/* What has been made so far. */
struct sink {
	unsigned char	*bytes;
	size_t		 size, room;
};

static cairo_status_t
sink_write(void *arg, const unsigned char *data, unsigned int n)
{
	struct sink *s = arg;
	unsigned char *more;
	size_t room = s->room == 0 ? 65536 : s->room;

	while (room < s->size + n)
		room *= 2;
	if (room != s->room) {
		more = realloc(s->bytes, room);
		if (more == NULL)
			return CAIRO_STATUS_NO_MEMORY;
		s->bytes = more;
		s->room = room;
	}
	memcpy(s->bytes + s->size, data, n);
	s->size += n;
	return CAIRO_STATUS_SUCCESS;
}

static void
put_title(struct flow *f)
{
	f->y += 14;
	f->y += text_put(f, f->paper->title, "H1", &title, MARGIN, f->y,
	    BODY_WIDTH) + 22;
}

/* A paragraph stays together on one page. */
static void
put_paragraph(struct flow *f, const char *text, const struct style *s)
{
	PangoLayout *layout;

	if (*text == '\0')
		return;
	layout = text_layout(f, text, s, BODY_WIDTH);
	flow_need(f, text_height(layout));
	if (f->code == PAPER_OK) {
		text_draw(f, layout, "P", s, MARGIN, f->y);
		f->y += text_height(layout) + 10;
	}
	g_object_unref(layout);
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
static void
put_verification(struct flow *f)
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

/* The sentence of a certificate, with room around it. */
static void
put_statement(struct flow *f)
{
	if (f->paper->statement == NULL)
		return;
	f->y += 22;
	put_paragraph(f, f->paper->statement, &statement);
	f->y += 14;
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

static void
lay_out(struct flow *f)
{
	const struct paper *p = f->paper;
	size_t i;

	flow_begin(f);
	flow_open(f, "Document");
	if (p->letter != NULL) {
		flow_letter(f);
		put_verification(f);
		flow_close(f, "Document");
		flow_end(f);
		return;
	}
	put_title(f);
	put_paragraph(f, p->lead, &body);
	flow_fields(f);
	put_statement(f);
	for (i = 0; i < p->nparagraphs && f->code == PAPER_OK; i++)
		put_paragraph(f, p->paragraphs[i], &body);
	for (i = 0; i < p->ntables && f->code == PAPER_OK; i++)
		flow_table(f, &p->tables[i]);
	for (i = 0; i < p->nnotes && f->code == PAPER_OK; i++)
		put_paragraph(f, p->notes[i], &note);
	sink_signature(f);
	put_signature(f);
	put_verification(f);
	flow_close(f, "Document");
	flow_end(f);
}

static void
set_metadata(cairo_surface_t *s, const struct paper *p)
{
	char when[40], words[200];
	struct tm tm;

	gmtime_r(&p->made_at, &tm);
	strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &tm);
	snprintf(words, sizeof(words), "sojourn-document:%s", p->serial);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, p->title);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_AUTHOR,
	    p->issuer);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_SUBJECT,
	    p->subject);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_KEYWORDS, words);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR,
	    "Sojourn");
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE,
	    when);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, when);
}

/* The second pass: everything fits and can be written, it is only drawn. */
static enum paper_code
draw(const struct flow *measured, struct sink *out)
{
	struct flow f = { .paper = measured->paper, .draw = 1,
	    .letters = measured->letters, .pages = measured->pages,
	    .error = measured->error };
	cairo_surface_t *surface;
	cairo_status_t status;

	surface = cairo_pdf_surface_create_for_stream(sink_write, out,
	    PAGE_WIDTH, PAGE_HEIGHT);
	set_metadata(surface, f.paper);
	f.cr = cairo_create(surface);
	lay_out(&f);
	status = cairo_status(f.cr);
	cairo_destroy(f.cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	return status == CAIRO_STATUS_SUCCESS ? f.code : PAPER_FAULT;
}

/* Both passes; the file in *out. */
static enum paper_code
make(struct flow *measure, struct sink *out)
{
	enum paper_code code;

	lay_out(measure);
	if (measure->code != PAPER_OK)
		return measure->code;
	if (letters_cut(measure->letters) != 0)
		return PAPER_FAULT;
	code = draw(measure, out);
	if (code == PAPER_OK && paper_set_language(&out->bytes, &out->size,
	    measure->paper->lang) != 0)
		code = PAPER_FAULT;
	return code;
}

enum paper_code
paper_write(const struct paper *p, unsigned char **bytes, size_t *size,
    struct paper_error *error)
{
	struct flow measure = { .paper = p, .error = error };
	struct sink out = { 0 };
	enum paper_code code;

	*bytes = NULL;
	*size = 0;
	error->text[0] = '\0';
	if (paper_start() != 0)
		return PAPER_FAULT;
	measure.letters = letters_new();
	code = make(&measure, &out);
	letters_free(measure.letters);
	if (code != PAPER_OK) {
		free(out.bytes);
		return code;
	}
	*bytes = out.bytes;
	*size = out.size;
	return PAPER_OK;
}

const char *
paper_code_name(enum paper_code code)
{
	static const char *const names[] = {
		[PAPER_OK] = "ok", [PAPER_GLYPH] = "glyph",
		[PAPER_LONG] = "long", [PAPER_FAULT] = "fault",
	};

	return names[code];
}
