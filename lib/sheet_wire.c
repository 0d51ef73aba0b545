#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sheet_build.h"
#include "sheet_child.h"

/* A sheet as bytes between the helper and its parent, same machine. */

enum { NAMES_MAX = 8192 };
static const char magic[8] = "sheet 1";

struct head {
	char magic[8];
	struct sheet_error error;
	uint32_t encoding, separator, sheets, hidden_rows, uncalculated;
	uint32_t blanked, nrows, ncells, nmerges, npool, nname, nothers;
};

static int
write_all(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;
	ssize_t done;

	while (n > 0) {
		done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return -1;
		p += done;
		n -= (size_t)done;
	}
	return 0;
}

int
sheet_wire_send(
    int fd, const struct sheet *sheet, const struct sheet_error *error)
{
	struct head head;

	memset(&head, 0, sizeof head);
	memcpy(head.magic, magic, sizeof magic);
	head.error = *error;
	if (sheet == NULL)
		return write_all(fd, &head, sizeof head);
	head.encoding = sheet->encoding;
	head.separator = (unsigned char)sheet->separator;
	head.sheets = sheet->sheets;
	head.hidden_rows = sheet->hidden_rows;
	head.uncalculated = sheet->uncalculated;
	head.blanked = sheet->blanked;
	head.nrows = sheet->nrows;
	head.ncells = sheet->ncells;
	head.nmerges = sheet->nmerges;
	head.npool = sheet->npool;
	head.nname = (uint32_t)strlen(sheet->name) + 1;
	head.nothers = (uint32_t)strlen(sheet->others) + 1;
	if (write_all(fd, &head, sizeof head) != 0 ||
	    write_all(fd, sheet->rows,
		sheet->nrows * sizeof *sheet->rows) != 0 ||
	    write_all(fd, sheet->cells,
		sheet->ncells * sizeof *sheet->cells) != 0 ||
	    write_all(fd, sheet->merges,
		sheet->nmerges * sizeof *sheet->merges) != 0 ||
	    write_all(fd, sheet->pool, sheet->npool) != 0 ||
	    write_all(fd, sheet->name, head.nname) != 0)
		return -1;
	return write_all(fd, sheet->others, head.nothers);
}

/* Memory for n elements, read from the child; NULL when either fails. */
static void *
take(const struct sheet_source *source, size_t n, size_t size)
{
	char *p = calloc(n + 1, size);

	if (p != NULL && n > 0 && source->read(source->arg, p, n * size) != 0) {
		free(p);
		p = NULL;
	}
	return p;
}

static bool
is_head_sound(const struct head *head, const struct sheet_limits *limits)
{
	return head->encoding <= SHEET_ENCODING_XLSX &&
	    head->separator < 0x80 &&
	    head->nrows <= limits->rows + SHEET_OTHER_ROWS &&
	    head->ncells <= limits->cells &&
	    head->nmerges <= SHEET_MERGES_MAX && head->npool > 0 &&
	    head->npool <= SHEET_POOL_MAX && head->nname > 0 &&
	    head->nname <= NAMES_MAX && head->nothers > 0 &&
	    head->nothers <= NAMES_MAX;
}

/* Rows in order, their cells one after the other and all of them. */
static bool
are_rows_sound(
    const struct sheet *sheet, const struct sheet_limits *limits)
{
	uint32_t i, number = 0, cells = 0;

	for (i = 0; i < sheet->nrows; i++) {
		if (sheet->rows[i].number <= number ||
		    sheet->rows[i].first != cells ||
		    sheet->rows[i].cells > limits->columns ||
		    sheet->rows[i].cells > sheet->ncells - cells)
			return false;
		number = sheet->rows[i].number;
		cells += sheet->rows[i].cells;
	}
	return cells == sheet->ncells;
}

static bool
are_cells_sound(const struct sheet *sheet)
{
	const struct sheet_cell *cell;
	uint32_t i, blanked = 0;

	for (i = 0; i < sheet->ncells; i++) {
		cell = &sheet->cells[i];
		if (cell->text >= sheet->npool || cell->kind > SHEET_DATE ||
		    cell->blanked > 1 ||
		    (cell->text > 0 && sheet->pool[cell->text - 1] != '\0') ||
		    !g_utf8_validate(sheet->pool + cell->text, -1, NULL))
			return false;
		blanked += cell->blanked;
	}
	return blanked == sheet->blanked;
}

static bool
is_sound(const struct sheet *sheet, const struct sheet_limits *limits)
{
	return sheet->name != NULL && sheet->others != NULL &&
	    sheet->rows != NULL && sheet->cells != NULL &&
	    sheet->merges != NULL && sheet->pool != NULL &&
	    sheet->pool[0] == '\0' && sheet->pool[sheet->npool - 1] == '\0' &&
	    g_utf8_validate(sheet->name, -1, NULL) &&
	    g_utf8_validate(sheet->others, -1, NULL) &&
	    are_rows_sound(sheet, limits) && are_cells_sound(sheet);
}

static struct sheet *
take_sheet(const struct sheet_source *source, const struct head *head)
{
	struct sheet *sheet = calloc(1, sizeof *sheet);

	if (sheet == NULL)
		return NULL;
	sheet->encoding = (enum sheet_encoding)head->encoding;
	sheet->separator = (char)head->separator;
	sheet->sheets = head->sheets;
	sheet->hidden_rows = head->hidden_rows;
	sheet->uncalculated = head->uncalculated;
	sheet->blanked = head->blanked;
	sheet->nrows = head->nrows;
	sheet->ncells = head->ncells;
	sheet->nmerges = head->nmerges;
	sheet->npool = head->npool;
	sheet->rows = take(source, sheet->nrows, sizeof *sheet->rows);
	sheet->cells = take(source, sheet->ncells, sizeof *sheet->cells);
	sheet->merges = take(source, sheet->nmerges, sizeof *sheet->merges);
	sheet->pool = take(source, sheet->npool, 1);
	sheet->name = take(source, head->nname, 1);
	sheet->others = take(source, head->nothers, 1);
	return sheet;
}

enum sheet_code
sheet_wire_receive(const struct sheet_source *source,
    const struct sheet_limits *limits, struct sheet **out,
    struct sheet_error *error)
{
	struct sheet *sheet;
	struct head head;

	*out = NULL;
	if (source->read(source->arg, &head, sizeof head) != 0 ||
	    memcmp(head.magic, magic, sizeof magic) != 0 ||
	    head.error.code >= SHEET_CODES)
		return sheet_fail(error, SHEET_CRASHED);
	head.error.part[sizeof head.error.part - 1] = '\0';
	if (head.error.code != SHEET_OK) {
		sheet_fail_part(error, head.error.code, head.error.part);
		error->row = head.error.row;
		error->column = head.error.column;
		error->value = head.error.value;
		error->limit = head.error.limit;
		return error->code;
	}
	if (!is_head_sound(&head, limits))
		return sheet_fail(error, SHEET_CRASHED);
	sheet = take_sheet(source, &head);
	if (sheet == NULL || !is_sound(sheet, limits)) {
		sheet_free(sheet);
		return sheet_fail(error, SHEET_CRASHED);
	}
	*out = sheet;
	*error = (struct sheet_error){.code = SHEET_OK};
	return SHEET_OK;
}
