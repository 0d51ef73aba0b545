#ifndef VERIFY_H
#define VERIFY_H

#include "app.h"
#include "trust/tree.h"

/* Programs send these and nothing else. */
enum sql { SQL_FIND, SQL_TRY, SQL_HEAD, SQL_ENTRIES, SQL_ENTRY_OF, SQL_KEYS,
    SQL_STATUS_LIST, SQL__MAX };
extern const struct stmt stmts[SQL__MAX];

/* What became of a check: contract, section 6. */
enum verdict { VALID, ALTERED, REVOKED, SUPERSEDED, UNKNOWN };

/* The pages of this program. */
enum outcome	verify_index(struct req *);
enum outcome	verify_post(struct req *);
enum outcome	verify_code(struct req *);
enum outcome	verify_keys(struct req *);
enum outcome	verify_status(struct req *);
enum outcome	verify_log(struct req *);
enum outcome	verify_head(struct req *);
enum outcome	verify_entries(struct req *);
enum outcome	verify_inclusion(struct req *);
enum outcome	verify_consistency(struct req *);

/* page.c: the page with the answer; row 0 of rows are the facts, NULL none. */
enum outcome	verify_show(struct req *, enum verdict, const char *serial,
		    const struct db_rows *facts, int by_file);
/* The form alone, with what is wrong in it. */
enum outcome	verify_form(struct req *, enum outcome);

/* find.c: looks for one of the three (the others NULL), counting the attempt.
 * *facts is the row. */
enum outcome	find(struct req *, const char *code, const unsigned char *hash,
		    const char *serial, struct db_rows **facts);
enum verdict	verdict_of(const struct db_rows *facts);
/* file.c: an uploaded file, PDF or credential. */
enum outcome	verify_file(struct req *, const void *bytes, size_t size,
		    const char *code);

/* leaves.c: the first `size` leaves of the log, kept between requests; NULL
 * and *o when they cannot be had.  Memory of the request. */
const tree_hash	*leaves_of(struct req *, uint64_t size, const char *root_hex,
		    enum outcome *o);
/* json.c */
struct json_t;
enum outcome	send_json(struct req *, struct json_t *);

#endif
