#ifndef SOJOURN_TOOL_H
#define SOJOURN_TOOL_H

#include "sojourn.h"

/*
 * Programs of PostgreSQL and the installer, run as the administrator of the
 * database (setting "admin", default postgres) on the host of the setting
 * "database".
 */
struct tool {
	char	 host[256];
	char	 dbname[64];
	char	 admin[64];
	char	 installer[512];	/* install.sh */
	char	 sql[512];		/* the folder with its files */
};

void		 tool_init(struct cli *, struct tool *);
/* Runs argv (ends with NULL); its output and errors go to ours.  The exit
 * status, 127 when it could not be run. */
int		 tool_run(const struct tool *, const char *const *argv);
/* The same, keeping what it prints; the caller's, NULL unless it ended with
 * 0. */
char		*tool_read(const struct tool *, const char *const *argv);
/* One statement by psql in a database; what it answers, as tool_read. */
char		*tool_query(const struct tool *, const char *dbname,
		    const char *statement);
/* Brings a database to the state of this release. */
int		 tool_install(struct cli *, const struct tool *,
		    const char *dbname);
/* SHA-256 of a file as 64 hexadecimal digits; 0 or -1. */
int		 tool_sha256(const char *path, char hex[65]);

#endif
