#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "log.h"
#include "signer.h"

/*
 * Heads of the audit: one is signed only as the next of the last that was
 * signed here, is in the file before anybody else sees it, and is left as
 * audit.head for those who verify on this machine.
 */

/* The seal that waits, and where the chain ends in the database. */
struct place {
	uint64_t	 last, n, rows, closed, lost_from;
	int		 waits;
	tree_hash	 hash, root;
};

static void
hash_of(const struct db_rows *r, const char *col, tree_hash out)
{
	const char *hex = db_get(r, 0, col);

	memset(out, 0, TREE_HASH);
	sodium_hex2bin(out, TREE_HASH, hex, strlen(hex), NULL, NULL, NULL);
}

static int
read_place(struct signer *s, struct place *p)
{
	struct db_rows *r = db_do(s->db, SQL_SEAL_NEXT);

	if (r == NULL || db_count(r) != 1) {
		db_rows_free(r);
		return -1;
	}
	p->last = (uint64_t)db_int(r, 0, "last");
	p->waits = !db_null(r, 0, "n");
	p->n = (uint64_t)db_int(r, 0, "n");
	p->rows = (uint64_t)db_int(r, 0, "rows");
	p->closed = (uint64_t)db_int(r, 0, "closed");
	p->lost_from = (uint64_t)db_int(r, 0, "lost_from");
	hash_of(r, "hash", p->hash);
	hash_of(r, "root", p->root);
	db_rows_free(r);
	return 0;
}

static int
store(struct signer *s, uint64_t n, const char *text, const char *key,
    const char *signature, int lost)
{
	char number[24], *hex = g_strdup_printf("\\x%s", signature);
	struct db_rows *r;

	snprintf(number, sizeof(number), "%llu", (unsigned long long)n);
	r = db_do(s->db, SQL_SEAL_SIGN, number, text, key, hex,
	    lost ? "t" : "f");
	g_free(hex);
	db_rows_free(r);
	return r == NULL ? -1 : 0;
}

/* The last head for everybody on this machine: whole or not at all. */
static void
leave_head(const struct signer *s, const char *text, const char *key,
    const char *signature)
{
	char path[512], part[520];
	FILE *f;
	int bad = 1;

	snprintf(path, sizeof(path), "%s/audit.head", s->spool);
	snprintf(part, sizeof(part), "%s.part", path);
	f = fopen(part, "we");
	if (f != NULL) {
		fprintf(f, "%skey %s\nsignature %s\n", text, key, signature);
		fchmod(fileno(f), 0644);
		bad = fflush(f) != 0;
		bad |= fclose(f) != 0 || rename(part, path) == -1;
	}
	if (bad)
		log_line(LOG_WARN, "%s: %s", path, strerror(errno));
}

static int
store_one(void *arg, const struct seal_head *h, const char *text,
    const char *key, const char *signature)
{
	struct signer *s = arg;

	if (store(s, h->n, text, key, signature, 0) != 0)
		return -1;
	leave_head(s, text, key, signature);
	return 0;
}

static int
store_lost(void *arg, const struct seal_head *h, const char *text,
    const char *key, const char *signature)
{
	return store(arg, h->n, text, key, signature, 1);
}

static int
is_hash(void *arg, const struct seal_head *h, const char *text,
    const char *key, const char *signature)
{
	tree_hash hash;

	(void)h;
	(void)key;
	(void)signature;
	seal_head_hash(text, hash);
	return memcmp(arg, hash, TREE_HASH) == 0 ? 1 : 2;
}

/* 1 when the head that is the last in the database was signed here. */
static int
was_signed(const struct signer *s, struct place *p)
{
	if (p->last == 0)
		return 1;
	return p->last <= s->chain->last.n && chain_read(s->chain, p->last,
	    is_hash, p->hash) == 1;
}

/* Somebody who may write here says that an older copy was restored. */
static int
restore_was_said(const struct signer *s)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/restored", s->spool);
	return access(path, F_OK) == 0;
}

static void
restore_is_over(const struct signer *s)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/restored", s->spool);
	if (unlink(path) == -1 && errno != ENOENT)
		log_line(LOG_WARN, "%s: %s", path, strerror(errno));
}

static const char *
refuse(struct signer *s, const struct place *p)
{
	if (!s->forked)
		log_line(LOG_FAULT, "the audit of the database ends with head "
		    "%llu, the last signed here is %llu, and it is not one "
		    "step behind it: nothing is sealed until somebody has "
		    "looked (sojourn audit verify)",
		    (unsigned long long)p->last,
		    (unsigned long long)s->chain->last.n);
	s->forked = 1;
	return "fork";
}

/*
 * The database is behind.  One head behind with its seal there: a process
 * ended in the middle.  Otherwise an older copy: the heads come back where the
 * administrator said so; their rows are lost, and the next head says which.
 */
static const char *
catch_up(struct signer *s, struct place *p)
{
	struct chain *c = s->chain;

	if (!was_signed(s, p))
		return refuse(s, p);
	if (p->last + 1 == c->last.n && p->waits && p->n == c->last.n &&
	    memcmp(p->root, c->last.root, TREE_HASH) == 0)
		return chain_read(c, c->last.n, store_one, s) == 0 ? "done" :
		    "fault";
	if (!restore_was_said(s))
		return refuse(s, p);
	log_line(LOG_WARN, "an older copy was restored: the audit lacks the "
	    "rows of heads %llu to %llu", (unsigned long long)p->last + 1,
	    (unsigned long long)c->last.n);
	return chain_read(c, p->last + 1, store_lost, s) == 0 ? "restored" :
	    "fault";
}

/* The chain never goes back in time, whatever the clock says. */
void
audit_time(const struct chain *c, struct seal_head *h)
{
	time_text(h->at);
	if (c->last.n > 0 && strcmp(h->at, c->last.at) < 0) {
		log_line(LOG_WARN, "the clock is behind the last head of the "
		    "audit (%s)", c->last.at);
		memcpy(h->at, c->last.at, sizeof(h->at));
	}
}

static const char *
extend(struct signer *s, const struct place *p)
{
	const struct key *key = &s->keys->of[KEY_AUDIT];
	struct chain *c = s->chain;
	struct seal_head h = { .n = p->n, .rows = c->last.rows + p->rows,
	    .closed = p->closed };
	char text[SEAL_TEXT], hex[129];
	unsigned char signature[64];

	memcpy(h.root, p->root, TREE_HASH);
	if (c->last.n > 0)
		seal_head_hash(c->text, h.before);
	/* Heads without rows are declared only where somebody answers for it. */
	if (p->lost_from != 0 && restore_was_said(s)) {
		h.lost_from = p->lost_from;
		h.lost_till = c->last.n;
	}
	audit_time(c, &h);
	if (seal_head_write(&h, s->base_url, text) != 0)
		return "fault";
	crypto_sign_detached(signature, NULL, (unsigned char *)text,
	    strlen(text), key->secret);
	if (chain_add(c, text, &h, key->id, signature) != 0)
		return "fault";
	sodium_bin2hex(hex, sizeof(hex), signature, 64);
	if (store_one(s, &h, text, key->id, hex) != 0)
		return "fault";
	restore_is_over(s);
	s->forked = 0;
	return "done";
}

const char *
sign_audit(struct signer *s)
{
	struct chain *c = s->chain;
	struct place p;
	tree_hash own;

	if (read_place(s, &p) != 0)
		return "fault";
	if (p.last < c->last.n)
		return catch_up(s, &p);
	if (c->last.n > 0)
		seal_head_hash(c->text, own);
	if (p.last != c->last.n || (p.last > 0 &&
	    memcmp(own, p.hash, TREE_HASH) != 0))
		return refuse(s, &p);
	if (!p.waits)
		return "nothing";
	if (p.n != c->last.n + 1)
		return refuse(s, &p);
	return extend(s, &p);
}

int
audit_adopt(struct signer *s)
{
	unsigned char signature[64];
	struct seal_head h;
	struct db_rows *r;
	char from[24];
	int i, n;

	if (s->chain->last.n != 0) {
		log_line(LOG_FAULT, "%s is not empty", s->chain->path);
		return -1;
	}
	do {
		snprintf(from, sizeof(from), "%llu",
		    (unsigned long long)s->chain->last.n);
		r = db_do(s->db, SQL_SEAL_HEADS, from);
		n = r == NULL ? -1 : db_count(r);
		for (i = 0; i < n; i++) {
			sodium_hex2bin(signature, 64, db_get(r, i,
			    "signature"), 128, NULL, NULL, NULL);
			if (seal_head_read(db_get(r, i, "head"), &h) != 0 ||
			    chain_add(s->chain, db_get(r, i, "head"), &h,
			    db_get(r, i, "key_id"), signature) != 0)
				n = -1;
		}
		db_rows_free(r);
	} while (n > 0);
	return n;
}
