#include <string.h>

#include "sojourn.h"

static int	erase_run(struct cli *, int, char **);

const struct command cmd_erase = {
	.name = "erase",
	.summary = N_("erase the personal data of one human"),
	.usage = "erase ID --letter NUMBER [--dry-run]",
	.help = N_("ID is a temporary ID, the login of a student, or "
	    "application:N. NUMBER is that of the paper on which it rests. "
	    "Addresses, telephones, password, devices, what was uploaded and "
	    "typed always go. With a record of study name, numbers, "
	    "registrations, grades and documents stay, as the law asks; "
	    "without one the human becomes a number. --dry-run says which. "
	    "Refused while something is not over. It cannot be undone; after "
	    "an older copy was restored, do it again."),
	.run = erase_run,
};

/* What is not over, in words. */
static const char *
waiting(const char *what)
{
	static const struct { const char *code, *text; } words[] = {
		{ "application", N_("an application is being decided") },
		{ "term", N_("the term is not over") },
		{ "letter", N_("a letter of recommendation is being made") },
		{ "certificate", N_("a certificate is being made or corrected") },
		{ "grade", N_("a correction of a grade is open") },
		{ "identity", N_("it is being decided who this is") },
	};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].code, what) == 0)
			return words[i].text;
	return what;
}

static int
erase_say(struct cli *cli, const struct db_rows *r, const char *id, int dry)
{
	const char *outcome = db_get(r, 0, "outcome");

	if (strcmp(outcome, "unknown") == 0)
		return cli_refuse(cli, N_("nobody has %s"), id);
	if (strcmp(outcome, "pending") == 0)
		return cli_refuse(cli, N_("%s: not yet, %s"), id,
		    T(cli, waiting(db_get(r, 0, "what"))));
	if (strcmp(outcome, "already") == 0) {
		cli_say(cli, N_("%s: erased already"), id);
		return END_DONE;
	}
	cli_say(cli, dry ?
	    N_("%s: would be erased; applications: %lld, mails: %lld") :
	    N_("%s: erased; applications: %lld, mails: %lld"), id,
	    db_int(r, 0, "applications"), db_int(r, 0, "mails"));
	cli_say(cli, db_bool(r, 0, "record") ?
	    N_("there is a record of study: name, numbers, registrations, "
	    "grades and documents stay") :
	    N_("there is no record of study: names and numbers go, too"));
	return END_DONE;
}

static int
erase_run(struct cli *cli, int argc, char **argv)
{
	const char *id = NULL, *letter = NULL, *value;
	struct db_rows *r;
	int dry = 0, end, i;

	for (i = 0; i < argc; i++) {
		if ((value = cli_option(argc, argv, &i, "--letter")) != NULL)
			letter = value;
		else if (strcmp(argv[i], "--dry-run") == 0)
			dry = 1;
		else if (argv[i][0] != '-' && id == NULL)
			id = argv[i];
		else
			return cli_usage(cli, &cmd_erase,
			    N_("unexpected: %s"), argv[i]);
	}
	if (id == NULL || letter == NULL || *letter == '\0' ||
	    strlen(letter) > 80)
		return cli_usage(cli, &cmd_erase,
		    N_("whose data, and on which paper it rests"));
	r = db_do(cli_db(cli), SQL_ERASE, id, letter, dry ? "t" : "f");
	if (db_count(r) == 0) {
		db_rows_free(r);
		return cli_no_answer(cli);
	}
	end = erase_say(cli, r, id, dry);
	db_rows_free(r);
	return end;
}
