#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "i18n.h"
#include "local.h"
#include "log.h"
#include "press.h"

/*
 * Prints documents: takes a serial, writes its content on paper as PDF, reads
 * the file back, stores it and has it signed.  Programs ask for one document
 * and wait; what was left behind is found every second.
 */

const struct stmt press_stmts[SQL__MAX] = {
	[SQL_TAKE]    = { "press_api.take", 1, 0 },
	[SQL_PRINTED] = { "press_api.printed", 3, 0 },
	[SQL_FAILED]  = { "press_api.failed", 2, 0 },
	[SQL_WAITING] = { "press_api.waiting", 0, 0 },
	[SQL_PREVIEW_TAKE] = { "press_api.preview_take", 1, 0 },
	[SQL_PREVIEW_MADE] = { "press_api.preview_made", 3, 0 },
};

static void
answer(void *arg, const char *line, char out[LOCAL_LINE + 1])
{
	if (strncmp(line, "make ", 5) == 0)
		press_make(arg, line + 5, out, LOCAL_LINE);
	else if (strncmp(line, "preview ", 8) == 0)
		press_preview(arg, line + 8, out, LOCAL_LINE);
	else
		snprintf(out, LOCAL_LINE, "unknown");
}

static void
idle(void *arg)
{
	struct press *p = arg;
	char line[LOCAL_LINE], out[LOCAL_LINE + 1];
	struct db_rows *r = db_do(p->db, SQL_WAITING);
	int i;

	for (i = 0; r != NULL && i < db_count(r); i++) {
		if (strcmp(db_get(r, i, "what"), "make") == 0) {
			press_make(p, db_get(r, i, "serial"), out,
			    LOCAL_LINE);
			if (strcmp(out, "busy") == 0)
				break;
			continue;
		}
		snprintf(line, sizeof(line), "status %s", db_get(r, i,
		    "serial"));
		if (local_ask(p->signer, line, out, 3000) != 0)
			break;
	}
	db_rows_free(r);
}

static void
set_up(struct press *p)
{
	p->conf = conf_load("press");
	p->base_url = conf_get(p->conf, "base_url", NULL);
	if (p->base_url == NULL)
		log_die("setting base_url is needed");
	local_path(p->conf, "signer", p->signer, sizeof(p->signer));
	conf_key(p->conf, "document.key", p->key);
	i18n_init(p->conf);
	if (paper_start() != 0)
		log_die("no fonts: fonts-noto-cjk is needed");
	p->arena = arena_new();
}

/* One of the crew.  The first looks for what was left behind. */
static int
serve(void *arg, size_t who)
{
	struct press *p = arg;
	struct local_server server = { .answer = answer, .arg = p,
	    .idle = who == 0 ? idle : NULL };
	int rc;

	p->db = db_connect(p->conf, press_stmts, SQL__MAX);
	rc = local_serve(STDIN_FILENO, &server) != 0;
	db_close(p->db);
	return rc;
}

int
main(int argc, char **argv)
{
	struct press p = { 0 };
	int check = argc == 2 && strcmp(argv[1], "-n") == 0, rc = 0;

	if (argc != 1 && !check) {
		fprintf(stderr, "usage: press [-n]\n");
		return 2;
	}
	log_init("press");
	if (sodium_init() == -1)
		log_die("libsodium cannot be started");
	set_up(&p);
	if (!check) {
		log_line(LOG_NOTE, "ready, %zu at a time", crew_size(p.conf));
		rc = crew_run(crew_size(p.conf), serve, &p) != 0;
	}
	arena_free(p.arena);
	paper_end();
	conf_free(p.conf);
	return rc;
}
