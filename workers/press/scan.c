#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <poppler.h>
#include <zbar.h>

#include "press.h"
#include "sandbox.h"

/*
 * Reads the code of a finished document back, as a telephone would, in a child
 * behind walls: a copy of this process, which has all libraries in place, since
 * to start a program costs as much as to read the page.
 */

#define DOTS		1.8	/* per point: about 130 per inch */
#define STRIP		170.0	/* points: the code stands at the left margin */

/* Beyond what is mapped already, which are mostly fonts. */
static const struct sandbox_limits limits = { (size_t)1 << 30, 10 };

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
		dprintf(STDOUT_FILENO, "%s\n",
		    zbar_symbol_get_data(symbol));
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

/* The rest of the child's life. */
static int
look(const unsigned char *pdf, size_t size)
{
	GBytes *data = g_bytes_new_static(pdf, size);
	PopplerDocument *document = poppler_document_new_from_bytes(data, NULL,
	    NULL);
	int rc = document == NULL ? -1 : say_code(document);

	g_clear_object(&document);
	g_bytes_unref(data);
	return rc;
}

pid_t
scan_start(const unsigned char *pdf, size_t size, int out)
{
	pid_t pid = fork();
	int nothing;

	if (pid != 0)
		return pid;
	nothing = open("/dev/null", O_RDONLY);
	if (nothing == -1 || dup2(nothing, STDIN_FILENO) == -1 ||
	    dup2(out, STDOUT_FILENO) == -1 || sandbox_enter(&limits) != 0)
		_exit(3);
	_exit(look(pdf, size) == 0 ? 0 : 1);
}
