#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>

#include "flow.h"

static const struct style title = { 22, 1, PAPER_CENTRE, 0, 0 };
static const struct style body = { 10.5, 0, PAPER_LEFT, 0, 1.25 };
static const struct style statement =
    { 13, 0, PAPER_LEFT, 0, 1.45 };

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
	f->y += flow_gap(f, 14);
	f->y += text_put(f, f->paper->title, "H1", &title, MARGIN, f->y,
	    BODY_WIDTH) + flow_gap(f, 22);
}

/* The sentence of a certificate, with room around it. */
static void
put_statement(struct flow *f)
{
	if (f->paper->statement == NULL)
		return;
	f->y += flow_gap(f, 22);
	if (f->paper->ntables == 0)	/* its sentence is signed on its page */
		flow_keep(f, flow_paragraph_height(f, f->paper->statement,
		    &statement) + flow_gap(f, 14) + flow_end_height(f));
	flow_paragraph(f, f->paper->statement, &statement);
	f->y += flow_gap(f, 14);
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
		flow_verification(f);
		flow_close(f, "Document");
		flow_end(f);
		return;
	}
	put_title(f);
	flow_paragraph(f, p->lead, &body);
	flow_fields(f);
	put_statement(f);
	for (i = 0; i < p->nparagraphs && f->code == PAPER_OK; i++)
		flow_paragraph(f, p->paragraphs[i], &body);
	for (i = 0; i < p->ntables && f->code == PAPER_OK; i++)
		flow_table(f, &p->tables[i]);
	flow_end_matter(f);
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
	    .tight = measured->tight,
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

/* What goes over the first page by a little is laid out with less air. */
static void
tighten(struct flow *measure)
{
	struct flow f = { .paper = measure->paper, .tight = 1,
	    .letters = measure->letters, .error = measure->error };

	lay_out(&f);
	if (f.code != PAPER_OK || f.pages == 1)
		*measure = f;
}

/* Both passes; the file in *out. */
static enum paper_code
make(struct flow *measure, struct sink *out)
{
	enum paper_code code;

	lay_out(measure);
	if (measure->code == PAPER_OK && measure->pages == 2 &&
	    measure->paper->letter == NULL)
		tighten(measure);
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
