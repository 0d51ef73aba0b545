#ifndef SOJOURN_AUDIT_H
#define SOJOURN_AUDIT_H

#include <glib.h>
#include <jansson.h>

#include "seal.h"
#include "sojourn.h"

/* A head that somebody kept outside the database. */
struct kept {
	const char	*path;
	struct seal_head head;
	char		 text[SEAL_TEXT];
	int		 seen;
};

/* One run of `sojourn audit verify`. */
struct audit {
	struct cli	*cli;
	json_t		*keys;
	struct kept	 kept[2];
	size_t		 nkept;
	uint64_t	 last, rows;	/* head, rows up to here */
	char		 text[SEAL_TEXT];	/* of the last head */
	GArray		*gone;		/* uint64_t: heads without a seal */
	GArray		*lost;		/* struct span: declared so */
	const char	*run;		/* kind of the run below, or NULL */
	long long	 from, till;	/* rows found wrong, one after the other */
	uint64_t	 run_head;
	long long	 found;
};

struct span {
	uint64_t	 from, till;
};

/* Reads a head as signer leaves it and checks its signature; END_DONE, or
 * END_REFUSED after saying why. */
int	 audit_keep(struct audit *, const char *path);
/* Checks the signature of a head's text. */
int	 audit_signed(const struct audit *, const char *text, const char *key,
	    const char *signature);
/* Compares the rows of a seal with its leaves; -1 without an answer. */
int	 audit_rows(struct audit *, const struct db_rows *heads, int row,
	    uint64_t n);
/* Notes that a row is wrong: rows in a row are said together, by audit_say. */
void	 audit_wrong(struct audit *, const char *kind, long long id,
	    uint64_t head);
void	 audit_say(struct audit *);

#endif
