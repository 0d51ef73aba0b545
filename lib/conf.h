#ifndef SOJOURN_CONF_H
#define SOJOURN_CONF_H

/*
 * The configuration file: lines of `key = value`, # starts a comment.  `%p` in
 * a value is replaced by the program's name, `%d` by the folder of credentials
 * that systemd made for it.  See sojourn.conf(5).
 */
struct conf;

/*
 * Reads the file named by SOJOURN_CONF (default /etc/sojourn/sojourn.conf).
 * Never returns on a missing or malformed file: says why and exits 1.
 */
struct conf	*conf_load(const char *program);
void		 conf_free(struct conf *);
/* The value of `key.program`, else of `key`, else dflt.  Owned by conf. */
const char	*conf_get(const struct conf *, const char *key,
		    const char *dflt);
int		 conf_int(const struct conf *, const char *key, int dflt);
/* Reads a 32-byte key in hexadecimal from <secrets>/NAME; exits if it fails,
 * also where others than its owner and his group may read it (S24). */
void		 conf_key(const struct conf *, const char *name,
		    unsigned char key[32]);

#endif
