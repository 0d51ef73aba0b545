#ifndef SIGNER_H
#define SIGNER_H

#include <glib.h>
#include <jansson.h>

#include "conf.h"
#include "db.h"
#include "seal.h"
#include "trust/tree.h"

/* What may be signed: each with a key of its own, so that a signature of one
 * can never be taken for one of another (S20). */
enum domain { KEY_DOCUMENT, KEY_STATUS, KEY_HEAD, KEY_AUDIT, KEY__MAX };

struct key {
	char		 id[24];	/* document-1 */
	unsigned char	 public[32], secret[64];
};

struct keys {
	struct key	 of[KEY__MAX];
};

enum sql { SQL_LOG_STATE, SQL_LOG_PAGE, SQL_KEY, SQL_KEYS, SQL_DOCUMENT,
    SQL_APPEND, SQL_SIGN, SQL_STATUS, SQL_STATUS_LIST, SQL_SEAL_NEXT,
    SQL_SEAL_SIGN, SQL_SEAL_HEADS, SQL__MAX };
extern const struct stmt signer_stmts[SQL__MAX];

/*
 * Everything signer has put into the log, in a file of its own: what the
 * database says is compared with it.  A line is written and flushed before
 * what it says becomes true anywhere else.
 */
struct journal {
	int		 fd;
	char		*path;
	GPtrArray	*entries;	/* char *, without newline */
	GArray		*leaves;	/* tree_hash */
	GHashTable	*issued;	/* serial -> number of its entry + 1 */
	GByteArray	*ended;		/* of each entry: what it issued ended */
	char		 last_at[32];	/* the latest time in an entry, "" none */
	struct tree_edge edge;
};

/*
 * The heads of the audit that were signed, a line each in a file of its own,
 * and the last of them.
 */
struct chain {
	int		 fd;
	char		*path;
	struct seal_head last;		/* n 0: none yet */
	char		 text[SEAL_TEXT];	/* of the last */
};

struct signer {
	struct conf	*conf;
	struct db_conn	*db;
	struct keys	*keys;		/* locked memory */
	struct journal	*journal;
	struct chain	*chain;
	const char	*base_url, *spool;
	int		 last_list;	/* status list written last, -1 none */
	int		 disagrees;	/* with the database's log: said once */
	int		 forked;	/* the same of the audit's heads */
};

/* key.c: exits with the reason when the file is missing, readable by others
 * or not what it should be. */
struct keys	*keys_load(const struct conf *);
void		 keys_free(struct keys *);
/* Makes the public keys known; -1 when a number means another key already. */
int		 keys_register(struct signer *);

/* journal.c */
struct journal	*journal_open(const char *path);	/* exits on a fault */
void		 journal_free(struct journal *);
/* Appends and flushes; -1 when it cannot be written. */
int		 journal_add(struct journal *, const char *entry);
/* The number of the entry that issued a serial, -1 for none. */
long		 journal_find(const struct journal *, const char *serial);
/* 1 when that entry's document has this end ('supersede', 'revoke') noted. */
int		 journal_has_end(const struct journal *, long n,
		    const char *action);

/* chain.c */
struct chain	*chain_open(const char *path);	/* exits on a fault */
void		 chain_free(struct chain *);
/* Appends a head and flushes; -1 when it cannot be written. */
int		 chain_add(struct chain *, const char *text,
		    const struct seal_head *, const char *key,
		    const unsigned char signature[64]);
/* Calls back for the heads from n on, in order, until one answers non-zero,
 * which is returned; -1 when the file cannot be read. */
typedef int	 chain_each(void *arg, const struct seal_head *,
		    const char *text, const char *key, const char *signature);
int		 chain_read(const struct chain *, uint64_t n, chain_each *,
		    void *arg);

/* audit.c: the next head of the audit, for the seal that waits in the
 * database.  A word: done, nothing, or why not. */
const char	*sign_audit(struct signer *);
/* The time of the next head: now, or that of the last where now is before. */
void		 audit_time(const struct chain *, struct seal_head *);
/* Fills the file of heads from the database: as log_adopt. */
int		 audit_adopt(struct signer *);

/* log.c: the log and its heads. */
/* Compares the log of the database with the journal, puts back what an older
 * copy lacks.  -1 when they disagree or the database cannot be asked. */
int		 log_meet(struct signer *);
/* Fills the journal from the database: for a lost journal, by hand only. */
int		 log_adopt(struct signer *);
/* The values of signer_api.append for the newest entry: allocated strings,
 * freed by log_values_free. */
#define LOG_VALUES	9
void		 log_values(struct signer *, long n, int with_head,
		    char *values[LOG_VALUES]);
void		 log_values_free(char *values[LOG_VALUES]);

/* sign.c, status.c: a word of answer: done, or why not. */
void		 sign_document(struct signer *, const char *serial,
		    char *answer, size_t room);
const char	*sign_status(struct signer *, const char *serial);
int		 status_write(struct signer *, int list);
/* Now, as RFC 3339 in UTC. */
void		 time_text(char out[32]);
/* The time of the next entry: now, or that of the latest where now is before. */
void		 log_time(const struct journal *, char out[32]);

#endif
