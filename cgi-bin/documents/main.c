#include "documents.h"

/* Issued documents, to the person they are about and to who issued them. */

static const struct field serial_fields[] = {
	{ "serial", FIELD_WORD, 0, 1, 40, NULL, NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/documents", "certificates", NULL, documents_index, 0, 0 },
	{ "GET", "/documents/:serial.pdf", "", serial_fields, documents_pdf,
	    0, 0 },
	{ "GET", "/documents/:serial.xlsx", "", serial_fields, documents_xlsx,
	    0, 0 },
	{ "GET", "/documents/:serial.json", "", serial_fields, documents_json,
	    0, 0 },
};

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "documents_api.index", 0, 1 },
	[SQL_FILE] = { "documents_api.file", 1, 1 },
};

static const struct program program = {
	.name = "documents",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
