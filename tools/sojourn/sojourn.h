#ifndef SOJOURN_COMMAND_H
#define SOJOURN_COMMAND_H

#include <stddef.h>
#include <stdio.h>

#include "conf.h"
#include "db.h"
#include "i18n.h"

/* What a command ends with (contract, section 7). */
#define END_DONE	0
#define END_REFUSED	1	/* refused, or something found wrong */
#define END_USAGE	2

/* One call of the command line. */
struct cli {
	const char	*lang;	/* ko, en or ja, from the environment */
	struct conf	*conf;	/* NULL until cli_open */
	struct db_conn	*db;
	const char	*home;	/* folder above that of the executable */
};

/*
 * A command: one file, one row in main.c.  usage holds its forms, one a line,
 * without the name of the program; help is what --help adds.  run gets the
 * arguments after the command's name.
 */
struct command {
	const char	*name;
	const char	*summary;
	const char	*usage;
	const char	*help;
	int		(*run)(struct cli *, int, char **);
};

extern const struct command cmd_account, cmd_audit, cmd_backup, cmd_clock, cmd_doctor,
    cmd_erase,
    cmd_import, cmd_jobs, cmd_migrate, cmd_restart, cmd_restore, cmd_status,
    cmd_verify;

/* The statements it may send, in db.c. */
enum {
	SQL_ACCOUNT_ACT, SQL_ACCOUNT_ADD, SQL_ACCOUNT_LIST,
	SQL_AUDIT_HEADS, SQL_AUDIT_SEALED, SQL_AUDIT_STRAYS, SQL_AUDIT_SEALING,
	SQL_DOCTOR_SEALING, SQL_DOCTOR_ERASURES, SQL_ERASE,
	SQL_CLOCK, SQL_CLOCK_SET, SQL_CLOCK_ADVANCE, SQL_CLOCK_ACCEPT,
	SQL_DOCTOR_DOCUMENTS, SQL_DOCTOR_LETTERS,
	SQL_DOCTOR_SEATS, SQL_DOCTOR_ENROLMENTS, SQL_DOCTOR_WITHDRAWALS,
	SQL_DOCTOR_GRADES,
	SQL_DOCTOR_ROOM, SQL_DOCTOR_REGISTRATIONS,
	SQL_DOCTOR_IDS, SQL_DOCTOR_PEOPLE, SQL_DOCTOR_APPLICATIONS,
	SQL_DOCTOR_CALENDAR, SQL_DOCTOR_EXCEPTIONS, SQL_DOCTOR_PRACTICE, SQL_DOCTOR_LISTS, SQL_DOCTOR_FINAL_LISTS,
	SQL_DOCTOR_MAIL, SQL_DOCTOR_LOGINS, SQL_DOCTOR_JOBS, SQL_DOCTOR_CLOCK,
	SQL_DOCTOR_FUNCTIONS,
	SQL_DOCTOR_SETTINGS, SQL_DOCTOR_DEMO,
	SQL_IMPORT, SQL_JOB_LIST,
	SQL_JOB_STEP, SQL_JOB_NOW, SQL_PROGRAMS, SQL_QUEUES,
	SQL_SCHEMA_VERSION, SQL_TERM_WINDOWS,
	SQL__MAX
};
extern const struct stmt stmts[SQL__MAX];

/*
 * Reads the configuration: SOJOURN_CONF, else $VAR/etc/sojourn.conf, else
 * sojourn.conf beside the executable, else /etc/sojourn/sojourn.conf.  Exits
 * with 1 when there is none.
 */
void		 cli_conf(struct cli *);
/* The connection of role sojourn_cli, opened at the first call. */
struct db_conn	*cli_db(struct cli *);
/* What to say and return when the database gave no answer. */
int		 cli_no_answer(struct cli *);
/* Prints why the arguments make no sense and how they should look; returns
 * END_USAGE.  fmt is translated. */
int		 cli_usage(struct cli *, const struct command *,
		    const char *fmt, ...)
		    __attribute__((format(printf, 3, 4)));
/* A line on standard output, fmt is translated. */
void		 cli_say(struct cli *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
/* A line on standard error, fmt is translated; returns END_REFUSED. */
int		 cli_refuse(struct cli *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

/* Options: the value after argv[*i] ("--name VALUE" or "--name=VALUE"); moves
 * *i.  NULL when argv[*i] is another option; "" has the value missing. */
const char	*cli_option(int argc, char **argv, int *i, const char *name);

/*
 * A time on the command line, without a zone in that of the institution:
 * 2025-08-18, "2025-08-18 09:00", 2025-08-18T09:00:00+09:00.  Writes what
 * PostgreSQL reads; 0, or -1 for anything else.
 */
int		 when_time(const char *arg, const char *zone, char *out,
		    size_t size);
/* A duration of weeks, days, hours, minutes and seconds: 2h, 1d12h, 90s.
 * Seconds above zero, or -1. */
long long	 when_duration(const char *arg);
/* "2 days", "3 hours", "5 minutes" of seconds, in the caller's language. */
const char	*when_length(struct cli *, long long seconds, char *out,
		    size_t size);

/*
 * A table on standard output.  Widths count characters as terminals show
 * them (Hangul, Kanji: two columns).  cells holds rows × columns texts.
 */
void		 table_print(const char *const *head, size_t columns,
		    const char *const *cells, size_t rows);
/* A paragraph, broken at 78 columns; between words, or between Kanji. */
void		 text_print(const char *);
/* The columns of a result; head names them, translated already. */
void		 table_rows(const char *const *head,
		    const char *const *columns, size_t n,
		    const struct db_rows *);

/*
 * Reads a password from standard input, its first line, without showing it,
 * and hashes it.  END_DONE, or END_REFUSED after saying why.
 */
#define PASSWORD_HASH_SIZE	128
int		 password_read(struct cli *, char hash[PASSWORD_HASH_SIZE]);

#endif
