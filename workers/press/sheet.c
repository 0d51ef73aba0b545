#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "press.h"
#include "sheet_child.h"

/*
 * Documents that are sheets: written with the moment they were told as theirs,
 * so that the same content has the same bytes, and read back as anybody would
 * read them, in a child without rights.
 */

static int
write_grid(const struct grid *g, time_t made_at, unsigned char **bytes,
    size_t *size)
{
	const struct sheet_out_spec spec = { .name = g->name,
	    .titles = g->titles, .columns = g->columns,
	    .ncolumns = g->ncolumns, .made_at = made_at };
	struct sheet_out *out = sheet_out_open(SHEET_XLSX, &spec);
	size_t i;

	if (out == NULL)
		return -1;
	for (i = 0; i < g->nrows; i++)
		sheet_out_row(out, g->cells + i * g->ncolumns);
	return sheet_out_end(out, (char **)bytes, size);
}

static int
same(const struct sheet *s, uint32_t row, size_t column, const char *want)
{
	const char *is = sheet_text(s, row, (uint32_t)column);

	if (strcmp(is, want) == 0)
		return 1;
	log_line(LOG_WARN, "row %u, column %zu reads otherwise", row + 1,
	    column + 1);
	return 0;
}

/* Every text of the grid is where it was written, and nothing else is. */
static int
compare(const struct grid *g, const struct sheet *s)
{
	uint32_t row = 0;
	size_t i, c;

	for (i = 0; g->titles[i] != NULL; i++)
		if (!same(s, row++, 0, g->titles[i]))
			return -1;
	for (c = 0; c < g->ncolumns; c++)
		if (!same(s, row, c, g->columns[c].heading))
			return -1;
	row++;
	for (i = 0; i < g->nrows; i++, row++)
		for (c = 0; c < g->ncolumns; c++)
			if (!same(s, row, c, g->cells[i * g->ncolumns + c]))
				return -1;
	return s->nrows == row ? 0 : -1;
}

static int
read_back(struct press *p, const struct grid *g, const unsigned char *bytes,
    size_t size)
{
	struct sheet_child child = { 0 };
	struct sheet_error error;
	struct sheet *s = NULL;
	int rc = -1;

	child.helper = arena_printf(p->arena, "%s/sheetreader",
	    conf_get(p->conf, "libexec", "/usr/libexec/sojourn"));
	if (sheet_child_read(&child, bytes, size, &sheet_limits_default, &s,
	    &error) == SHEET_OK)
		rc = compare(g, s);
	else
		log_line(LOG_WARN, "a sheet does not read back: %s",
		    sheet_code_name(error.code));
	sheet_free(s);
	return rc;
}

const char *
sheet_make(struct press *p, struct draft *d, const struct kind *kind,
    unsigned char **bytes, size_t *size)
{
	struct grid g = { 0 };

	kind->lay(d, &g);
	if (write_grid(&g, d->paper.made_at, bytes, size) != 0)
		return "fault";
	return read_back(p, &g, *bytes, *size) == 0 ? "ok" : "check";
}
