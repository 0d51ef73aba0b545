#include <stdlib.h>
#include <string.h>

#include <cairo-ft.h>
#include <ft2build.h>
#include <glib.h>
#include <hb-subset.h>
#include FT_FREETYPE_H
#include <pango/pangofc-font.h>

#include "paper_font.h"

#define FONTS_MAX	8

/* A font of the document: which letters of it, and the small font of them. */
struct font {
	hb_face_t	*face;		/* pango's, held */
	hb_set_t	*glyphs;
	hb_map_t	*map;		/* pango's number -> the small font's */
	cairo_font_face_t *small;
};

struct letters {
	struct font	 font[FONTS_MAX];
	int		 n;
};

/* What a small font rests on, freed when cairo has done with it. */
struct held {
	hb_blob_t	*blob;
	FT_Face		 face;
};

static const cairo_user_data_key_t held_key;
static FT_Library library;

struct letters *
letters_new(void)
{
	return g_new0(struct letters, 1);
}

void
letters_free(struct letters *l)
{
	int i;

	if (l == NULL)
		return;
	for (i = 0; i < l->n; i++) {
		hb_face_destroy(l->font[i].face);
		hb_set_destroy(l->font[i].glyphs);
		hb_map_destroy(l->font[i].map);
		cairo_font_face_destroy(l->font[i].small);
	}
	g_free(l);
}

/* The entry of a font, made at the first letter of it; NULL for too many. */
static struct font *
entry_of(struct letters *l, PangoFont *font)
{
	hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(font));
	int i;

	for (i = 0; i < l->n; i++)
		if (l->font[i].face == face)
			return &l->font[i];
	if (l->n == FONTS_MAX)
		return NULL;
	l->font[l->n].face = hb_face_reference(face);
	l->font[l->n].glyphs = hb_set_create();
	return &l->font[l->n++];
}

int
letters_meet(struct letters *l, PangoLayout *layout)
{
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	PangoGlyphItem *run;
	struct font *f;
	int i, rc = 0;

	do {
		run = pango_layout_iter_get_run_readonly(at);
		if (run == NULL)
			continue;
		f = entry_of(l, run->item->analysis.font);
		if (f == NULL) {
			rc = -1;
			break;
		}
		for (i = 0; i < run->glyphs->num_glyphs; i++)
			if (run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
				hb_set_add(f->glyphs,
				    run->glyphs->glyphs[i].glyph);
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
	return rc;
}

static void
held_free(void *arg)
{
	struct held *h = arg;

	if (h->face != NULL)
		FT_Done_Face(h->face);
	hb_blob_destroy(h->blob);
	g_free(h);
}

/* The font's file as a face of cairo, which owns it from then on. */
static cairo_font_face_t *
open_small(hb_face_t *face)
{
	struct held *h = g_new0(struct held, 1);
	cairo_font_face_t *small;
	const char *data;
	unsigned len;

	h->blob = hb_face_reference_blob(face);
	data = hb_blob_get_data(h->blob, &len);
	if ((library == NULL && FT_Init_FreeType(&library) != 0) ||
	    FT_New_Memory_Face(library, (const FT_Byte *)data, (FT_Long)len, 0,
	    &h->face) != 0) {
		held_free(h);
		return NULL;
	}
	small = cairo_ft_font_face_create_for_ft_face(h->face,
	    FT_LOAD_NO_HINTING);
	if (cairo_font_face_set_user_data(small, &held_key, h, held_free) !=
	    CAIRO_STATUS_SUCCESS) {
		cairo_font_face_destroy(small);
		held_free(h);
		return NULL;
	}
	return small;
}

static int
cut(struct font *f)
{
	static const hb_tag_t drop[] = { HB_TAG('G', 'S', 'U', 'B'),
	    HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('v', 'm', 't', 'x'),
	    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('V', 'O', 'R', 'G') };
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;
	hb_face_t *small = NULL;
	size_t i;

	if (input == NULL)
		return -1;
	hb_set_union(hb_subset_input_glyph_set(input), f->glyphs);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_DESUBROUTINIZE |
	    HB_SUBSET_FLAGS_NO_HINTING);
	for (i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
		hb_set_add(hb_subset_input_set(input,
		    HB_SUBSET_SETS_DROP_TABLE_TAG), drop[i]);
	plan = hb_subset_plan_create_or_fail(f->face, input);
	if (plan != NULL) {
		f->map = hb_map_reference((hb_map_t *)
		    hb_subset_plan_old_to_new_glyph_mapping(plan));
		small = hb_subset_plan_execute_or_fail(plan);
	}
	if (small != NULL)
		f->small = open_small(small);
	hb_face_destroy(small);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return f->small == NULL ? -1 : 0;
}

int
letters_cut(struct letters *l)
{
	int i;

	for (i = 0; i < l->n; i++)
		if (cut(&l->font[i]) != 0)
			return -1;
	return 0;
}

/* The glyphs of one cluster from *x on; their number, -1 for a stranger. */
static int
place_cluster(const struct font *f, const PangoGlyphItemIter *at, double *x,
    double y, cairo_glyph_t *out)
{
	const PangoGlyphInfo *g;
	hb_codepoint_t number;
	int i, n = 0;

	for (i = at->start_glyph; i < at->end_glyph; i++) {
		g = &at->glyph_item->glyphs->glyphs[i];
		if (g->glyph != PANGO_GLYPH_EMPTY) {
			number = f->map == NULL ? HB_MAP_VALUE_INVALID :
			    hb_map_get(f->map, g->glyph);
			if (number == HB_MAP_VALUE_INVALID)
				return -1;
			out[n++] = (cairo_glyph_t){ number,
			    *x + (double)g->geometry.x_offset / PANGO_SCALE,
			    y + (double)g->geometry.y_offset / PANGO_SCALE };
		}
		*x += (double)g->geometry.width / PANGO_SCALE;
	}
	return n;
}

static double
size_of(PangoFont *font)
{
	PangoFontDescription *d =
	    pango_font_describe_with_absolute_size(font);
	double size = (double)pango_font_description_get_size(d) /
	    PANGO_SCALE;

	pango_font_description_free(d);
	return size;
}

/* Glyphs in a row, and which letters each stands for. */
struct row {
	cairo_glyph_t	*glyphs;
	cairo_text_cluster_t *clusters;
	int		 n, nclusters, bytes;
};

static void
show_row(cairo_t *cr, struct row *row, const char *text)
{
	if (row->n > 0)
		cairo_show_text_glyphs(cr, text, row->bytes, row->glyphs,
		    row->n, row->clusters, row->nclusters, 0);
	row->n = row->nclusters = row->bytes = 0;
}

/* One run.  A blank where a line was broken has no glyph, and is left out. */
static int
show_run(struct letters *l, cairo_t *cr, const char *text,
    PangoGlyphItem *run, double x, double y)
{
	struct font *f = entry_of(l, run->item->analysis.font);
	int room = run->glyphs->num_glyphs + 1, k, more, rc = 0;
	struct row row = { g_new(cairo_glyph_t, room),
	    g_new(cairo_text_cluster_t, room), 0, 0, 0 };
	const char *from = text + run->item->offset;
	PangoGlyphItemIter at;

	cairo_set_font_face(cr, f->small);
	cairo_set_font_size(cr, size_of(run->item->analysis.font));
	more = pango_glyph_item_iter_init_start(&at, run, text);
	for (; more; more = pango_glyph_item_iter_next_cluster(&at)) {
		k = place_cluster(f, &at, &x, y, row.glyphs + row.n);
		if (k > 0) {
			row.clusters[row.nclusters++] = (cairo_text_cluster_t){
			    at.end_index - at.start_index, k };
			row.bytes += at.end_index - at.start_index;
			row.n += k;
			continue;
		}
		rc |= k;
		show_row(cr, &row, from);
		from = text + at.end_index;
	}
	show_row(cr, &row, from);
	g_free(row.glyphs);
	g_free(row.clusters);
	return rc;
}

int
letters_show(struct letters *l, cairo_t *cr, PangoLayout *layout, double x,
    double y)
{
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	const char *text = pango_layout_get_text(layout);
	PangoGlyphItem *run;
	PangoRectangle box;
	int rc = 0;

	do {
		run = pango_layout_iter_get_run_readonly(at);
		if (run == NULL || entry_of(l, run->item->analysis.font) ==
		    NULL)
			continue;
		pango_layout_iter_get_run_extents(at, NULL, &box);
		rc |= show_run(l, cr, text, run, x + (double)box.x /
		    PANGO_SCALE, y + (double)pango_layout_iter_get_baseline(at)
		    / PANGO_SCALE);
	} while (pango_layout_iter_next_run(at));
	pango_layout_iter_free(at);
	return rc == 0 ? 0 : -1;
}
