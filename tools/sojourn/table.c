#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "sojourn.h"

#define LINE_WIDTH	78

/* The bytes of the first character and its columns on a terminal; a byte that
 * is no character counts as one. */
static size_t
letter(const char *s, int *columns)
{
	mbstate_t state = { 0 };
	wchar_t wc;
	size_t n;

	n = mbrtowc(&wc, s, strlen(s), &state);
	*columns = 1;
	if (n == (size_t)-1 || n == (size_t)-2 || n == 0)
		return 1;
	*columns = wcwidth(wc) > 0 ? wcwidth(wc) : 0;
	return n;
}

static int
width(const char *s)
{
	int w, total = 0;

	while (*s != '\0') {
		s += letter(s, &w);
		total += w;
	}
	return total;
}

/* Where the line that begins at s ends, at the latest place that fits. */
static const char *
line_end(const char *s)
{
	const char *p, *good = NULL;
	int w, total = 0;

	for (p = s; *p != '\0'; p += letter(p, &w)) {
		letter(p, &w);
		total += w;
		if (*p == ' ')
			good = p;
		if (total > LINE_WIDTH)
			return good != NULL ? good : p;
		/* Kanji and kana have no spaces between words. */
		if (w == 2 && (unsigned char)p[0] < 0xea)
			good = p + letter(p, &w);
	}
	return p;
}

void
text_print(const char *s)
{
	const char *end;

	while (*s != '\0') {
		end = line_end(s);
		printf("%.*s\n", (int)(end - s), s);
		s = end + strspn(end, " ");
	}
}

static void
print_line(const char *const *cells, const int *widths, size_t columns)
{
	size_t c;
	int w;

	for (c = 0; c < columns; c++) {
		fputs(cells[c], stdout);
		if (c + 1 < columns)
			for (w = width(cells[c]); w < widths[c] + 2; w++)
				putchar(' ');
	}
	putchar('\n');
}

void
table_print(const char *const *head, size_t columns,
    const char *const *cells, size_t rows)
{
	int widths[16] = { 0 }, w;
	size_t r, c;

	if (columns > 16)
		abort();
	for (c = 0; c < columns; c++) {
		widths[c] = width(head[c]);
		for (r = 0; r < rows; r++)
			if ((w = width(cells[r * columns + c])) > widths[c])
				widths[c] = w;
	}
	print_line(head, widths, columns);
	for (r = 0; r < rows; r++)
		print_line(cells + r * columns, widths, columns);
}

void
table_rows(const char *const *head, const char *const *columns, size_t n,
    const struct db_rows *rows)
{
	const char **cells;
	size_t r, c, count = (size_t)db_count(rows);

	cells = calloc(count * n + 1, sizeof(*cells));
	if (cells == NULL)
		abort();
	for (r = 0; r < count; r++)
		for (c = 0; c < n; c++)
			cells[r * n + c] = db_get(rows, (int)r, columns[c]);
	table_print(head, n, cells, count);
	free(cells);
}
