#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "log.h"
#include "signer.h"
#include "trust/jcs.h"
#include "trust/logtext.h"

void
time_text(char out[32])
{
	time_t now = time(NULL);
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

/* What a reader of the log is to rely on: no entry is older than the one before
 * it, whatever the clock of the machine does. */
void
log_time(const struct journal *j, char out[32])
{
	time_text(out);
	if (strcmp(out, j->last_at) >= 0)
		return;
	log_line(LOG_WARN, "the clock is behind the last entry of the log (%s)",
	    j->last_at);
	memcpy(out, j->last_at, sizeof(j->last_at));
}

static char *
bytea(const void *bytes, size_t n)
{
	char *text = g_malloc(2 * n + 3);

	memcpy(text, "\\x", 2);
	sodium_bin2hex(text + 2, 2 * n + 1, bytes, n);
	return text;
}

/* The head over all that the journal holds, signed. */
static void
head_values(struct signer *s, char *values[LOG_VALUES])
{
	const struct key *key = &s->keys->of[KEY_HEAD];
	unsigned char signature[64];
	char at[32], *text;
	tree_hash root;

	log_time(s->journal, at);
	tree_edge_root(&s->journal->edge, root);
	text = log_head_text(s->base_url, s->journal->edge.n, root, at);
	crypto_sign_detached(signature, NULL, (unsigned char *)text,
	    strlen(text), key->secret);
	free(text);
	values[5] = bytea(root, sizeof(root));
	values[6] = g_strdup(at);
	values[7] = g_strdup(key->id);
	values[8] = bytea(signature, sizeof(signature));
}

void
log_values(struct signer *s, long n, int with_head, char *values[LOG_VALUES])
{
	const char *entry = g_ptr_array_index(s->journal->entries, n);
	json_t *v = jcs_read(entry, strlen(entry));

	memset(values, 0, LOG_VALUES * sizeof(*values));
	values[0] = g_strdup(json_string_value(json_object_get(v, "serial")));
	values[1] = g_strdup(json_string_value(json_object_get(v, "action")));
	values[2] = g_strdup_printf("%ld", n);
	values[3] = g_strdup(entry);
	values[4] = bytea(g_array_index(s->journal->leaves, tree_hash, n),
	    TREE_HASH);
	if (with_head)
		head_values(s, values);
	json_decref(v);
}

void
log_values_free(char *values[LOG_VALUES])
{
	int i;

	for (i = 0; i < LOG_VALUES; i++)
		g_free(values[i]);
}

/* Entries of the journal that the database lacks; the last with its head. */
static int
put_back(struct signer *s, long from)
{
	long n, all = (long)s->journal->entries->len;
	char *values[LOG_VALUES];
	struct db_rows *r;

	log_line(LOG_WARN, "the database lacks entries %ld to %ld of the log "
	    "(an older copy?): they are put back", from, all - 1);
	for (n = from; n < all; n++) {
		log_values(s, n, n == all - 1, values);
		r = db_do_v(s->db, SQL_APPEND, (const char *const *)values);
		log_values_free(values);
		if (r == NULL)
			return -1;
		db_rows_free(r);
	}
	return 0;
}

/* 1 when the database's last leaf is the one the journal has there. */
static int
same_leaf(const struct signer *s, long size, const char *leaf)
{
	char hex[2 * TREE_HASH + 1];

	if (size == 0)
		return 1;
	sodium_bin2hex(hex, sizeof(hex), g_array_index(s->journal->leaves,
	    tree_hash, size - 1), TREE_HASH);
	return strcmp(hex, leaf) == 0;
}

int
log_meet(struct signer *s)
{
	struct db_rows *r = db_do(s->db, SQL_LOG_STATE,
	    s->keys->of[KEY_DOCUMENT].id);
	long size, own = (long)s->journal->entries->len;
	int known, same, i, rc = 0;

	if (r == NULL)
		return -1;
	size = (long)db_int(r, 0, "size");
	known = db_bool(r, 0, "known");
	same = size <= own && same_leaf(s, size, db_get(r, 0, "leaf"));
	db_rows_free(r);
	if (!same && !s->disagrees)
		log_line(LOG_FAULT, "the log of the database (%ld entries) is "
		    "not the one that was signed here (%ld): nothing is "
		    "signed until somebody has looked", size, own);
	s->disagrees = !same;
	if (!same)
		return -1;
	if (!known && keys_register(s) != 0)
		return -1;
	if (size < own) {
		rc = put_back(s, size);
		for (i = 0; rc == 0 && i <= (int)((own - 1) / 131072); i++)
			rc = status_write(s, i);
	}
	return rc;
}

int
log_adopt(struct signer *s)
{
	struct db_rows *r;
	char from[24];
	int i, n;

	if (s->journal->entries->len != 0) {
		log_line(LOG_FAULT, "%s is not empty", s->journal->path);
		return -1;
	}
	do {
		snprintf(from, sizeof(from), "%u", s->journal->entries->len);
		r = db_do(s->db, SQL_LOG_PAGE, from);
		n = r == NULL ? -1 : db_count(r);
		for (i = 0; i < n; i++)
			if (journal_add(s->journal, db_get(r, i, "entry")) != 0)
				n = -1;
		db_rows_free(r);
	} while (n > 0);
	return n;
}
