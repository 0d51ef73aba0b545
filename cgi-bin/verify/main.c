#include "verify.h"

/*
 * Is a document genuine?  For everybody, without a login (S18, S19); and the
 * log of what was issued, for those who want to check us.
 */

#define FILE_BYTES	(24u << 20)

static const struct field form_fields[] = {
	{ "code", FIELD_LINE, 0, 0, 200, N_("Code"), NULL },
	{ "document", FIELD_FILE, 0, 0, 0, N_("File"), NULL },
	{ 0 }
};
static const struct field list_fields[] = {
	{ "list", FIELD_INT, 0, 0, 100000, NULL, NULL },
	{ 0 }
};
static const struct field log_fields[] = {
	{ "size", FIELD_INT, 0, 1, 100000000, NULL, NULL },
	{ "from", FIELD_INT, 0, 0, 100000000, NULL, NULL },
	{ "to", FIELD_INT, 0, 1, 100000000, NULL, NULL },
	{ "count", FIELD_INT, 0, 1, 1000, NULL, NULL },
	{ "serial", FIELD_WORD, 0, 1, 40, NULL, NULL },
	{ 0 }
};

static const struct page pages[] = {
	{ "GET", "/verify", NULL, form_fields, verify_index, 0, 0 },
	{ "POST", "/verify", NULL, form_fields, verify_post, FILE_BYTES,
	    PAGE_UPLOAD },
	{ "GET", "/verify/keys", NULL, NULL, verify_keys, 0, 0 },
	{ "GET", "/verify/log", NULL, NULL, verify_log, 0, 0 },
	{ "GET", "/verify/log/head.json", NULL, log_fields, verify_head, 0,
	    0 },
	{ "GET", "/verify/log/entries.json", NULL, log_fields, verify_entries,
	    0, 0 },
	{ "GET", "/verify/log/inclusion.json", NULL, log_fields,
	    verify_inclusion, 0, 0 },
	{ "GET", "/verify/log/consistency.json", NULL, log_fields,
	    verify_consistency, 0, 0 },
	{ "GET", "/verify/status/:list", NULL, list_fields, verify_status, 0,
	    0 },
	{ "GET", "/verify/:code", NULL, form_fields, verify_code, 0, 0 },
};

const struct stmt stmts[SQL__MAX] = {
	[SQL_FIND] = { "verify_api.find", 4, 0 },
	[SQL_TRY] = { "verify_api.try", 1, 0 },
	[SQL_HEAD] = { "verify_api.head", 1, 0 },
	[SQL_ENTRIES] = { "verify_api.entries", 2, 0 },
	[SQL_ENTRY_OF] = { "verify_api.entry_of", 1, 0 },
	[SQL_KEYS] = { "verify_api.keys", 0, 0 },
	[SQL_STATUS_LIST] = { "verify_api.status_list", 1, 0 },
};

static const struct program program = {
	.name = "verify",
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
