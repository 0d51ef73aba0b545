#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "log.h"
#include "signer.h"
#include "trust/jcs.h"

#define ENDED_SUPERSEDE	1
#define ENDED_REVOKE	2

static int
end_bit(const char *action)
{
	return strcmp(action, "revoke") == 0 ? ENDED_REVOKE :
	    strcmp(action, "supersede") == 0 ? ENDED_SUPERSEDE : 0;
}

/* Takes an entry up into the tables in memory; -1 when it makes no sense. */
static int
take_up(struct journal *j, const char *entry)
{
	json_t *v = jcs_read(entry, strlen(entry));
	const char *serial = json_string_value(json_object_get(v, "serial"));
	const char *action = json_string_value(json_object_get(v, "action"));
	const char *at = json_string_value(json_object_get(v, "at"));
	unsigned char none = 0;
	tree_hash leaf;
	long n;
	int rc = -1;

	if (serial == NULL || action == NULL)
		goto out;
	n = journal_find(j, serial);
	if ((n == -1) != (strcmp(action, "issue") == 0))
		goto out;
	tree_leaf(entry, strlen(entry), leaf);
	g_ptr_array_add(j->entries, g_strdup(entry));
	g_array_append_val(j->leaves, leaf);
	g_byte_array_append(j->ended, &none, 1);
	tree_add(&j->edge, leaf);
	if (n == -1)
		g_hash_table_insert(j->issued, g_strdup(serial),
		    GSIZE_TO_POINTER(j->entries->len));
	else
		j->ended->data[n] |= (unsigned char)end_bit(action);
	if (at != NULL && strcmp(at, j->last_at) > 0)
		snprintf(j->last_at, sizeof(j->last_at), "%s", at);
	rc = 0;
out:
	json_decref(v);
	return rc;
}

/* A last line without its end was never acted upon: it goes. */
static void
load(struct journal *j, char *text, size_t len)
{
	char *line = text, *end;

	while ((end = memchr(line, '\n', len - (size_t)(line - text))) !=
	    NULL) {
		*end = '\0';
		if (take_up(j, line) != 0)
			log_die("%s: line %u is no entry", j->path,
			    j->entries->len + 1);
		line = end + 1;
	}
	if (line < text + len && ftruncate(j->fd, line - text) == -1)
		log_die("%s: %s", j->path, strerror(errno));
}

struct journal *
journal_open(const char *path)
{
	struct journal *j = g_new0(struct journal, 1);
	struct stat st;
	char *text;

	j->path = g_strdup(path);
	j->entries = g_ptr_array_new_with_free_func(g_free);
	j->leaves = g_array_new(FALSE, FALSE, sizeof(tree_hash));
	j->issued = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	    NULL);
	j->ended = g_byte_array_new();
	j->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (j->fd == -1 || fstat(j->fd, &st) == -1)
		log_die("%s: %s", path, strerror(errno));
	text = g_malloc((gsize)st.st_size + 1);
	if (pread(j->fd, text, (size_t)st.st_size, 0) != st.st_size)
		log_die("%s cannot be read", path);
	load(j, text, (size_t)st.st_size);
	g_free(text);
	return j;
}

void
journal_free(struct journal *j)
{
	if (j == NULL)
		return;
	close(j->fd);
	g_ptr_array_free(j->entries, TRUE);
	g_array_free(j->leaves, TRUE);
	g_hash_table_destroy(j->issued);
	g_byte_array_free(j->ended, TRUE);
	g_free(j->path);
	g_free(j);
}

int
journal_add(struct journal *j, const char *entry)
{
	size_t len = strlen(entry);
	char *line = g_strdup_printf("%s\n", entry);
	off_t before = lseek(j->fd, 0, SEEK_END);
	int good;

	good = write(j->fd, line, len + 1) == (ssize_t)len + 1 &&
	    fdatasync(j->fd) == 0;
	g_free(line);
	if (good && take_up(j, entry) == 0)
		return 0;
	log_line(LOG_FAULT, "%s cannot be written", j->path);
	/* What was not flushed must not be found at the next start. */
	if (ftruncate(j->fd, before) == -1)
		log_die("%s: %s", j->path, strerror(errno));
	return -1;
}

long
journal_find(const struct journal *j, const char *serial)
{
	return (long)GPOINTER_TO_SIZE(g_hash_table_lookup(j->issued, serial)) -
	    1;
}

int
journal_has_end(const struct journal *j, long n, const char *action)
{
	return (j->ended->data[n] & end_bit(action)) != 0;
}
