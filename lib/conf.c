#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "conf.h"
#include "log.h"

#define LINES_MAX	200

struct conf {
	struct {
		char	*key, *value;
	}	 line[LINES_MAX];
	int	 n;
	char	*program;
};

/* Copies value, replacing every %p by the program's name, %d by its folder of
 * credentials. */
static char *
expand(const char *value, const char *program)
{
	const char *folder = getenv("CREDENTIALS_DIRECTORY"), *word;
	char *out, *p;
	size_t n;

	if (folder == NULL)
		folder = "/run/credentials";
	n = strlen(program) + strlen(folder);
	out = p = calloc(1, strlen(value) * (n + 1) + 1);
	if (out == NULL)
		log_die("out of memory");
	while (*value != '\0') {
		if (value[0] == '%' && (value[1] == 'p' || value[1] == 'd')) {
			word = value[1] == 'p' ? program : folder;
			p = stpcpy(p, word);
			value += 2;
		} else
			*p++ = *value++;
	}
	return out;
}

static char *
trim(char *s)
{
	char *end;

	while (isspace((unsigned char)*s))
		s++;
	end = s + strlen(s);
	while (end > s && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return s;
}

static void
conf_line(struct conf *c, char *text, const char *path, int number)
{
	char *eq, *s;

	s = trim(text);
	if (*s == '\0' || *s == '#')
		return;
	eq = strchr(s, '=');
	if (eq == NULL || eq == s)
		log_die("%s:%d: expected key = value", path, number);
	if (c->n == LINES_MAX)
		log_die("%s: more than %d settings", path, LINES_MAX);
	*eq = '\0';
	c->line[c->n].key = strdup(trim(s));
	c->line[c->n].value = expand(trim(eq + 1), c->program);
	if (c->line[c->n].key == NULL)
		log_die("out of memory");
	c->n++;
}

struct conf *
conf_load(const char *program)
{
	struct conf *c;
	const char *path;
	char *text = NULL;
	size_t size = 0;
	FILE *f;
	int number = 0;

	path = getenv("SOJOURN_CONF");
	if (path == NULL)
		path = "/etc/sojourn/sojourn.conf";
	c = calloc(1, sizeof(*c));
	if (c == NULL || (c->program = strdup(program)) == NULL)
		log_die("out of memory");
	f = fopen(path, "re");
	if (f == NULL)
		log_die("%s: %s", path, strerror(errno));
	while (getline(&text, &size, f) != -1)
		conf_line(c, text, path, ++number);
	free(text);
	fclose(f);
	return c;
}

void
conf_free(struct conf *c)
{
	int i;

	if (c == NULL)
		return;
	for (i = 0; i < c->n; i++) {
		free(c->line[i].key);
		free(c->line[i].value);
	}
	free(c->program);
	free(c);
}

/* The last line with the key, NULL when there is none. */
static const char *
find(const struct conf *c, const char *key)
{
	int i;

	for (i = c->n - 1; i >= 0; i--)
		if (strcmp(c->line[i].key, key) == 0)
			return c->line[i].value;
	return NULL;
}

const char *
conf_get(const struct conf *c, const char *key, const char *dflt)
{
	char own[128];
	const char *s;

	snprintf(own, sizeof(own), "%s.%s", key, c->program);
	if ((s = find(c, own)) == NULL)
		s = find(c, key);
	return s == NULL ? dflt : s;
}

int
conf_int(const struct conf *c, const char *key, int dflt)
{
	const char *s;
	char *end;
	long v;

	s = conf_get(c, key, NULL);
	if (s == NULL)
		return dflt;
	errno = 0;
	v = strtol(s, &end, 10);
	if (errno != 0 || *end != '\0' || v < 0 || v > 1000000)
		log_die("setting %s: '%s' is not a number", key, s);
	return (int)v;
}

void
conf_key(const struct conf *c, const char *name, unsigned char key[32])
{
	char path[512], hex[80];
	struct stat st;
	size_t n;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s",
	    conf_get(c, "secrets", "/etc/sojourn/secrets"), name);
	f = fopen(path, "re");
	if (f == NULL)
		log_die("%s: the key cannot be read: %s", path,
		    strerror(errno));
	/* A key that others may read or change is none (S24). */
	if (fstat(fileno(f), &st) == -1 || (st.st_mode & 037) != 0)
		log_die("%s: only its owner and his group may read it", path);
	if (st.st_uid != 0 && st.st_uid != geteuid())
		log_die("%s: it belongs to somebody else (user %u)", path,
		    (unsigned)st.st_uid);
	n = fread(hex, 1, sizeof(hex) - 1, f);
	fclose(f);
	hex[n] = '\0';
	if (sodium_hex2bin(key, 32, hex, strcspn(hex, "\r\n "), NULL, &n,
	    NULL) != 0 || n != 32)
		log_die("%s: expected 64 hexadecimal digits", path);
	sodium_memzero(hex, sizeof(hex));
}
