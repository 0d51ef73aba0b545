#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "resident.h"
#include "sheet_xlsx.h"

/* A workbook: which of its parts is which, and which sheet is read. */

struct choice {
	char *id;        /* relationship of the sheet chosen */
	GString *others; /* names of the rest */
	uint32_t sheets;
};

/* Kinds of zip that are not a workbook, told by one of their parts. */
static enum sheet_code
name_archive(struct xlsx *xlsx)
{
	static const struct {
		const char *part;
		enum sheet_code code;
	} kinds[] = {
	    {"xl/workbook.bin", SHEET_BINARY_XLSB},
	    {"xl/vbaProject.bin", SHEET_MACROS},
	    {"EncryptedPackage", SHEET_ENCRYPTED},
	    {"word/document.xml", SHEET_WORD_PROCESSOR},
	    {"Contents/content.hpf", SHEET_WORD_PROCESSOR},
	    {"ppt/presentation.xml", SHEET_WORD_PROCESSOR},
	    {"META-INF/manifest.xml", SHEET_OPENDOCUMENT},
	};
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (xlsx_part_exists(xlsx, kinds[i].part))
			return sheet_fail(xlsx->error, kinds[i].code);
	if (!xlsx_part_exists(xlsx, "[Content_Types].xml"))
		return sheet_fail(xlsx->error, SHEET_ARCHIVE);
	return SHEET_OK;
}

/* The part that target means when it stands in the relations of base. */
static char *
resolve(const char *base, const char *target)
{
	const char *slash = strrchr(base, '/');

	if (target[0] == '/')
		return g_strdup(target + 1);
	while (g_str_has_prefix(target, "./"))
		target += 2;
	if (g_str_has_prefix(target, "../"))
		return g_strdup(target + 3);
	if (slash == NULL)
		return g_strdup(target);
	return g_strdup_printf(
	    "%.*s/%s", (int)(slash - base), base, target);
}

/* "xl/workbook.xml" → "xl/_rels/workbook.xml.rels" */
static char *
relations_of(const char *part)
{
	const char *slash = strrchr(part, '/');

	if (slash == NULL)
		return g_strdup_printf("_rels/%s.rels", part);
	return g_strdup_printf(
	    "%.*s/_rels/%s.rels", (int)(slash - part), part, slash + 1);
}

/* Takes one <Relationship> of base when its type ends in wanted (and id). */
static void
take_relation(struct xlsx_part *part, const char *base, const char *wanted,
    const char *id, char **target)
{
	char *type = xlsx_attribute(part, "Type");
	char *to = xlsx_attribute(part, "Target");
	char *own = xlsx_attribute(part, "Id");

	if (*target == NULL && type != NULL && to != NULL && own != NULL &&
	    g_str_has_suffix(type, wanted) &&
	    (id == NULL || strcmp(own, id) == 0))
		*target = resolve(base, to);
	xmlFree(type);
	xmlFree(to);
	xmlFree(own);
}

/*
 * Finds the part that base is related to by a type ending in wanted; *target
 * is the caller's, NULL when there is none.
 */
static enum sheet_code
find_related(struct xlsx *xlsx, const char *base, const char *wanted,
    const char *id, char **target)
{
	char *name = relations_of(base);
	struct xlsx_part part;
	enum sheet_code code;
	bool more = true;

	*target = NULL;
	code = xlsx_part_open(xlsx, name, &part);
	while (code == SHEET_OK &&
	    (code = xlsx_part_next(&part, &more)) == SHEET_OK && more)
		if (xlsx_at(&part, "Relationship"))
			take_relation(&part, base, wanted, id, target);
	xlsx_part_close(&part);
	g_free(name);
	return code;
}

/* Whether a relationship leads to a sheet of cells, not to a chart. */
static enum sheet_code
find_sheet_part(struct xlsx *xlsx, const char *id)
{
	free(xlsx->sheet_part);
	return find_related(
	    xlsx, xlsx->workbook, "/worksheet", id, &xlsx->sheet_part);
}

/*
 * A sheet's name as it may be shown: Excel allows 31 letters, and a resident
 * number is no more welcome here than in a cell (S16).
 */
static char *
name_to_show(const char *name)
{
	enum { LETTERS = 100 };
	char *shown;

	if (name == NULL || resident_in_text(name))
		return g_strdup("");
	shown = g_strdup(name);
	if (g_utf8_strlen(shown, -1) > LETTERS)
		*g_utf8_offset_to_pointer(shown, LETTERS) = '\0';
	return g_strdelimit(shown, "\n", ' ');
}

/* Looks at one <sheet>: the first that is visible and has cells is read. */
static enum sheet_code
take_sheet(struct xlsx_part *part, struct choice *choice)
{
	struct xlsx *xlsx = part->xlsx;
	struct sheet *sheet = xlsx->build->sheet;
	char *typed = xlsx_attribute(part, "name");
	char *name = name_to_show(typed);
	char *state = xlsx_attribute(part, "state");
	char *id = xlsx_attribute(part, "id");
	enum sheet_code code = SHEET_OK;
	bool taken = false;

	choice->sheets++;
	if (choice->id == NULL && id != NULL && choice->sheets <= 100 &&
	    (state == NULL || strcmp(state, "visible") == 0)) {
		code = find_sheet_part(xlsx, id);
		taken = code == SHEET_OK && xlsx->sheet_part != NULL;
	}
	if (taken) {
		choice->id = g_strdup(id);
		free(sheet->name);
		sheet->name = g_strdup(name);
	} else if (choice->others->len < 4000) {
		if (choice->others->len > 0)
			g_string_append_c(choice->others, '\n');
		g_string_append(choice->others, name);
	}
	g_free(name);
	xmlFree(typed);
	xmlFree(state);
	xmlFree(id);
	return code;
}

static void
read_date_system(struct xlsx_part *part)
{
	char *value = xlsx_attribute(part, "date1904");

	part->xlsx->date1904 = value != NULL &&
	    (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
	xmlFree(value);
}

static enum sheet_code
read_workbook(struct xlsx *xlsx, struct choice *choice)
{
	struct xlsx_part part;
	enum sheet_code code;
	bool more = true;

	code = xlsx_part_open(xlsx, xlsx->workbook, &part);
	while (code == SHEET_OK &&
	    (code = xlsx_part_next(&part, &more)) == SHEET_OK && more) {
		if (xlsx_at(&part, "workbookPr"))
			read_date_system(&part);
		else if (xlsx_at(&part, "sheet"))
			code = take_sheet(&part, choice);
	}
	xlsx_part_close(&part);
	return code;
}

/* Finds the workbook, the sheet to read and what its cells point to. */
static enum sheet_code
find_parts(struct xlsx *xlsx)
{
	struct choice choice = {.others = g_string_new(NULL)};
	struct sheet *sheet = xlsx->build->sheet;
	enum sheet_code code;

	code = find_related(
	    xlsx, "", "/officeDocument", NULL, &xlsx->workbook);
	if (code == SHEET_OK && xlsx->workbook == NULL)
		code = sheet_fail_part(xlsx->error, SHEET_DAMAGED, "_rels");
	if (code == SHEET_OK)
		code = read_workbook(xlsx, &choice);
	if (code == SHEET_OK && choice.id == NULL)
		code = sheet_fail(xlsx->error, SHEET_NO_VISIBLE);
	if (code == SHEET_OK)
		code = find_related(xlsx, xlsx->workbook, "/sharedStrings",
		    NULL, &xlsx->strings_part);
	if (code == SHEET_OK)
		code = find_related(xlsx, xlsx->workbook, "/styles", NULL,
		    &xlsx->styles_part);
	sheet->sheets = choice.sheets;
	free(sheet->others);
	sheet->others = g_string_free(choice.others, FALSE);
	g_free(choice.id);
	return code;
}

/* The content types name a workbook with macros even without its project. */
static enum sheet_code
refuse_macros(struct xlsx *xlsx)
{
	struct xlsx_part part;
	enum sheet_code code;
	bool more = true;
	char *type;

	code = xlsx_part_open(xlsx, "[Content_Types].xml", &part);
	while (code == SHEET_OK &&
	    (code = xlsx_part_next(&part, &more)) == SHEET_OK && more) {
		type = xlsx_attribute(&part, "ContentType");
		if (type != NULL &&
		    (strstr(type, "macroEnabled") != NULL ||
			strstr(type, "vbaProject") != NULL))
			code = sheet_fail(xlsx->error, SHEET_MACROS);
		xmlFree(type);
	}
	xlsx_part_close(&part);
	return code;
}

static void
xlsx_free(struct xlsx *xlsx)
{
	size_t i;

	for (i = 0; i < xlsx->nstrings; i++)
		free(xlsx->strings[i]);
	free(xlsx->strings);
	free(xlsx->styles);
	free(xlsx->workbook);
	free(xlsx->strings_part);
	free(xlsx->styles_part);
	free(xlsx->sheet_part);
	if (xlsx->zip != NULL)
		zip_discard(xlsx->zip);
}

static enum sheet_code
open_archive(struct xlsx *xlsx, const void *bytes, size_t size)
{
	zip_source_t *source;
	zip_error_t why;

	zip_error_init(&why);
	source = zip_source_buffer_create(bytes, size, 0, &why);
	if (source == NULL)
		return sheet_fail(xlsx->error, SHEET_MEMORY);
	xlsx->zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (xlsx->zip == NULL) {
		zip_source_free(source);
		return sheet_fail_part(xlsx->error, SHEET_DAMAGED, "zip");
	}
	return SHEET_OK;
}

enum sheet_code
sheet_xlsx_read(struct sheet_build *build, const void *bytes, size_t size)
{
	struct xlsx xlsx = {.build = build, .error = build->error};
	enum sheet_code code;

	build->sheet->encoding = SHEET_ENCODING_XLSX;
	code = open_archive(&xlsx, bytes, size);
	if (code == SHEET_OK)
		code = xlsx_check_directory(&xlsx);
	if (code == SHEET_OK)
		code = name_archive(&xlsx);
	if (code == SHEET_OK)
		code = refuse_macros(&xlsx);
	if (code == SHEET_OK)
		code = find_parts(&xlsx);
	if (code == SHEET_OK)
		code = xlsx_read_strings(&xlsx);
	if (code == SHEET_OK)
		code = xlsx_read_styles(&xlsx);
	if (code == SHEET_OK)
		code = xlsx_read_cells(&xlsx);
	xlsx_free(&xlsx);
	return code;
}
