#include <qrencode.h>

#include "flow.h"

/* The QR code: squares, so that every printer keeps its edges. */
void
code_draw(struct flow *f, const char *text, double x, double y, double size)
{
	QRcode *qr;
	double cell;
	int i, j, run;

	if (!f->draw)
		return;
	qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (qr == NULL) {
		text_fail(f, PAPER_LONG, text);
		return;
	}
	cell = size / qr->width;
	flow_open(f, "Figure");
	cairo_set_source_rgb(f->cr, 0, 0, 0);
	for (i = 0; i < qr->width; i++)
		for (j = 0; j < qr->width; j += run) {
			run = 1;
			if (!(qr->data[i * qr->width + j] & 1))
				continue;
			while (j + run < qr->width &&
			    (qr->data[i * qr->width + j + run] & 1))
				run++;
			cairo_rectangle(f->cr, x + j * cell, y + i * cell,
			    run * cell, cell);
		}
	cairo_fill(f->cr);
	flow_close(f, "Figure");
	QRcode_free(qr);
}
