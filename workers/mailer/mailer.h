#ifndef MAILER_H
#define MAILER_H

#include <signal.h>
#include <stddef.h>

#include <jansson.h>

#include "arena.h"
#include "conf.h"
#include "db.h"

/* What the worker may ask the database. */
enum {
	SQL_CLAIM, SQL_KEEP, SQL_SENT, SQL_FAILED, SQL_RELEASE, SQL_DROPPED,
	SQL__MAX
};
extern const struct stmt mailer_stmts[SQL__MAX];

/*
 * A mail is a list of parts, of which plain text and HTML are made alike.
 * A part stands only when its condition holds: "key" = the value is there,
 * "!key" = it is not, "key=word" = it is that word, NULL = always.
 */
enum part_type {
	PART_END,
	PART_SUBJECT,	/* the first whose condition holds */
	PART_TEXT,	/* a paragraph; {key} is replaced by a value */
	PART_FACT,	/* label and the value named by .value */
	PART_LINK,	/* .value is a path below base_url, may hold {token} */
	PART_CODE	/* the six digits */
};

struct part {
	enum part_type	 type;
	const char	*when;
	const char	*text;
	const char	*value;
};

/*
 * One row per kind of mail (X-Sojourn-Kind).  secret names what is made when
 * the mail is sent: a kind of token, "code", or NULL.  With must_open the mail
 * is dropped when its link or code would open nothing any more.
 */
struct kind {
	const char		*name;
	const char		*secret;
	int			 must_open;
	const struct part	*parts;
};

/* The row of a kind, NULL when nobody knows it. */
const struct kind	*kind_find(const char *name);
extern const struct kind account_kinds[], application_kinds[], office_kinds[],
    grade_kinds[], letter_kinds[];

/* A claimed mail on its way. */
struct mail {
	const char	*id, *kind_name, *lang, *to, *message_id;
	const char	*attempt;	/* hash that a code is bound to, hex */
	int		 tries;
	const struct kind *kind;
	json_t		*values;
	char		 secret[64];	/* token or code; wiped after sending */
	char		 hash[65];
};

/* The value of a name, "" when there is none. */
const char	*mail_value(const struct mail *, const char *key);

/* Texts of one mail, in the arena. */
struct text {
	char	*subject, *plain, *html;
};
void		 text_render(struct arena *, const struct mail *,
		    struct text *);

/* 1 when the text is one plain addr-spec without control characters (S17). */
int		 address_fine(const char *);

/*
 * The message as bytes; owned by the caller (g_free).  eight_bit leaves the
 * text readable in the file and ends lines with LF; otherwise it is encoded
 * for any server and ends with CRLF.  NULL when the address is refused.
 */
char		*compose(const struct mail *, const struct text *,
		    const char *from, int eight_bit, size_t *len);

/* How a delivery ended. */
enum delivery {
	DELIVERY_DONE,
	DELIVERY_LATER,		/* this mail was refused for now */
	DELIVERY_NEVER,		/* this mail was refused for good */
	DELIVERY_DOWN		/* no mail can be delivered now */
};

/* One way out: a folder or an SMTP server, of one thread. */
struct outlet;
struct outlet	*outlet_new(const struct conf *);
void		 outlet_free(struct outlet *);
int		 outlet_eight_bit(const struct outlet *);
/* why receives the reason when it did not work. */
enum delivery	 outlet_send(struct outlet *, const struct mail *,
		    const char *data, size_t len, char *why, size_t size);

/* The two ways, used by outlet.c alone. */
struct folder;
struct folder	*folder_new(const char *dir);
void		 folder_free(struct folder *);
enum delivery	 folder_send(struct folder *, const struct mail *,
		    const char *data, size_t len, char *why, size_t size);
struct smtp;
struct smtp	*smtp_new(const struct conf *, const char *url);
void		 smtp_free(struct smtp *);
enum delivery	 smtp_send(struct smtp *, const struct mail *,
		    const char *data, size_t len, char *why, size_t size);

/* One thread that claims and sends. */
struct sender {
	const struct conf	*conf;
	const char		*from, *base_url, *host;
	volatile sig_atomic_t	*stop;
	struct db_conn		*db;
	struct outlet		*outlet;
	struct arena		*arena;
	int			 downs;	/* times in a row that nothing went */
};

/*
 * Claims a batch and sends it.  Returns how many mails were claimed, -1 when
 * the database could not be asked.
 */
int		 batch_run(struct sender *);

#endif
