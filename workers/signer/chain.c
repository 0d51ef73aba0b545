#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "log.h"
#include "signer.h"

/*
 * A line of the file is a JSON object: head, key, signature.  Only the last is
 * kept in memory: the file may hold the heads of many years.
 */

#define LINE_MAX_BYTES	4096	/* of a line, with its newline */

/* 0 when the line is a head; the object owns what the pointers show. */
static int
parse(const char *line, struct seal_head *h, json_t **v, const char **text)
{
	*v = json_loads(line, 0, NULL);
	*text = json_string_value(json_object_get(*v, "head"));
	if (*text != NULL && seal_head_read(*text, h) == 0)
		return 0;
	json_decref(*v);
	*v = NULL;
	return -1;
}

static void
take_last(struct chain *c, const char *line)
{
	const char *text;
	json_t *v;

	if (parse(line, &c->last, &v, &text) != 0)
		log_die("%s: the last line is no head of the audit", c->path);
	snprintf(c->text, sizeof(c->text), "%s", text);
	json_decref(v);
}

/* The last whole line; a rest behind it was never acted upon: it goes. */
static void
load(struct chain *c, off_t size)
{
	char tail[2 * LINE_MAX_BYTES + 1], *end, *line;
	size_t room = sizeof(tail) - 1;
	off_t from = size > (off_t)room ? size - (off_t)room : 0;
	ssize_t n = pread(c->fd, tail, room, from);

	if (n < 0)
		log_die("%s: %s", c->path, strerror(errno));
	tail[n] = '\0';
	end = n == 0 ? NULL : memrchr(tail, '\n', (size_t)n);
	if (end == NULL && from > 0)
		log_die("%s: there is no whole line at its end", c->path);
	if (ftruncate(c->fd, end == NULL ? 0 : from + (end + 1 - tail)) == -1)
		log_die("%s: %s", c->path, strerror(errno));
	if (end == NULL)
		return;
	*end = '\0';
	line = memrchr(tail, '\n', (size_t)(end - tail));
	take_last(c, line == NULL ? tail : line + 1);
}

struct chain *
chain_open(const char *path)
{
	struct chain *c = g_new0(struct chain, 1);
	struct stat st;

	c->path = g_strdup(path);
	c->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (c->fd == -1 || fstat(c->fd, &st) == -1)
		log_die("%s: %s", path, strerror(errno));
	load(c, st.st_size);
	return c;
}

void
chain_free(struct chain *c)
{
	if (c == NULL)
		return;
	close(c->fd);
	g_free(c->path);
	g_free(c);
}

int
chain_add(struct chain *c, const char *text, const struct seal_head *h,
    const char *key, const unsigned char signature[64])
{
	off_t before = lseek(c->fd, 0, SEEK_END);
	char hex[129], *line, *with_end;
	json_t *v;
	size_t len;
	int good;

	sodium_bin2hex(hex, sizeof(hex), signature, 64);
	v = json_pack("{s:s, s:s, s:s}", "head", text, "key", key,
	    "signature", hex);
	line = json_dumps(v, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(v);
	with_end = g_strdup_printf("%s\n", line);
	len = strlen(with_end);
	good = line != NULL && len <= LINE_MAX_BYTES &&
	    write(c->fd, with_end, len) == (ssize_t)len &&
	    fdatasync(c->fd) == 0;
	free(line);
	g_free(with_end);
	if (good) {
		c->last = *h;
		snprintf(c->text, sizeof(c->text), "%s", text);
		return 0;
	}
	log_line(LOG_FAULT, "%s cannot be written", c->path);
	/* What was not flushed must not be found at the next start. */
	if (ftruncate(c->fd, before) == -1)
		log_die("%s: %s", c->path, strerror(errno));
	return -1;
}

int
chain_read(const struct chain *c, uint64_t n, chain_each *each, void *arg)
{
	FILE *f = fopen(c->path, "re");
	char line[LINE_MAX_BYTES + 1];
	struct seal_head h;
	const char *text;
	json_t *v;
	int rc = 0;

	while (f != NULL && rc == 0 && fgets(line, sizeof(line), f) != NULL) {
		if (parse(line, &h, &v, &text) != 0) {
			rc = -1;
			break;
		}
		if (h.n >= n)
			rc = each(arg, &h, text, json_string_value(
			    json_object_get(v, "key")), json_string_value(
			    json_object_get(v, "signature")));
		json_decref(v);
	}
	if (f == NULL)
		return -1;
	fclose(f);
	return rc;
}
