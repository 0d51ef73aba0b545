#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "tool.h"
#include "trust/jcs.h"
#include "trust/multibase.h"
#include "trust/proof.h"
#include "trust/status.h"

#define FILE_MAX	(4u << 20)

static int	verify_run(struct cli *, int, char **);

const struct command cmd_verify = {
	.name = "verify",
	.summary = N_("check an issued document, offline"),
	.usage = "verify [--keys FILE] [--status FILE] "
	    "FILE.pdf|FILE.xlsx|FILE.json",
	.help = N_("Checks the signature of FILE.json and that FILE.pdf, or "
	    "FILE.xlsx of a list, beside it under the same name, is the file "
	    "it was signed for. The file alone proves nothing: its .json is "
	    "needed. --keys takes the "
	    "public keys as /verify/keys gives them; without it the keys of "
	    "this installation are used. --status takes a status list as "
	    "/verify/status/0 gives it, and tells whether the document still "
	    "held when the list was signed. Ends with 0 when everything fits, "
	    "with 1 when something is wrong."),
	.run = verify_run,
};

/* What is checked: the two files and what is checked against. */
struct check {
	const char	*keys_path, *status_path;
	char		 json_path[1024], file_path[1024];
	int		 by_json;	/* the credential was named */
	json_t		*keys, *credential;
};

/* Canonically read JSON of a file; NULL when it is none. */
static json_t *
read_json(const char *path)
{
	FILE *f = fopen(path, "re");
	json_t *v = NULL;
	char *text;
	size_t n;

	if (f == NULL)
		return NULL;
	text = malloc(FILE_MAX);
	if (text != NULL) {
		n = fread(text, 1, FILE_MAX, f);
		v = n == FILE_MAX ? NULL : jcs_read(text, n);
	}
	free(text);
	fclose(f);
	return v;
}

/* Takes the path apart; -1 when the name has none of the three ends. */
static int
name_files(struct check *c, const char *path)
{
	static const char *const ends[] = { ".pdf", ".xlsx", ".json" };
	size_t n = strlen(path), len, i;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		len = strlen(ends[i]);
		if (n <= len || strcmp(path + n - len, ends[i]) != 0)
			continue;
		if (n + 2 > sizeof(c->file_path))
			return -1;
		snprintf(c->file_path, sizeof(c->file_path), "%s", path);
		snprintf(c->json_path, sizeof(c->json_path), "%.*s.json",
		    (int)(n - len), path);
		c->by_json = strcmp(ends[i], ".json") == 0;
		return 0;
	}
	return -1;
}

/* Beside a credential stands a sheet when it says so, else a PDF. */
static void
name_signed(struct check *c)
{
	const char *type = json_string_value(json_object_get(json_array_get(
	    json_object_get(c->credential, "relatedResource"), 0),
	    "mediaType"));

	if (c->by_json)
		snprintf(c->file_path, sizeof(c->file_path), "%.*s.%s",
		    (int)(strlen(c->json_path) - strlen(".json")),
		    c->json_path, type != NULL && strstr(type,
		    "spreadsheet") != NULL ? "xlsx" : "pdf");
}

/*
 * The public key that a proof names: from /verify/keys its whole address must
 * fit; from the installation's own file the part behind #.
 */
static int
find_key(const json_t *keys, const char *method, const char *domain,
    unsigned char key[32])
{
	const json_t *list = json_object_get(keys, "verificationMethod"), *m;
	const char *name = method == NULL ? NULL : strchr(method, '#');
	const char *text = NULL, *id;
	size_t i;

	if (name == NULL || strncmp(name + 1, domain, strlen(domain)) != 0)
		return -1;
	if (!json_is_array(list))
		text = json_string_value(json_object_get(keys, name + 1));
	json_array_foreach(list, i, m) {
		id = json_string_value(json_object_get(m, "id"));
		if (id != NULL && strcmp(id, method) == 0)
			text = json_string_value(json_object_get(m,
			    "publicKeyMultibase"));
	}
	return text == NULL ? -1 : multikey_read(text, key);
}

static int
check_signature(struct cli *cli, const struct check *c)
{
	const char *method = proof_method(c->credential);
	unsigned char key[32];

	if (method == NULL)
		return cli_refuse(cli, N_("%s is no signed document"),
		    c->json_path);
	if (find_key(c->keys, method, "document-", key) != 0)
		return cli_refuse(cli, N_("unknown: %s is signed with a key "
		    "that is not one of these: %s"), c->json_path, method);
	if (proof_check(c->credential, key) != PROOF_GOOD)
		return cli_refuse(cli, N_("altered: the signature of %s does "
		    "not fit"), c->json_path);
	return END_DONE;
}

static const json_t *
document_of(const struct check *c)
{
	return json_object_get(json_object_get(c->credential,
	    "credentialSubject"), "document");
}

/* The file beside it; said when there is none. */
static int
check_file(struct cli *cli, const struct check *c)
{
	const char *want = json_string_value(json_object_get(document_of(c),
	    "sha256"));
	char hex[65];

	if (want == NULL)
		return cli_refuse(cli, N_("%s is no signed document"),
		    c->json_path);
	if (access(c->file_path, R_OK) == -1) {
		cli_say(cli, N_("%s is not there; its SHA-256 must be %s"),
		    c->file_path, want);
		return END_DONE;
	}
	if (tool_sha256(c->file_path, hex) == -1)
		return cli_refuse(cli, "%s: %s", c->file_path, strerror(errno));
	if (strcmp(hex, want) != 0)
		return cli_refuse(cli, N_("altered: %s is not the file that "
		    "%s was signed for"), c->file_path, c->json_path);
	cli_say(cli, N_("%s is the file that was signed"), c->file_path);
	return END_DONE;
}

/* Whether the document held when the list was signed. */
static int
check_status(struct cli *cli, const struct check *c)
{
	json_t *list = read_json(c->status_path);
	const json_t *entry = json_object_get(c->credential,
	    "credentialStatus");
	const char *id, *want, *index, *encoded;
	unsigned char key[32];
	int bit = -1;

	id = json_string_value(json_object_get(list, "id"));
	want = json_string_value(json_object_get(entry,
	    "statusListCredential"));
	index = json_string_value(json_object_get(entry, "statusListIndex"));
	encoded = json_string_value(json_object_get(json_object_get(list,
	    "credentialSubject"), "encodedList"));
	if (id != NULL && want != NULL && strcmp(id, want) == 0 &&
	    index != NULL && encoded != NULL &&
	    find_key(c->keys, proof_method(list), "status-", key) == 0 &&
	    proof_check(list, key) == PROOF_GOOD)
		bit = status_bit(encoded, atol(index));
	json_decref(list);
	if (bit == -1)
		return cli_refuse(cli, N_("%s is not the status list of this "
		    "document"), c->status_path);
	if (bit == 1)
		return cli_refuse(cli, N_("revoked: the document does not hold "
		    "any more"));
	cli_say(cli, N_("it held when the status list was signed"));
	return END_DONE;
}

static int
check_all(struct cli *cli, const struct check *c)
{
	const json_t *d = document_of(c);
	const char *serial = json_string_value(json_object_get(d, "serial"));
	const char *from = json_string_value(json_object_get(c->credential,
	    "validFrom"));
	int end = check_signature(cli, c);

	if (end == END_DONE)
		end = check_file(cli, c);
	if (end == END_DONE && c->status_path != NULL)
		end = check_status(cli, c);
	if (end == END_DONE)
		cli_say(cli, N_("valid: %s, issued %s"), serial == NULL ? "" :
		    serial, from == NULL ? "" : from);
	if (end == END_DONE && c->status_path == NULL)
		cli_say(cli, N_("whether it was revoked since, only "
		    "/verify knows, or a status list"));
	return end;
}

/* The keys: those given, or those of the installation. */
static int
load_keys(struct cli *cli, struct check *c)
{
	const char *path = c->keys_path;

	if (path == NULL) {
		cli_conf(cli);
		path = conf_get(cli->conf, "keys",
		    "/var/lib/sojourn/signer/keys.json");
	}
	c->keys = read_json(path);
	return c->keys != NULL ? END_DONE : cli_refuse(cli,
	    N_("no public keys can be read from %s"), path);
}

static int
verify_files(struct cli *cli, struct check *c)
{
	int end;

	if (access(c->json_path, R_OK) == -1 &&
	    access(c->file_path, R_OK) == 0)
		return cli_usage(cli, &cmd_verify, N_("a file alone proves "
		    "nothing: put its %s beside it"), c->json_path);
	if (access(c->json_path, R_OK) == -1)
		return cli_refuse(cli, N_("%s cannot be read: %s"),
		    c->by_json ? c->json_path : c->file_path,
		    strerror(errno));
	c->credential = read_json(c->json_path);
	if (c->credential == NULL)
		return cli_refuse(cli, N_("%s cannot be read as JSON"),
		    c->json_path);
	name_signed(c);
	end = load_keys(cli, c);
	if (end == END_DONE)
		end = check_all(cli, c);
	json_decref(c->credential);
	json_decref(c->keys);
	return end;
}

static int
verify_run(struct cli *cli, int argc, char **argv)
{
	struct check c = { 0 };
	const char *path = NULL, *value;
	int i;

	for (i = 0; i < argc; i++) {
		if ((value = cli_option(argc, argv, &i, "--keys")) != NULL)
			c.keys_path = value;
		else if ((value = cli_option(argc, argv, &i, "--status")) !=
		    NULL)
			c.status_path = value;
		else if (argv[i][0] == '-' || path != NULL)
			return cli_usage(cli, &cmd_verify,
			    N_("unexpected: %s"), argv[i]);
		else
			path = argv[i];
	}
	if (path == NULL || name_files(&c, path) != 0)
		return cli_usage(cli, &cmd_verify,
		    N_("a file is needed that ends in .pdf, .xlsx or .json"));
	return verify_files(cli, &c);
}
