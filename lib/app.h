#ifndef SOJOURN_APP_H
#define SOJOURN_APP_H

#include "db.h"
#include "field.h"
#include "i18n.h"
#include "outcome.h"
#include "req.h"
#include "view.h"

/*
 * The page table: nothing is reachable that is not a row in it.  Method, size,
 * session cookie, CSRF token and fields are checked from the row before the
 * handler runs; the right travels into the database with every call.
 *
 * path is exact; one segment may be a parameter ":name" (with a literal
 * suffix, ":id.xlsx"), whose value is the field of that name.  A handler
 * returns an outcome; when it has set no reply, the outcome alone makes one
 * (303 to the login, 403, 404, 429, 500).
 */
struct page {
	const char	*method;	/* "GET" also serves HEAD */
	const char	*path;
	const char	*right;		/* NULL = open to everybody */
	const struct field *fields;
	enum outcome	(*handler)(struct req *);
	size_t		 max_body;	/* 0 = 64 kB */
	unsigned	 flags;
};

#define PAGE_CACHED	0x01	/* no cookie but lang, may be kept by nginx */
#define PAGE_UPLOAD	0x02	/* multipart with files, spooled when large */
#define PAGE_NO_CSRF	0x04	/* same-origin check only (demo clock) */
#define PAGE_PRELOGIN	0x08	/* GET: sets the pre-login cookie for a form */
#define PAGE_SIZED	0x10	/* body limit applies to max_body as given */

/*
 * What a result says, where the standard sentence of say.c is not enough: by
 * act (as written to the audit, NULL = any) and outcome.  {name} is a value of
 * the result's detail, {section} the section.
 */
struct saying {
	const char	*act;
	enum outcome	 outcome;
	const char	*text;
};

struct program {
	const char		*name;
	const struct page	*pages;
	size_t			 npages;
	const struct stmt	*stmts;
	size_t			 nstmts;
	/* Called once after start-up, before the first request; may be NULL. */
	int			(*start)(struct app *);
	/* Goes around every handler, whose checks are passed; may be NULL. */
	enum outcome		(*around)(struct req *,
				    enum outcome (*handler)(struct req *));
	/*
	 * Is this a request that is begun without waiting, because its handler
	 * puts it aside (loop.h)?  NULL: each request has a thread.
	 */
	int			(*prompt)(const struct req *);
	/* Sentences of its own, ended by a row without text; may be NULL. */
	const struct saying	*sayings;
};

struct app {
	const struct program	*program;
	struct conf		*conf;
	struct db_pool		*pool;
	int			 demo, tls;
	const char		*base_url;
	unsigned char		 csrf_key[32];
};

/* main() of every program: options, configuration, socket, threads, loop. */
int	 app_run(const struct program *, int argc, char **argv);

#define PAGES(a)	(a), sizeof(a) / sizeof((a)[0])

#endif
