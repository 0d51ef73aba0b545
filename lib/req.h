#ifndef SOJOURN_REQ_H
#define SOJOURN_REQ_H

#include <sys/types.h>
#include <stdint.h>
#include <time.h>

#include "field.h"
#include "outcome.h"

struct app;
struct arena;
struct db_pool;
struct page;
struct db_rows;
struct upload;
struct upload_file;
struct piece;

/* Who asks; filled by the first database batch. */
struct actor {
	int		 known;		/* a living session */
	long long	 account_id;
	const char	*kind;		/* "", student, staff, partner */
	const char	*name;
	const char	*university;	/* of a partner, in the reader's language */
	const char	*rights;	/* " staff staff.decide …" */
};

/* One message on the page: what became of something that was asked. */
struct message {
	enum outcome	 outcome;
	const char	*section;	/* "" = the whole */
	const char	*act;		/* what was done or refused, "" = none */
	const char	*text;
};

/* The answer; app.c sends it once, when everything has succeeded. */
struct reply {
	int		 status;	/* 0 = nothing yet */
	int		 too_large;	/* a file beyond its limit: 413 */
	const char	*type;
	const char	*location;
	const char	*disposition;
	const char	*body;
	size_t		 len;
	const struct piece *pieces;	/* if any, the body is made of them */
	size_t		 npieces;
	const char	*headers;	/* further header lines, CRLF ended */
	int		 cacheable;
	int		 refresh;	/* seconds after which a reader without the
					 * script gets the page anew; 0 = never */
	int		 retry_after;	/* seconds, for 429; 0 = the usual 5 */
};

struct req {
	struct app	*app;
	struct arena	*arena;
	const struct page *page;
	const char	*method, *path, *query, *lang, *host;
	const char	*request;	/* hidden field `request`, "" if none */
	struct timespec	 arrived;	/* CLOCK_REALTIME at accept */
	struct pair	*pairs;
	size_t		 npairs;
	const char	*body;		/* raw body, urlencoded forms only */
	size_t		 body_len;
	const char	*body_file;	/* spooled multipart body, or NULL */
	struct upload	*upload;	/* multipart: its files, see req_file() */
	const char	*content_type;
	char *const	*env;		/* FastCGI parameters */
	int		 connection;	/* to nginx, for poll(2) alone */
	const char	*token;		/* session cookie, NULL = none */
	unsigned char	 session[32];	/* its SHA-256 */
	const char	*address;	/* of the client, from nginx */
	const char	*csrf;
	struct actor	 actor;
	struct field_value *values;
	int		 nbad;
	struct message	*messages;
	size_t		 nmessages;
	struct db_rows	*hello;
	struct reply	 reply;
	uint64_t	 began;		/* µs of meter_now() */
	int		 checked;	/* as far as its handler */
	int		 aside;		/* enum aside; see loop.h */
	void		*kept;		/* of what it waited for */
	void		*conn;		/* inside loop.c only */
};

/* A FastCGI parameter such as "HTTP_USER_AGENT", or "". */
const char	*req_env(const struct req *, const char *name);
/* 1 when the reader takes gzip. */
int		 req_takes_gzip(const struct req *);
/* A cookie's value in the arena, NULL when absent. */
const char	*req_cookie(struct req *, const char *name);
/* The uploaded file of a field, NULL when none was chosen (upload.h). */
const struct upload_file *req_file(struct req *, const char *name);
/* A fresh random id for the hidden field `request`. */
const char	*req_fresh_id(struct req *);
/* 1 when the actor has the right. */
int		 req_may(const struct req *, const char *right);
/* After db_run: whether the main menu of the actor has this page, and the page
 * where this actor begins. */
int		 req_offered(const struct req *, const char *url);
const char	*req_home(const struct req *);

/* Set a cookie: HttpOnly, SameSite=Lax, Path=/, __Host- and Secure under TLS.
 * max_age 0 = session cookie, -1 = remove. */
/* One more header line, without its end. */
void	 resp_header(struct req *, const char *line);
void	 resp_cookie(struct req *, const char *name, const char *value,
	    long max_age);
/* 303 to a path of this site. */
enum outcome resp_redirect(struct req *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/*
 * After a POST: 303 to `path` with ?r=<request>, so that the next page shows
 * the results that sojourn.results() reads from the audit.  When all that was
 * said is OUT_ALREADY, with again=1 before it (say_again).
 */
enum outcome resp_done(struct req *, const char *path);
/* A file to download; data must live as long as the request. */
enum outcome resp_file(struct req *, const char *type, const char *filename,
	    const void *data, size_t len);
/* Plain bytes with a status, e.g. text for scripts. */
enum outcome resp_bytes(struct req *, int status, const char *type,
	    const void *data, size_t len);

/*
 * A refusal of the whole page that is no form's: an error page with a sentence
 * of one's own (already translated) and the outcome's status.
 */
enum outcome resp_error(struct req *, enum outcome, const char *text);

/*
 * Adds a message in the reader's language for an outcome: the standard
 * sentence with the rule and its values (say.c).  section may be "".
 * detail is the json text that the function returned.
 */
void	 say(struct req *, enum outcome, const char *section,
	    const char *rule, const char *detail);
/* The same for an act, as say_rows would say it. */
void	 say_act(struct req *, const char *act, enum outcome,
	    const char *section, const char *rule, const char *detail);
/* The same with a sentence of one's own (already translated). */
void	 say_text(struct req *, enum outcome, const char *section,
	    const char *text);
/* After the results of a request: says that it came twice (?again=1). */
void	 say_again(struct req *);
/*
 * Reads columns outcome, rule, detail (and section, if there) of every row,
 * adds a message for each; returns OUT_DONE if at least one row is good, else
 * the first row's outcome; OUT_FAULT when there is no row.
 */
enum outcome say_rows(struct req *, const struct db_rows *);
/* The same for rows without a column act: they are answers to this one. */
enum outcome say_act_rows(struct req *, const char *act,
	    const struct db_rows *);

#endif
