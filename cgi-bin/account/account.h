#ifndef ACCOUNT_H
#define ACCOUNT_H

#include <stddef.h>
#include <stdint.h>

#include "app.h"
#include "arena.h"

/* What this program may ask the database. */
enum {
	SQL_LOGIN_BEGIN, SQL_LOGIN_END, SQL_BIRTHDATE_END, SQL_ATTEMPT,
	SQL_CODE, SQL_CODE_AGAIN, SQL_LINK, SQL_SET_PASSWORD, SQL_ASK,
	SQL_PASSWORD_BEGIN, SQL_PASSWORD, SQL_CONTACT, SQL_CONTACT_SAVE,
	SQL_EMAIL, SQL_SESSIONS, SQL_SESSION_END, SQL_LOGOUT, SQL_DATA_PERSON,
	SQL_DATA_PLACES, SQL_DATA_APPLICATIONS, SQL_DATA_COURSES,
	SQL_DATA_GRADES, SQL_DATA_APPEALS,
	SQL_DATA_MAILS, SQL_DATA_ACTS, SQL_DATA_JSON, SQL_CORRECTIONS,
	SQL_CORRECTION_ASK, SQL_TOTP, SQL_TOTP_START, SQL_TOTP_CONFIRM,
	SQL_TOTP_END,
	SQL__MAX
};
extern const struct stmt account_stmts[SQL__MAX];

/* Handlers, one file each. */
enum outcome	account_go(struct req *);
enum outcome	account_login_form(struct req *);
enum outcome	account_login(struct req *);
enum outcome	account_code_form(struct req *);
enum outcome	account_code(struct req *);
enum outcome	account_activate_form(struct req *);
enum outcome	account_activate(struct req *);
enum outcome	account_reset_form(struct req *);
enum outcome	account_reset(struct req *);
enum outcome	account_password_form(struct req *);
enum outcome	account_password(struct req *);
enum outcome	account_contact_form(struct req *);
enum outcome	account_contact(struct req *);
enum outcome	account_email_form(struct req *);
enum outcome	account_email(struct req *);
enum outcome	account_sessions_list(struct req *);
enum outcome	account_sessions(struct req *);
enum outcome	account_data(struct req *);
enum outcome	account_data_json(struct req *);
enum outcome	account_corrections_list(struct req *);
enum outcome	account_corrections(struct req *);
enum outcome	account_second_show(struct req *);
enum outcome	account_second_svg(struct req *);
enum outcome	account_second(struct req *);
enum outcome	account_logout(struct req *);
enum outcome	account_logout_form(struct req *);

/*
 * Password hashing, behind a few slots (S5).  hash_start is called once;
 * known requests go first and keep half of the waiting places.
 */
enum hash_result { HASH_GOOD, HASH_WRONG, HASH_BUSY };
void		 hash_start(const struct conf *);
/* Compares; stored NULL costs the same and is always wrong. */
enum hash_result hash_check(const char *stored, const char *password,
		    int known);
/* Argon2id of a password into the arena.  NULL: no slot came free. */
const char	*hash_make(struct arena *, const char *password, int known);
/* 1 when the stored hash was made with other parameters than today's. */
int		 hash_is_old(const char *stored);

/*
 * The rules of a new password: length, common words, what is known of its
 * owner.  Returns a sentence in the reader's language, NULL when it is fine.
 */
const char	*password_problem(struct req *, const char *password,
		    const char *login, const char *birth, const char *email);
/* 1 for a word of the list, in small letters. */
int		 word_is_common(const char *word);
/* Checks the fields password and password_again; marks what is wrong. */
void		 password_fields(struct req *, const struct db_rows *who);

/* A new cookie's value, and what the database keeps of it. */
struct ticket {
	const char	*value;		/* 43 characters */
	const char	*hash;		/* bytea literal of its SHA-256 */
};
struct ticket	 ticket_new(struct req *);
/* bytea literal of the SHA-256 of a text; NULL for NULL or "". */
const char	*ticket_hash(struct req *, const char *value);
/* A cookie of this program, with the prefix it has under TLS. */
const char	*ticket_cookie(struct req *, const char *name);
/* The name of the cookie that makes a device known for one login. */
const char	*device_name(struct req *, const char *login);
/* The session so far as bytea literal, NULL without one. */
const char	*session_before(struct req *);
/* How the browser calls itself, in at most 80 characters. */
const char	*agent_short(struct req *);

/* After a login: the session's cookie, the device's if it is fresh, the
 * account's language where the reader has chosen none. */
void		 enter_session(struct req *, const struct ticket *session,
		    const struct ticket *device, const char *login,
		    const char *lang);


/*
 * The second step by an app (second.c).  second_start reads its key, once.
 * second_step: the thirty seconds that the digits belong to, 0 = to none.
 * second_recovery: bytea literal of the hash of what may be a recovery code,
 * NULL when it is none.
 */
void		 second_start(const struct conf *);
uint64_t	 second_step(const char *wrapped, long long account,
		    const char *digits);
const char	*second_recovery(struct req *, const char *typed);
/* Only the digits of what was typed: "123 456" is a code too. */
const char	*code_digits(struct req *, const char *);

/*
 * A link from a mail: GET with ?t= swaps the token for a cookie and redirects
 * to the clean address (S8).  Returns 1 when that was done and *o is the answer.
 */
int		 link_swap(struct req *, const char *cookie, const char *path,
		    enum outcome *o);
/* The token of a form: its field t, else the cookie. */
const char	*link_token(struct req *, const char *cookie);
/* Says what is wrong with a link that opens nothing. */
void		 link_say(struct req *, enum outcome);
/*
 * A page behind a link that sets a password.  link_ask: *who is the row of the
 * link and its account, whatever became of it.  link_password: the POST.
 */
struct link_page {
	const char	*purpose;	/* and the cookie's name */
	int		 first;		/* no password before: email2 is asked */
	enum outcome	 (*show)(struct req *, const struct db_rows *who,
			    enum outcome);
};
enum outcome	 link_ask(struct req *, const struct link_page *,
		    struct db_rows **who);
enum outcome	 link_password(struct req *, const struct link_page *);

#endif
