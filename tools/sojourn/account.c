#include <string.h>

#include "sojourn.h"

static int	account_run(struct cli *, int, char **);

const struct command cmd_account = {
	.name = "account",
	.summary = N_("people who log in: list, add, disable, reset, roles"),
	.usage = "account list [--kind staff|partner|student] "
	    "[--university CODE]\n"
	    "        [TEXT]\n"
	    "account add LOGIN --name NAME --email ADDRESS\n"
	    "        --role ROLE[,ROLE...] [--university CODE] "
	    "[--lang ko|en|ja]\n"
	    "        [--phone NUMBER] [--password-stdin]\n"
	    "account disable LOGIN\n"
	    "account enable LOGIN\n"
	    "account reset LOGIN\n"
	    "account role LOGIN add|remove ROLE\n"
	    "account email LOGIN ADDRESS\n"
	    "account password LOGIN\n"
	    "account totp LOGIN off",
	.help = N_("add opens an account for staff, or with --university for "
	    "a partner's colleague, and mails a link to set a password. Roles "
	    "of staff: admin, academic, affairs, instructor, auditor; of "
	    "partners: coordinator, recommender. Students' accounts come with "
	    "their IDs. reset mails a link to set a new password; the old one "
	    "stays until then. disable ends all sessions at once. password "
	    "and --password-stdin read the password from standard input. "
	    "totp off takes the authenticator app from who has lost telephone "
	    "and recovery codes: codes come by mail again."),
	.run = account_run,
};

/* Says what became of an act; the exit status. */
static int
account_answer(struct cli *cli, struct db_rows *r, const char *login)
{
	const char *outcome, *field;
	int end;

	if (db_count(r) == 0) {
		db_rows_free(r);
		return cli_no_answer(cli);
	}
	outcome = db_get(r, 0, "outcome");
	field = db_get(r, 0, "field");
	end = END_REFUSED;
	if (strcmp(outcome, "done") == 0) {
		cli_say(cli, N_("%s: done"), login);
		end = END_DONE;
	} else if (strcmp(outcome, "already") == 0) {
		cli_say(cli, N_("%s: it was so already"), login);
		end = END_DONE;
	} else if (strcmp(outcome, "unknown") == 0)
		cli_refuse(cli, N_("there is no account %s"), login);
	else if (strcmp(outcome, "duplicate") == 0)
		cli_refuse(cli, N_("there is an account %s already"), login);
	else if (strcmp(outcome, "locked") == 0)
		cli_refuse(cli, N_("%s is the last administrator; give "
		    "somebody else the role first"), login);
	else if (strcmp(outcome, "closed") == 0)
		cli_refuse(cli, N_("%s is disabled"), login);
	else
		cli_refuse(cli, N_("not possible for %s: the value of %s"),
		    login, field);
	db_rows_free(r);
	return end;
}

static int
account_act(struct cli *cli, const char *login, const char *act,
    const char *value)
{
	return account_answer(cli, db_do(cli_db(cli), SQL_ACCOUNT_ACT, login,
	    act, value), login);
}

/* What the options of `account add` and `account list` gave. */
struct wanted {
	const char	*name, *email, *role, *university, *lang, *phone;
	const char	*kind, *text;
	int		 password;
};

/* Reads options after argv[from]; 0, or -1 for one that nobody knows. */
static int
read_options(int argc, char **argv, int from, struct wanted *w)
{
	const struct {
		const char	 *name;
		const char	**value;
	} table[] = {
		{ "--name", &w->name }, { "--email", &w->email },
		{ "--role", &w->role }, { "--university", &w->university },
		{ "--lang", &w->lang }, { "--phone", &w->phone },
		{ "--kind", &w->kind },
	};
	const char *value;
	size_t k;
	int i;

	for (i = from; i < argc; i++) {
		if (strcmp(argv[i], "--password-stdin") == 0) {
			w->password = 1;
			continue;
		}
		if (argv[i][0] != '-' && *w->text == '\0') {
			w->text = argv[i];
			continue;
		}
		for (k = 0; k < sizeof(table) / sizeof(table[0]); k++)
			if ((value = cli_option(argc, argv, &i,
			    table[k].name)) != NULL)
				break;
		if (k == sizeof(table) / sizeof(table[0]) || *value == '\0')
			return -1;
		*table[k].value = value;
	}
	return 0;
}

static int
account_add(struct cli *cli, int argc, char **argv)
{
	struct wanted w = { "", "", "", "", "ko", "", "", "", 0 };
	char hash[PASSWORD_HASH_SIZE] = "";
	int end;

	if (argc < 2 || argv[1][0] == '-' ||
	    read_options(argc, argv, 2, &w) == -1 || *w.text != '\0' ||
	    *w.kind != '\0')
		return cli_usage(cli, &cmd_account, NULL);
	if (*w.name == '\0' || *w.email == '\0' || *w.role == '\0')
		return cli_usage(cli, &cmd_account,
		    N_("--name, --email and --role are needed"));
	if (w.password && (end = password_read(cli, hash)) != END_DONE)
		return end;
	return account_answer(cli, db_do(cli_db(cli), SQL_ACCOUNT_ADD, argv[1],
	    w.name, w.email, w.lang, w.phone, w.university, w.role, hash),
	    argv[1]);
}

static int
account_list(struct cli *cli, int argc, char **argv)
{
	static const char *const columns[] = { "login", "kind", "university",
	    "roles", "state", "name", "email" };
	const char *head[] = { T(cli, "Login"), T(cli, "Kind"),
	    T(cli, "University"), T(cli, "Roles"), T(cli, "State"),
	    T(cli, "Name"), T(cli, "E-mail") };
	struct wanted w = { "", "", "", "", "", "", "", "", 0 };
	struct db_rows *r;

	if (read_options(argc, argv, 1, &w) == -1 || w.password ||
	    *w.name != '\0' || *w.email != '\0' || *w.role != '\0')
		return cli_usage(cli, &cmd_account, NULL);
	r = db_do(cli_db(cli), SQL_ACCOUNT_LIST, w.kind, w.university, w.text);
	if (r == NULL)
		return cli_no_answer(cli);
	table_rows(head, columns, 7, r);
	db_rows_free(r);
	return END_DONE;
}

static int
account_role(struct cli *cli, char **argv)
{
	if (strcmp(argv[2], "add") == 0)
		return account_act(cli, argv[1], "role-add", argv[3]);
	if (strcmp(argv[2], "remove") == 0)
		return account_act(cli, argv[1], "role-remove", argv[3]);
	return cli_usage(cli, &cmd_account, NULL);
}

static int
account_password(struct cli *cli, const char *login)
{
	char hash[PASSWORD_HASH_SIZE];
	int end;

	end = password_read(cli, hash);
	return end != END_DONE ? end :
	    account_act(cli, login, "password", hash);
}

static int
account_run(struct cli *cli, int argc, char **argv)
{
	const char *verb = argc > 0 ? argv[0] : "";

	if (strcmp(verb, "list") == 0)
		return account_list(cli, argc, argv);
	if (strcmp(verb, "add") == 0)
		return account_add(cli, argc, argv);
	if (argc == 2 && (strcmp(verb, "disable") == 0 ||
	    strcmp(verb, "enable") == 0 || strcmp(verb, "reset") == 0))
		return account_act(cli, argv[1], verb, "");
	if (argc == 2 && strcmp(verb, "password") == 0)
		return account_password(cli, argv[1]);
	if (argc == 3 && strcmp(verb, "email") == 0)
		return account_act(cli, argv[1], "email", argv[2]);
	if (argc == 3 && strcmp(verb, "totp") == 0 &&
	    strcmp(argv[2], "off") == 0)
		return account_act(cli, argv[1], "totp-end", "");
	if (argc == 4 && strcmp(verb, "role") == 0)
		return account_role(cli, argv);
	return cli_usage(cli, &cmd_account, NULL);
}
