#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <sodium.h>

#include "local.h"
#include "log.h"
#include "signer.h"

/*
 * Holds the signing key, and nothing else does (S20): takes the serial of a
 * document, never its bytes; reads it under its own role; signs it once, as
 * the next entry of the log; and answers when all of that is stored.
 */

const struct stmt signer_stmts[SQL__MAX] = {
	[SQL_LOG_STATE]   = { "signer_api.log_state", 1, 0 },
	[SQL_LOG_PAGE]    = { "signer_api.log_page", 1, 0 },
	[SQL_KEY]         = { "signer_api.key", 2, 0 },
	[SQL_KEYS]        = { "signer_api.keys", 0, 0 },
	[SQL_DOCUMENT]    = { "signer_api.document", 1, 0 },
	[SQL_APPEND]      = { "signer_api.append", 9, 0 },
	[SQL_SIGN]        = { "signer_api.sign", 9, 0 },
	[SQL_STATUS]      = { "signer_api.status", 1, 0 },
	[SQL_STATUS_LIST] = { "signer_api.status_list", 2, 0 },
	[SQL_SEAL_NEXT]   = { "signer_api.seal_next", 0, 0 },
	[SQL_SEAL_SIGN]   = { "signer_api.seal_sign", 5, 0 },
	[SQL_SEAL_HEADS]  = { "signer_api.seal_heads", 1, 0 },
};

#define PEERS_MAX	8

/* A serial is the word behind the command; anything else is nobody's. */
static void
answer(void *arg, const char *line, char out[LOCAL_LINE + 1])
{
	struct signer *s = arg;

	if (strncmp(line, "sign ", 5) == 0)
		sign_document(s, line + 5, out, LOCAL_LINE);
	else if (strncmp(line, "status ", 7) == 0)
		snprintf(out, LOCAL_LINE, "%s", sign_status(s, line + 7));
	else if (strcmp(line, "audit") == 0)
		snprintf(out, LOCAL_LINE, "%s", sign_audit(s));
	else
		snprintf(out, LOCAL_LINE, "unknown");
}

/* Finds a database again that was away, before somebody asks. */
static void
idle(void *arg)
{
	db_ready(((struct signer *)arg)->db);
}

/* Users by name or number, from the setting signer_peers. */
static size_t
read_peers(const struct conf *conf, uid_t peers[PEERS_MAX])
{
	const char *text = conf_get(conf, "signer_peers", NULL);
	char *copy, *word, *rest, *end;
	struct passwd *pw;
	size_t n = 0;

	if (text == NULL)
		log_die("setting signer_peers is needed: who may ask");
	rest = copy = strdup(text);
	while (copy != NULL && n < PEERS_MAX &&
	    (word = strtok_r(rest, " ,", &rest)) != NULL) {
		peers[n] = (uid_t)strtoul(word, &end, 10);
		if (*end != '\0') {
			pw = getpwnam(word);
			if (pw == NULL)
				log_die("setting signer_peers: no user %s",
				    word);
			peers[n] = pw->pw_uid;
		}
		n++;
	}
	free(copy);
	return n;
}

static void
set_up(struct signer *s)
{
	struct rlimit none = { 0, 0 };
	char path[512];

	setrlimit(RLIMIT_CORE, &none);	/* no key in a core file */
	s->conf = conf_load("signer");
	s->base_url = conf_get(s->conf, "base_url", NULL);
	if (s->base_url == NULL)
		log_die("setting base_url is needed");
	s->last_list = -1;
	s->keys = keys_load(s->conf);
	s->spool = conf_get(s->conf, "spool", "/var/lib/sojourn/signer");
	snprintf(path, sizeof(path), "%s/log", s->spool);
	s->journal = journal_open(path);
	snprintf(path, sizeof(path), "%s/audit", s->spool);
	s->chain = chain_open(path);
	s->db = db_connect(s->conf, signer_stmts, SQL__MAX);
}

static void
tear_down(struct signer *s)
{
	db_close(s->db);
	journal_free(s->journal);
	chain_free(s->chain);
	keys_free(s->keys);
	conf_free(s->conf);
}

static int
serve(struct signer *s)
{
	uid_t peers[PEERS_MAX];
	struct local_server server = { .answer = answer, .idle = idle,
	    .arg = s, .peers = peers };

	server.npeers = read_peers(s->conf, peers);
	/* Without a database one starts all the same, and asks it later.  A log
	 * that is not the one signed here is said at every question. */
	if (db_ready(s->db) == 0) {
		if (keys_register(s) != 0)
			return 1;
		log_meet(s);
	}
	log_line(LOG_NOTE, "ready, key %s, %u entries, %llu heads of the audit",
	    s->keys->of[KEY_DOCUMENT].id, s->journal->entries->len,
	    (unsigned long long)s->chain->last.n);
	return local_serve(STDIN_FILENO, &server) != 0;
}

int
main(int argc, char **argv)
{
	struct signer s = { 0 };
	int c, check = 0, adopt = 0, rc = 0;

	while ((c = getopt(argc, argv, "an")) != -1) {
		if (c == 'n')
			check = 1;
		else if (c == 'a')
			adopt = 1;
		else {
			fprintf(stderr, "usage: signer [-an]\n");
			return 2;
		}
	}
	log_init("signer");
	if (sodium_init() == -1)
		log_die("libsodium cannot be started");
	set_up(&s);
	if (adopt)
		rc = log_adopt(&s) != 0 || audit_adopt(&s) != 0;
	else if (!check)
		rc = serve(&s);
	tear_down(&s);
	return rc;
}
