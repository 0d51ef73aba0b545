#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "audit.h"

static int	audit_run(struct cli *, int, char **);

const struct command cmd_audit = {
	.name = "audit",
	.summary = N_("check that the audit is as it was sealed"),
	.usage = "audit verify [--head FILE] [--keys FILE]",
	.help = N_("Computes all hashes of the audit again and compares them "
	    "with the chain of signed heads: says which row was changed, "
	    "removed or inserted, and between which heads. The chain is "
	    "compared with the last head that signer keeps outside the "
	    "database, and with FILE, a head that somebody else kept: so a "
	    "cut end, or a whole chain made anew, shows too. --keys takes the "
	    "public keys, as signer writes them to keys.json. Works while "
	    "everything runs, and in a restored copy. Ends with 1 when "
	    "anything was found."),
	.run = audit_run,
};

/* A finding that is about a head and not about a row. */
#define WRONG(a, ...)	((a)->found++, cli_say((a)->cli, __VA_ARGS__))

static void
check_kept(struct audit *a, uint64_t n, const char *text)
{
	size_t i;

	for (i = 0; i < a->nkept; i++) {
		if (a->kept[i].head.n != n)
			continue;
		a->kept[i].seen = 1;
		if (strcmp(a->kept[i].text, text) != 0)
			WRONG(a, N_("changed: head %llu is not the one in %s"),
			    (unsigned long long)n, a->kept[i].path);
	}
}

/* The head itself: signed, and the next of the one before. */
static void
check_head(struct audit *a, const struct db_rows *r, int row, uint64_t n)
{
	const char *text = db_get(r, row, "head");
	struct seal_head h;
	tree_hash before = { 0 };
	struct span lost;

	if (n != a->last + 1)
		WRONG(a, N_("removed: heads %llu to %llu"),
		    (unsigned long long)a->last + 1,
		    (unsigned long long)n - 1);
	if (a->last > 0)
		seal_head_hash(a->text, before);
	if (seal_head_read(text, &h) != 0 || !audit_signed(a, text,
	    db_get(r, row, "key_id"), db_get(r, row, "signature")))
		WRONG(a, N_("changed: head %llu, its signature does not fit"),
		    (unsigned long long)n);
	else if (h.n != n || memcmp(h.before, before, TREE_HASH) != 0)
		WRONG(a, N_("changed: head %llu does not follow head %llu"),
		    (unsigned long long)n, (unsigned long long)a->last);
	else if (!db_null(r, row, "closed") &&
	    h.closed != (uint64_t)db_int(r, row, "closed"))
		WRONG(a, N_("changed: the bound that head %llu was signed "
		    "for"), (unsigned long long)n);
	if (h.lost_from != 0) {
		lost = (struct span){ h.lost_from, h.lost_till };
		g_array_append_val(a->lost, lost);
	}
	check_kept(a, n, text);
	snprintf(a->text, sizeof(a->text), "%s", text);
	a->last = n;
}

/* All heads in their order; -1 without an answer. */
static int
check_chain(struct audit *a)
{
	struct db_rows *r;
	char from[24];
	int i, n = 1;
	uint64_t head;

	while (n > 0) {
		snprintf(from, sizeof(from), "%llu",
		    (unsigned long long)a->last);
		r = db_do(cli_db(a->cli), SQL_AUDIT_HEADS, from);
		n = r == NULL ? -1 : db_count(r);
		for (i = 0; i < n; i++) {
			head = (uint64_t)db_int(r, i, "n");
			check_head(a, r, i, head);
			if (db_null(r, i, "rows"))
				g_array_append_val(a->gone, head);
			else if (audit_rows(a, r, i, head) != 0)
				n = -1;
		}
		db_rows_free(r);
	}
	return n;
}

/* What heads without their rows mean: a copy was restored, or a theft. */
static void
check_gone(struct audit *a)
{
	uint64_t n;
	guint i, k;
	int declared;

	for (i = 0; i < a->gone->len; i++) {
		n = g_array_index(a->gone, uint64_t, i);
		declared = 0;
		for (k = 0; k < a->lost->len; k++)
			declared |= n >= g_array_index(a->lost, struct span,
			    k).from && n <= g_array_index(a->lost,
			    struct span, k).till;
		if (declared)
			cli_say(a->cli, N_("note: the rows of head %llu were "
			    "lost when an older copy was restored, a later "
			    "head says so"), (unsigned long long)n);
		else
			WRONG(a, N_("removed: the rows of head %llu"),
			    (unsigned long long)n);
	}
}

/* Rows that nobody sealed where no row can come; -1 without an answer. */
static int
check_strays(struct audit *a)
{
	static const char *const inserted = N_("inserted");
	struct db_rows *r = db_do(cli_db(a->cli), SQL_AUDIT_STRAYS);
	int i;

	for (i = 0; i < db_count(r); i++)
		audit_wrong(a, inserted, db_int(r, i, "id"),
		    (uint64_t)db_int(r, i, "head"));
	audit_say(a);
	db_rows_free(r);
	return r == NULL ? -1 : 0;
}

static void
check_end(struct audit *a)
{
	size_t i;

	for (i = 0; i < a->nkept; i++)
		if (a->kept[i].head.n > a->last)
			WRONG(a, N_("truncated: the audit ends with head "
			    "%llu; %s is head %llu; its rows: %llu"),
			    (unsigned long long)a->last, a->kept[i].path,
			    (unsigned long long)a->kept[i].head.n,
			    (unsigned long long)a->kept[i].head.rows);
		else if (!a->kept[i].seen)
			WRONG(a, N_("removed: head %llu, which is in %s"),
			    (unsigned long long)a->kept[i].head.n,
			    a->kept[i].path);
	if (a->nkept == 0)
		cli_say(a->cli, N_("note: without a head that was kept outside "
		    "the database, a cut end does not show; --head takes "
		    "one"));
}

static int
conclude(struct audit *a)
{
	struct db_rows *r = db_do(cli_db(a->cli), SQL_AUDIT_SEALING);
	long long unsealed = db_count(r) == 1 ? db_int(r, 0, "unsealed") : 0;
	int late = db_count(r) == 1 && db_bool(r, 0, "late");

	if (r == NULL)
		return cli_no_answer(a->cli);
	db_rows_free(r);
	if (late)
		cli_say(a->cli, N_("note: sealing is late; do clerk and signer "
		    "run?"));
	if (a->found > 0) {
		fflush(stdout);
		return cli_refuse(a->cli, N_("the audit is not as it was "
		    "sealed: %lld found"), a->found);
	}
	cli_say(a->cli, N_("everything is as it was sealed; heads: %llu, "
	    "rows under them: %llu, newer rows not sealed yet: %lld"),
	    (unsigned long long)a->last, (unsigned long long)a->rows,
	    unsealed);
	return END_DONE;
}

static int
verify(struct audit *a, const char *keys, const char *head)
{
	const char *slash, *file;
	char own[512];
	int end = END_DONE;

	cli_conf(a->cli);
	file = conf_get(a->cli->conf, "keys",
	    "/var/lib/sojourn/signer/keys.json");
	if (keys == NULL)
		keys = file;
	a->keys = json_load_file(keys, 0, NULL);
	if (a->keys == NULL)
		return cli_refuse(a->cli,
		    N_("no public keys can be read from %s"), keys);
	/* Beside the keys signer leaves the last head that it has signed. */
	slash = strrchr(file, '/');
	snprintf(own, sizeof(own), "%.*saudit.head", slash == NULL ? 0 :
	    (int)(slash + 1 - file), file);
	if (access(own, R_OK) == 0)
		end = audit_keep(a, own);
	if (end == END_DONE && head != NULL)
		end = audit_keep(a, head);
	if (end != END_DONE)
		return end;
	if (check_chain(a) != 0 || check_strays(a) != 0)
		return cli_no_answer(a->cli);
	check_gone(a);
	check_end(a);
	return conclude(a);
}

static int
audit_run(struct cli *cli, int argc, char **argv)
{
	const char *head = NULL, *keys = NULL, *value;
	struct audit a = { .cli = cli };
	int i, end;

	if (argc < 1 || strcmp(argv[0], "verify") != 0)
		return cli_usage(cli, &cmd_audit, NULL);
	for (i = 1; i < argc; i++) {
		if ((value = cli_option(argc, argv, &i, "--head")) != NULL)
			head = value;
		else if ((value = cli_option(argc, argv, &i, "--keys")) !=
		    NULL)
			keys = value;
		else
			return cli_usage(cli, &cmd_audit,
			    N_("unexpected: %s"), argv[i]);
	}
	a.gone = g_array_new(FALSE, FALSE, sizeof(uint64_t));
	a.lost = g_array_new(FALSE, FALSE, sizeof(struct span));
	end = sodium_init() == -1 ? END_REFUSED : verify(&a, keys, head);
	json_decref(a.keys);
	g_array_free(a.gone, TRUE);
	g_array_free(a.lost, TRUE);
	return end;
}
