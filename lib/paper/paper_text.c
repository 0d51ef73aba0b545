#include <stdio.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "flow.h"

/*
 * Letters.  Only the fonts named here are used, whatever else the machine has:
 * otherwise a document would look, and be, another one elsewhere.
 */
static const char fonts[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
    "<fontconfig><dir>/usr/share/fonts/opentype/noto</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>";

static PangoFontMap *map;

int
paper_start(void)
{
	FcConfig *config;
	FcFontSet *set;

	if (map != NULL)
		return 0;
	config = FcConfigCreate();
	if (config == NULL || !FcConfigParseAndLoadFromMemory(config,
	    (const FcChar8 *)fonts, FcTrue) || !FcConfigBuildFonts(config))
		return -1;
	set = FcConfigGetFonts(config, FcSetSystem);
	if (set == NULL || set->nfont == 0) {
		FcConfigDestroy(config);
		return -1;
	}
	map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	if (map == NULL) {
		FcConfigDestroy(config);
		return -1;
	}
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
	FcConfigDestroy(config);
	return 0;
}

void
paper_end(void)
{
	if (map != NULL)
		pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(map));
	g_clear_object(&map);
	cairo_debug_reset_static_data();
}

void
text_fail(struct flow *f, enum paper_code code, const char *text)
{
	if (f->code != PAPER_OK)
		return;
	f->code = code;
	snprintf(f->error->text, sizeof(f->error->text), "%s", text);
	/* Not in the middle of a letter. */
	if (!g_utf8_validate(f->error->text, -1, NULL))
		*(char *)g_utf8_find_prev_char(f->error->text,
		    f->error->text + strlen(f->error->text)) = '\0';
}

static const char *
family(const char *lang)
{
	return strcmp(lang, "ja") == 0 ? "Noto Sans CJK JP" :
	    "Noto Sans CJK KR";
}

static PangoFontDescription *
font_of(const char *lang, const struct style *s)
{
	PangoFontDescription *d = pango_font_description_new();

	pango_font_description_set_family_static(d, family(lang));
	pango_font_description_set_absolute_size(d, s->size * PANGO_SCALE);
	pango_font_description_set_weight(d, s->bold ? PANGO_WEIGHT_BOLD :
	    PANGO_WEIGHT_NORMAL);
	return d;
}

/* A ligature would be one glyph of several letters, and be searched in vain. */
static void
set_features(PangoLayout *layout)
{
	PangoAttrList *attrs = pango_attr_list_new();

	pango_attr_list_insert(attrs,
	    pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
	pango_layout_set_attributes(layout, attrs);
	pango_attr_list_unref(attrs);
}

PangoLayout *
text_layout(struct flow *f, const char *text, const struct style *s,
    double width)
{
	static const PangoAlignment align[] = {
		[PAPER_LEFT] = PANGO_ALIGN_LEFT,
		[PAPER_CENTRE] = PANGO_ALIGN_CENTER,
		[PAPER_RIGHT] = PANGO_ALIGN_RIGHT,
	};
	PangoContext *context = pango_font_map_create_context(map);
	PangoFontDescription *font = font_of(f->paper->lang, s);
	cairo_font_options_t *options = cairo_font_options_create();
	PangoLayout *layout;

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context,
	    pango_language_from_string(f->paper->lang));
	layout = pango_layout_new(context);
	pango_layout_set_font_description(layout, font);
	set_features(layout);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, align[s->align]);
	if (s->leading > 0)
		pango_layout_set_line_spacing(layout, (float)s->leading);
	pango_layout_set_text(layout, text, -1);
	if (pango_layout_get_unknown_glyphs_count(layout) > 0)
		text_fail(f, PAPER_GLYPH, text);
	cairo_font_options_destroy(options);
	pango_font_description_free(font);
	g_object_unref(context);
	return layout;
}

double
text_height(PangoLayout *layout)
{
	int height;

	pango_layout_get_size(layout, NULL, &height);
	return (double)height / PANGO_SCALE;
}

void
text_draw(struct flow *f, PangoLayout *layout, const char *tag,
    const struct style *s, double x, double y)
{
	if (!f->draw) {
		if (letters_meet(f->letters, layout) != 0)
			text_fail(f, PAPER_GLYPH, pango_layout_get_text(
			    layout));
		return;
	}
	flow_open(f, tag);
	cairo_set_source_rgb(f->cr, s->grey, s->grey, s->grey);
	if (letters_show(f->letters, f->cr, layout, x, y) != 0)
		text_fail(f, PAPER_FAULT, pango_layout_get_text(layout));
	flow_close(f, tag);
}

double
text_put(struct flow *f, const char *text, const char *tag,
    const struct style *s, double x, double y, double width)
{
	PangoLayout *layout = text_layout(f, text, s, width);
	double height = text_height(layout);

	text_draw(f, layout, tag, s, x, y);
	g_object_unref(layout);
	return height;
}
