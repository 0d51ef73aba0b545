#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "log.h"
#include "mailer.h"

#define BATCH	50

static void
hash_hex(char out[65], const void *data, size_t len)
{
	unsigned char h[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(h, data, len);
	sodium_bin2hex(out, 65, h, sizeof(h));
}

/* 32 random bytes, url-safe; stored as the hash of the text in the link. */
static void
make_token(struct mail *m)
{
	unsigned char raw[32];

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(m->secret, sizeof(m->secret), raw, sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	hash_hex(m->hash, m->secret, strlen(m->secret));
}

/* Six digits, hashed together with the attempt they belong to (S5). */
static void
make_code(struct mail *m)
{
	unsigned char bound[38];
	size_t n = 0;

	snprintf(m->secret, sizeof(m->secret), "%06u",
	    randombytes_uniform(1000000));
	sodium_hex2bin(bound, 32, m->attempt, strlen(m->attempt), NULL, &n,
	    NULL);
	memcpy(bound + n, m->secret, 6);
	hash_hex(m->hash, bound, n + 6);
}

static struct mail *
read_batch(struct sender *s, const struct db_rows *r)
{
	struct mail *mails, *m;
	int i;

	mails = arena_alloc(s->arena, (size_t)db_count(r) * sizeof(*mails));
	for (i = 0; i < db_count(r); i++) {
		m = &mails[i];
		m->id = db_get(r, i, "id");
		m->kind_name = db_get(r, i, "kind");
		m->kind = kind_find(m->kind_name);
		m->lang = db_get(r, i, "lang");
		m->to = db_get(r, i, "to_address");
		m->message_id = db_get(r, i, "message_id");
		m->attempt = db_get(r, i, "attempt");
		m->tries = (int)db_int(r, i, "tries");
		m->values = json_loads(db_get(r, i, "vals"), 0, NULL);
		if (m->values == NULL)
			m->values = json_object();
		json_object_set_new(m->values, "base",
		    json_string(s->base_url));
	}
	return mails;
}

/* Takes over what keep() says: whether the secret opens something. */
static void
read_kept(struct mail *mails, int n, const struct db_rows *r)
{
	const char *id;
	int i, k;

	for (k = 0; k < db_count(r); k++) {
		id = db_get(r, k, "id");
		for (i = 0; i < n; i++) {
			if (strcmp(mails[i].id, id) != 0)
				continue;
			if (!db_bool(r, k, "ok"))
				sodium_memzero(mails[i].secret,
				    sizeof(mails[i].secret));
			else
				json_object_set_new(mails[i].values, "until",
				    json_string(db_get(r, k, "until")));
		}
	}
}

/* Makes and stores the secrets of a batch in one call.  -1: not stored. */
static int
make_secrets(struct sender *s, struct mail *mails, int n)
{
	const char *ids[BATCH], *kinds[BATCH], *hashes[BATCH];
	struct db_rows *r;
	size_t k = 0;
	int i;

	for (i = 0; i < n; i++) {
		if (mails[i].kind == NULL || mails[i].kind->secret == NULL)
			continue;
		if (strcmp(mails[i].kind->secret, "code") == 0)
			make_code(&mails[i]);
		else
			make_token(&mails[i]);
		ids[k] = mails[i].id;
		kinds[k] = mails[i].kind->secret;
		hashes[k++] = mails[i].hash;
	}
	if (k == 0)
		return 0;
	r = db_do(s->db, SQL_KEEP, db_array(s->arena, ids, k),
	    db_array(s->arena, kinds, k), db_array(s->arena, hashes, k));
	if (r == NULL)
		return -1;
	read_kept(mails, n, r);
	db_rows_free(r);
	return 0;
}

/* Writes down that it is sent.  0 when the rest of the batch is still ours. */
static int
record_sent(struct sender *s, const struct mail *m)
{
	struct db_rows *r;
	int mine;

	r = db_do(s->db, SQL_SENT, m->id);
	mine = r != NULL && db_count(r) == 1 && db_bool(r, 0, "mine");
	db_rows_free(r);
	return mine ? 0 : -1;
}

static int
record_failed(struct sender *s, const struct mail *m, const char *why,
    int permanent)
{
	struct db_rows *r;
	char wait[16];
	int tries, rc;

	/* 30 s, 2 min, 8 min … 4 h. */
	tries = m->tries < 1 ? 1 : m->tries > 6 ? 6 : m->tries;
	snprintf(wait, sizeof(wait), "%d",
	    tries == 6 ? 14400 : 30 << (2 * (tries - 1)));
	log_line(LOG_WARN, "mail %s (%s) %s", m->id, m->kind_name,
	    permanent ? "refused for good" : "refused, tried again later");
	r = db_do(s->db, SQL_FAILED, m->id, why, permanent ? "t" : "f", wait);
	rc = r != NULL && db_count(r) == 1 ? 0 : -1;
	db_rows_free(r);
	return rc;
}

static int
record_dropped(struct sender *s, const struct mail *m, const char *why)
{
	struct db_rows *r;

	r = db_do(s->db, SQL_DROPPED, m->id, why);
	db_rows_free(r);
	return r == NULL ? -1 : 0;
}

/* Gives the mails from `first` on back to the queue. */
static void
release(struct sender *s, const struct mail *mails, int first, int n, int wait)
{
	const char *ids[BATCH];
	char seconds[16];
	int i;

	if (first >= n)
		return;
	for (i = first; i < n; i++)
		ids[i - first] = mails[i].id;
	snprintf(seconds, sizeof(seconds), "%d", wait);
	db_rows_free(db_do(s->db, SQL_RELEASE,
	    db_array(s->arena, ids, (size_t)(n - first)), seconds));
}

/* Nothing goes out at all: the server is away.  The thread waits, not the mail. */
static int
server_down(struct sender *s, const struct mail *mails, int first, int n,
    const char *why)
{
	if (s->downs == 0)
		log_line(LOG_WARN, "mail server: %s", why);
	s->downs++;
	release(s, mails, first, n, 1);
	return -1;
}

/* One mail out.  -1 ends the batch: the rest is given back or not ours. */
static int
send_one(struct sender *s, struct mail *mails, int i, int n)
{
	struct mail *m = &mails[i];
	struct text text;
	enum delivery how;
	char why[300] = "", *data;
	size_t len;

	if (m->kind == NULL)
		return record_failed(s, m, "no text for this kind of mail", 1);
	if (m->kind->must_open && m->secret[0] == '\0')
		return record_dropped(s, m, "its link or code opens nothing");
	text_render(s->arena, m, &text);
	data = compose(m, &text, s->from, outlet_eight_bit(s->outlet), &len);
	if (data == NULL)
		return record_failed(s, m, "not an address", 1);
	how = outlet_send(s->outlet, m, data, len, why, sizeof(why));
	sodium_memzero(data, len);
	g_free(data);
	if (how == DELIVERY_DOWN)
		return server_down(s, mails, i, n, why);
	if (s->downs > 0)
		log_line(LOG_NOTE, "mail server answers again");
	s->downs = 0;
	if (how == DELIVERY_DONE)
		return record_sent(s, m);
	return record_failed(s, m, why, how == DELIVERY_NEVER);
}

int
batch_run(struct sender *s)
{
	struct db_rows *r;
	struct mail *mails;
	int i, n;

	r = db_do(s->db, SQL_CLAIM, G_STRINGIFY(BATCH), s->host);
	if (r == NULL)
		return -1;
	n = db_count(r);
	mails = read_batch(s, r);
	if (make_secrets(s, mails, n) == 0) {
		for (i = 0; i < n && !*s->stop; i++)
			if (send_one(s, mails, i, n) == -1)
				break;
		if (*s->stop)
			release(s, mails, i, n, 0);
	}
	for (i = 0; i < n; i++) {
		json_decref(mails[i].values);
		sodium_memzero(mails[i].secret, sizeof(mails[i].secret));
	}
	db_rows_free(r);
	arena_reset(s->arena);
	return n;
}
