#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sheet_write_parts.h"
#include "unitext.h"

/* XLSX for offices: a styled heading that stays, columns of text, A4. */

enum { NAME_MAX_LETTERS = 31, CELL_MAX_LETTERS = 32000, PAPER_A4 = 9 };

/* A name that Excel takes: 31 letters, none of []:*?/\, no quotes around. */
static char *
clean_name(const char *name)
{
	char *clean = g_strdelimit(g_strdup(name), "[]:*?/\\'", ' ');

	unitext_trim(unitext_squeeze(clean));
	if (g_utf8_strlen(clean, -1) > NAME_MAX_LETTERS)
		*g_utf8_offset_to_pointer(clean, NAME_MAX_LETTERS) = '\0';
	if (*clean == '\0') {
		g_free(clean);
		clean = g_strdup("Sheet1");
	}
	return clean;
}

/* How wide a text stands: a Korean letter takes two of the Latin ones. */
static double
width_of(const char *s)
{
	double width = 2;

	for (; *s != '\0'; s = g_utf8_next_char(s))
		width += g_unichar_iswide(g_utf8_get_char(s)) ? 2 : 1;
	return width;
}

static void
make_formats(struct sheet_out *out)
{
	/* Text by format too, so that 0123 typed over a cell stays 0123. */
	out->text = workbook_add_format(out->book);
	format_set_num_format(out->text, "@");
	format_set_align(out->text, LXW_ALIGN_VERTICAL_TOP);
	out->date = workbook_add_format(out->book);
	format_set_num_format(out->date, "yyyy-mm-dd");
	format_set_align(out->date, LXW_ALIGN_VERTICAL_TOP);
	out->number = workbook_add_format(out->book);
	format_set_align(out->number, LXW_ALIGN_VERTICAL_TOP);
}

static lxw_format *
format_of(const struct sheet_out *out, size_t column)
{
	switch (out->kinds[column]) {
	case SHEET_DATE:
		return out->date;
	case SHEET_NUMBER:
		return out->number;
	default:
		return out->text;
	}
}

static void
write_titles(struct sheet_out *out, const struct sheet_out_spec *spec)
{
	lxw_format *bold = workbook_add_format(out->book);
	const char *const *title;

	format_set_bold(bold);
	for (title = spec->titles; title != NULL && *title != NULL; title++)
		worksheet_write_string(out->page, out->row++, 0, *title, bold);
}

static void
write_heading(struct sheet_out *out, const struct sheet_out_spec *spec)
{
	lxw_format *heading = workbook_add_format(out->book);
	const struct sheet_out_column *column;
	size_t i;

	format_set_bold(heading);
	format_set_bg_color(heading, 0xE6E8EA);
	format_set_bottom(heading, LXW_BORDER_THIN);
	format_set_text_wrap(heading);
	for (i = 0; i < spec->ncolumns; i++) {
		column = &spec->columns[i];
		worksheet_set_column(out->page, (lxw_col_t)i, (lxw_col_t)i,
		    column->width > 0 ? column->width
				      : MAX(10, width_of(column->heading)),
		    format_of(out, i));
		worksheet_write_string(out->page, out->row, (lxw_col_t)i,
		    column->heading, heading);
	}
	worksheet_freeze_panes(out->page, out->row + 1, 0);
	worksheet_repeat_rows(out->page, out->row, out->row);
	out->row++;
}

static void
set_print(struct sheet_out *out)
{
	worksheet_set_paper(out->page, PAPER_A4);
	worksheet_set_landscape(out->page);
	worksheet_fit_to_pages(out->page, 1, 0);
	worksheet_set_footer(out->page, "&C&P / &N");
}

/* The moment is all of a workbook that depends on more than what is in it. */
static void
set_made(struct sheet_out *out, time_t made_at)
{
	lxw_doc_properties about = { .created = made_at };

	if (made_at != 0)
		workbook_set_properties(out->book, &about);
}

int
sheet_xlsx_begin(struct sheet_out *out, const struct sheet_out_spec *spec)
{
	char path[40], *name;

	/* The library writes to a path: that of a file without a name. */
	out->fd = memfd_create("sheet", MFD_CLOEXEC);
	if (out->fd < 0)
		return -1;
	snprintf(path, sizeof path, "/proc/self/fd/%d", out->fd);
	out->book = workbook_new(path);
	if (out->book == NULL)
		return -1;
	name = clean_name(spec->name);
	out->page = workbook_add_worksheet(out->book, name);
	g_free(name);
	if (out->page == NULL)
		return -1;
	set_made(out, spec->made_at);
	make_formats(out);
	write_titles(out, spec);
	write_heading(out, spec);
	set_print(out);
	return 0;
}

/* Writes "yyyy-mm-dd" as a date; false when it is none. */
static bool
write_date(struct sheet_out *out, lxw_col_t column, const char *text)
{
	lxw_datetime day = {0};
	char rest;

	if (sscanf(text, "%4d-%2d-%2d%c", &day.year, &day.month, &day.day,
		&rest) != 3 ||
	    day.year < 1900 || day.month < 1 || day.month > 12 ||
	    day.day < 1 || day.day > 31)
		return false;
	return worksheet_write_datetime(out->page, out->row, column, &day,
		   out->date) == LXW_NO_ERROR;
}

static void
write_string(struct sheet_out *out, lxw_col_t column, const char *text)
{
	char *cut = NULL;

	if (unitext_length(text) > CELL_MAX_LETTERS)
		text = cut = g_utf8_substring(text, 0, CELL_MAX_LETTERS);
	if (worksheet_write_string(out->page, out->row, column, text,
		out->text) != LXW_NO_ERROR)
		out->failed = true;
	g_free(cut);
}

void
sheet_xlsx_row(struct sheet_out *out, const char *const *cells)
{
	lxw_col_t i;

	for (i = 0; i < out->ncolumns; i++) {
		if (cells[i] == NULL || *cells[i] == '\0')
			continue;
		if (out->kinds[i] == SHEET_DATE &&
		    write_date(out, i, cells[i]))
			continue;
		if (out->kinds[i] == SHEET_NUMBER && sheet_is_number(cells[i]))
			worksheet_write_number(out->page, out->row, i,
			    g_ascii_strtod(cells[i], NULL), out->number);
		else
			write_string(out, i, cells[i]);
	}
	out->row++;
}

int
sheet_xlsx_end(struct sheet_out *out, char **bytes, size_t *size)
{
	lxw_error error = workbook_close(out->book);
	struct stat st;

	/* Closing frees the workbook, whatever it returns. */
	out->book = NULL;
	if (error != LXW_NO_ERROR || out->failed || fstat(out->fd, &st) != 0)
		return -1;
	*size = (size_t)st.st_size;
	*bytes = malloc(*size + 1);
	if (*bytes == NULL ||
	    pread(out->fd, *bytes, *size, 0) != (ssize_t)*size) {
		free(*bytes);
		*bytes = NULL;
		return -1;
	}
	return 0;
}

void
sheet_xlsx_drop(struct sheet_out *out)
{
	if (out->format != SHEET_XLSX)
		return;
	if (out->book != NULL)
		lxw_workbook_free(out->book);
	if (out->fd >= 0)
		close(out->fd);
}
