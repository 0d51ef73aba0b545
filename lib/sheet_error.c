#include "sheet.h"

#include <glib.h>
#include <inttypes.h>
#include <string.h>

#include "i18n.h"
#include "sheet_build.h"

static const struct {
	const char *name;
	const char *text; /* {row} {column} {value} {limit} {size} {part} */
} refusals[SHEET_CODES] = {
    [SHEET_OK] = {"ok", ""},
    [SHEET_EMPTY] = {"empty", N_("The file is empty.")},
    [SHEET_TOO_LARGE] = {"too-large",
	N_("The file has {value} bytes; at most {limit} are accepted.")},
    [SHEET_TOO_MANY_ROWS] = {"too-many-rows",
	N_("The sheet has {value} rows; at most {limit} are read at once. "
	   "Please divide the list.")},
    [SHEET_TOO_MANY_COLUMNS] = {"too-many-columns",
	N_("Row {row} has more than {limit} columns. Please delete what "
	   "stands to the right of the list.")},
    [SHEET_TOO_MANY_CELLS] = {"too-many-cells",
	N_("The sheet has too many cells; at most {limit} are read. Please "
	   "keep only the list itself.")},
    [SHEET_CELL_TOO_LONG] = {"cell-too-long",
	N_("The cell in row {row}, column {column} has more than {limit} "
	   "characters. In a CSV file a quotation mark may be missing "
	   "there.")},
    [SHEET_UNCLOSED_QUOTE] = {"unclosed-quote",
	N_("The quotation mark opened in line {row} is never closed. Please "
	   "close or delete it.")},
    [SHEET_STRAY_QUOTE] = {"stray-quote",
	N_("In line {row} something follows a closing quotation mark. "
	   "Please double a quotation mark inside a value.")},
    [SHEET_NUL_BYTE] = {"nul-byte",
	N_("Line {row} holds bytes that are no text. Please save the list "
	   "as XLSX or as CSV (UTF-8).")},
    [SHEET_BAD_ENCODING] = {"bad-encoding",
	N_("Line {row} can be read neither as UTF-8 nor as CP949. Please "
	   "save the list as XLSX or as CSV (UTF-8).")},
    [SHEET_OLD_XLS] = {"old-xls",
	N_("This is an old Excel file (.xls). Please open it in Excel and "
	   "save it as .xlsx.")},
    [SHEET_ENCRYPTED] = {"encrypted",
	N_("The workbook is protected by a password. Please save it "
	   "without one.")},
    [SHEET_RIGHTS_PROTECTED] = {"rights-protected",
	N_("The file is locked by your university's document security. "
	   "Please release it (decrypt it) and upload it again.")},
    [SHEET_MACROS] = {"macros",
	N_("The workbook holds macros, which are never run here. Please "
	   "save it as .xlsx without macros.")},
    [SHEET_BINARY_XLSB] = {"xlsb",
	N_("This is a binary workbook (.xlsb). Please save it as .xlsx.")},
    [SHEET_OPENDOCUMENT] = {"opendocument",
	N_("This is an OpenDocument file. Please save it as .xlsx or CSV.")},
    [SHEET_WORD_PROCESSOR] = {"word-processor",
	N_("This is a text document, not a sheet. Please put the list into "
	   "a sheet and save it as .xlsx or CSV.")},
    [SHEET_PDF] = {"pdf",
	N_("This is a PDF, not a sheet. Please send the list as .xlsx or "
	   "CSV.")},
    [SHEET_IMAGE] = {"image",
	N_("This is a picture, not a sheet. Please send the list as .xlsx "
	   "or CSV.")},
    [SHEET_HTML] = {"html",
	N_("This is a web page with the name of a sheet. Please open it in "
	   "Excel and save it as .xlsx.")},
    [SHEET_ARCHIVE] = {"archive",
	N_("This is an archive, not a sheet. Please unpack it and send the "
	   "list itself.")},
    [SHEET_UNKNOWN] = {"unknown",
	N_("This file is neither XLSX nor CSV. Please save the list as "
	   ".xlsx or CSV.")},
    [SHEET_DAMAGED] = {"damaged",
	N_("The workbook is damaged ({part}). Please open it in Excel and "
	   "save it again.")},
    [SHEET_BOMB] = {"bomb",
	N_("The workbook unpacks to more than is read here ({part}). Please "
	   "copy the list into a new workbook.")},
    [SHEET_DOCTYPE] = {"doctype",
	N_("The workbook holds declarations that no spreadsheet program "
	   "writes ({part}). It is not read.")},
    [SHEET_TOO_DEEP] = {"too-deep",
	N_("The workbook is nested more deeply than any spreadsheet program "
	   "writes ({part}). It is not read.")},
    [SHEET_NO_VISIBLE] = {"no-visible-sheet",
	N_("No sheet of the workbook can be seen. Please unhide the one "
	   "with the list.")},
    [SHEET_CRASHED] = {"crashed",
	N_("The file could not be read: the reader stopped at it. Please "
	   "save the list as a new file or as CSV.")},
    [SHEET_TIMEOUT] = {"timeout",
	N_("Reading the file took more than {limit} seconds. Please copy "
	   "the list into a new workbook.")},
    [SHEET_MEMORY] = {"memory",
	N_("Reading the file takes too much memory. Please copy the list "
	   "into a new workbook.")},
    [SHEET_BUSY] = {"busy",
	N_("Many files are being read at this moment. Please try again in a "
	   "minute.")},
    [SHEET_FAULT] = {"fault",
	N_("The file could not be read because of a fault of ours. Please "
	   "try again later.")},
};

enum sheet_code
sheet_fail(struct sheet_error *error, enum sheet_code code)
{
	*error = (struct sheet_error){.code = code};
	return code;
}

enum sheet_code
sheet_fail_at(struct sheet_error *error, enum sheet_code code, uint64_t row,
    uint64_t column)
{
	*error = (struct sheet_error){
	    .code = code, .row = row, .column = column};
	return code;
}

enum sheet_code
sheet_fail_over(struct sheet_error *error, enum sheet_code code,
    uint64_t value, uint64_t limit)
{
	*error = (struct sheet_error){
	    .code = code, .value = value, .limit = limit};
	return code;
}

/* A part's name comes from the file: plain letters of it only. */
enum sheet_code
sheet_fail_part(
    struct sheet_error *error, enum sheet_code code, const char *part)
{
	size_t i;

	*error = (struct sheet_error){.code = code};
	for (i = 0; part[i] != '\0' && i < sizeof error->part - 1; i++)
		error->part[i] = g_ascii_isalnum(part[i]) ||
			strchr("/._-[]", part[i]) != NULL
		    ? part[i]
		    : '?';
	error->part[i] = '\0';
	return code;
}

const char *
sheet_code_name(enum sheet_code code)
{
	return code < SHEET_CODES ? refusals[code].name : "unknown-code";
}

/* 20000 as "20,000", which all three languages of the suite read alike. */
static void
append_number(GString *out, uint64_t n)
{
	char digits[24];
	size_t len, i;

	len = (size_t)g_snprintf(digits, sizeof digits, "%" PRIu64, n);
	for (i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			g_string_append_c(out, ',');
		g_string_append_c(out, digits[i]);
	}
}

/* Appends the value named at s, which begins with '{'; its length or 0. */
static size_t
append_value(GString *out, const char *s, const struct sheet_error *error)
{
	char column[8];

	if (g_str_has_prefix(s, "{row}"))
		append_number(out, error->row);
	else if (g_str_has_prefix(s, "{column}"))
		g_string_append(out,
		    sheet_column_name((uint32_t)error->column - 1, column));
	else if (g_str_has_prefix(s, "{value}"))
		append_number(out, error->value);
	else if (g_str_has_prefix(s, "{limit}"))
		append_number(out, error->limit);
	else if (g_str_has_prefix(s, "{part}"))
		g_string_append(out, error->part);
	else
		return 0;
	return (size_t)(strchr(s, '}') - s) + 1;
}

char *
sheet_error_text(
    const struct sheet_error *error, sheet_translate translate, void *arg)
{
	enum sheet_code code =
	    error->code < SHEET_CODES ? error->code : SHEET_FAULT;
	const char *s = refusals[code].text;
	GString *out = g_string_new(NULL);
	size_t n;

	if (translate != NULL && *s != '\0')
		s = translate(arg, s);
	while (*s != '\0') {
		n = *s == '{' ? append_value(out, s, error) : 0;
		if (n == 0)
			g_string_append_c(out, *s++);
		s += n;
	}
	return g_string_free(out, FALSE);
}
