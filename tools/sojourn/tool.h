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
	char	 restorer[512];		/* restore.sh */
	char	 sql[512];		/* the folder with its files */
};

void		 tool_init(struct cli *, struct tool *);
/* Runs argv (ends with NULL); its output and errors go to ours.  The exit
 * status, 127 when it could not be run. */
int		 tool_run(const struct tool *, const char *const *argv);
/* The same, keeping what it prints in *text, the caller's; never NULL. */
int		 tool_read(const struct tool *, const char *const *argv,
		    char **text);
/* Brings a database to the state of this release. */
int		 tool_install(struct cli *, const struct tool *,
		    const char *dbname);
/* restore.sh with a copy: its exit status and what it prints, the caller's. */
int		 tool_restore(struct cli *, const struct tool *,
		    const char *dump, char **text);
/* SHA-256 of a file as 64 hexadecimal digits; 0 or -1. */
int		 tool_sha256(const char *path, char hex[65]);

#endif
