#include "letters.h"

/* Letters of recommendation (R113-R115): asked for, written, read, delivered. */

#define FORM_BYTES	(10 * 1024 * 1024)
#define TEXT_BYTES	(256 * 1024)

static const struct page pages[] = {
	{ "GET", "/letters", "letters", ask_fields, letters_index, 0, 0 },
	{ "POST", "/letters", "letters", ask_fields, letters_ask, FORM_BYTES,
	    PAGE_UPLOAD },
	{ "POST", "/letters/cancel", "letters", cancel_fields, letters_cancel,
	    0, 0 },
	{ "GET", "/letters/form/:letter", "", letter_fields, letters_form, 0,
	    0 },
	{ "GET", "/letters/write", "letters.write", NULL, letters_mine, 0,
	    0 },
	{ "GET", "/letters/write/:letter", "letters.write", write_fields,
	    letters_write, 0, 0 },
	{ "POST", "/letters/write/:letter", "letters.write", write_fields,
	    letters_write_post, TEXT_BYTES, 0 },
	{ "POST", "/letters/save/:letter", "letters.write", write_fields,
	    letters_save, TEXT_BYTES, 0 },
	{ "GET", "/letters/preview/:letter.pdf", "letters.write",
	    letter_fields, letters_preview, 0, 0 },
	{ "GET", "/letters/author", NULL, author_fields, letters_author, 0,
	    PAGE_PRELOGIN },
	{ "POST", "/letters/author", NULL, author_fields, letters_author_post,
	    TEXT_BYTES, 0 },
	{ "POST", "/letters/author/save", NULL, author_fields,
	    letters_author_save, TEXT_BYTES, 0 },
	{ "GET", "/letters/author/form", NULL, NULL, letters_author_form, 0,
	    0 },
	{ "GET", "/letters/author/preview.pdf", NULL, NULL,
	    letters_author_preview, 0, 0 },
	{ "GET", "/letters/reader", NULL, link_fields, letters_reader, 0,
	    0 },
	{ "GET", "/letters/reader/letter.pdf", NULL, NULL, letters_reader_pdf,
	    0, 0 },
	{ "GET", "/letters/reader/letter.json", NULL, NULL,
	    letters_reader_json, 0, 0 },
	{ "GET", "/staff/letters", "staff.letters", queue_fields,
	    letters_queue, 0, 0 },
	{ "POST", "/staff/letters", "staff.letters", desk_fields,
	    letters_desk_post, 0, 0 },
	{ "GET", "/staff/letters/:letter", "staff.letters", desk_fields,
	    letters_desk, 0, 0 },
};

static const struct program program = {
	.name = "letters",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
	.sayings = letters_sayings,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
