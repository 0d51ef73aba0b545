#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <poppler.h>
#include <zbar.h>

#include "sandbox.h"

/*
 * Reads the code of a finished document back, as a telephone would.  The file
 * comes as descriptor 0, what was read goes to descriptor 1.
 */

#define FILE_MAX	(32u << 20)
#define DOTS		1.8	/* per point: about 130 per inch */
#define STRIP		170.0	/* points: the code stands at the left margin */

static unsigned char *
read_file(size_t *size)
{
	unsigned char *bytes = malloc(FILE_MAX);
	ssize_t n;

	*size = 0;
	while (bytes != NULL && *size < FILE_MAX &&
	    (n = read(STDIN_FILENO, bytes + *size, FILE_MAX - *size)) > 0)
		*size += (size_t)n;
	return bytes;
}

/* The left side of the page. */
static cairo_surface_t *
picture(PopplerPage *page)
{
	double width, height;
	cairo_surface_t *s;
	cairo_t *cr;

	poppler_page_get_size(page, &width, &height);
	s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)(STRIP * DOTS),
	    (int)(height * DOTS));
	cr = cairo_create(s);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_scale(cr, DOTS, DOTS);
	poppler_page_render(page, cr);
	cairo_destroy(cr);
	cairo_surface_flush(s);
	return s;
}

/* Looks for codes in the picture; the number found. */
static int
scan(cairo_surface_t *s)
{
	unsigned width = (unsigned)cairo_image_surface_get_width(s);
	unsigned height = (unsigned)cairo_image_surface_get_height(s);
	const unsigned char *from = cairo_image_surface_get_data(s);
	int stride = cairo_image_surface_get_stride(s), n;
	unsigned char *grey = malloc((size_t)width * height);
	zbar_image_scanner_t *scanner = zbar_image_scanner_create();
	zbar_image_t *image = zbar_image_create();
	const zbar_symbol_t *symbol;
	unsigned x, y;

	for (y = 0; y < height; y++)
		for (x = 0; x < width; x++)
			grey[y * width + x] = from[y * (unsigned)stride +
			    4 * x + 1];
	zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
	zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
	/* Every other line: a module of the code has four dots or more. */
	zbar_image_scanner_set_config(scanner, ZBAR_QRCODE,
	    ZBAR_CFG_X_DENSITY, 2);
	zbar_image_scanner_set_config(scanner, ZBAR_QRCODE,
	    ZBAR_CFG_Y_DENSITY, 2);
	zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
	zbar_image_set_size(image, width, height);
	zbar_image_set_data(image, grey, (unsigned long)width * height, NULL);
	n = zbar_scan_image(scanner, image);
	for (symbol = zbar_image_first_symbol(image); symbol != NULL;
	    symbol = zbar_symbol_next(symbol))
		printf("%s\n", zbar_symbol_get_data(symbol));
	zbar_image_destroy(image);
	zbar_image_scanner_destroy(scanner);
	free(grey);
	return n;
}

/* The code stands on the last page. */
static int
say_code(PopplerDocument *document)
{
	PopplerPage *page = poppler_document_get_page(document,
	    poppler_document_get_n_pages(document) - 1);
	cairo_surface_t *s;
	int n;

	if (page == NULL)
		return -1;
	s = picture(page);
	n = scan(s);
	cairo_surface_destroy(s);
	g_object_unref(page);
	return n == 1 ? 0 : -1;
}

int
main(void)
{
	PopplerDocument *document;
	unsigned char *bytes;
	GBytes *data;
	size_t size;
	int rc;

	if (sandbox_enter(&sandbox_limits_default) != 0)
		return 3;
	bytes = read_file(&size);
	if (bytes == NULL)
		return 3;
	data = g_bytes_new_static(bytes, size);
	document = poppler_document_new_from_bytes(data, NULL, NULL);
	if (document == NULL)
		return 1;
	rc = say_code(document);
	g_object_unref(document);
	g_bytes_unref(data);
	free(bytes);
	return fflush(stdout) == 0 && rc == 0 ? 0 : 1;
}
