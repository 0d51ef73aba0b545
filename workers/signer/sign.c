#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "log.h"
#include "sheet_write.h"
#include "signer.h"
#include "trust/jcs.h"
#include "trust/proof.h"
#include "trust/status.h"

/* The entry with which the document goes into the log. */
static char *
issue_entry(const struct journal *j, const struct db_rows *r,
    const char *serial)
{
	char at[32], *text;
	json_t *v;
	size_t len;

	log_time(j, at);
	v = json_pack("{s:s, s:s, s:s, s:s, s:s}", "action", "issue",
	    "at", at, "kind", db_get(r, 0, "kind"), "serial", serial,
	    "sha256", db_get(r, 0, "sha256"));
	text = jcs_text(v, &len);
	json_decref(v);
	return text;
}

/*
 * The number of the serial's entry.  A serial is signed once: where it is in
 * the journal already, it must be the same file (a process that ended in the
 * middle), else -1.
 */
static long
entry_of(struct signer *s, const struct db_rows *r, const char *serial)
{
	long n = journal_find(s->journal, serial);
	char *entry, mark[100];
	int rc;

	if (n != -1) {
		snprintf(mark, sizeof(mark), "\"sha256\":\"%s\"",
		    db_get(r, 0, "sha256"));
		if (strstr(g_ptr_array_index(s->journal->entries, n), mark) !=
		    NULL)
			return n;
		log_line(LOG_FAULT, "%s was signed for another file before",
		    serial);
		return -1;
	}
	entry = issue_entry(s->journal, r, serial);
	rc = entry == NULL ? -1 : journal_add(s->journal, entry);
	free(entry);
	return rc == 0 ? (long)s->journal->entries->len - 1 : -1;
}

/* Where its revocation would be found: the bit of its entry. */
static json_t *
status_of(const struct signer *s, long n)
{
	char id[440], list[400], index[24];

	snprintf(list, sizeof(list), "%s/verify/status/%ld", s->base_url,
	    n / STATUS_BITS);
	snprintf(index, sizeof(index), "%ld", n % STATUS_BITS);
	snprintf(id, sizeof(id), "%s#%s", list, index);
	return json_pack("{s:s, s:s, s:s, s:s, s:s}", "id", id,
	    "type", "BitstringStatusListEntry", "statusPurpose", "revocation",
	    "statusListIndex", index, "statusListCredential", list);
}

/* What the credential says: whose document it is, a person's or a university's,
 * and all that it prints. */
static json_t *
subject_of(const struct db_rows *r, const char *serial)
{
	const char *content = db_get(r, 0, "content");
	json_t *document, *v;

	document = json_pack("{s:s, s:s, s:s, s:s, s:o*}", "serial", serial,
	    "kind", db_get(r, 0, "kind"), "language", db_get(r, 0, "lang"),
	    "sha256", db_get(r, 0, "sha256"), "content",
	    jcs_read(content, strlen(content)));
	v = json_pack("{s:s, s:s, s:o}", "type", db_get(r, 0, "owner"),
	    "name", db_get(r, 0, "name"), "document", document);
	if (v != NULL && *db_get(r, 0, "name_latin") != '\0')
		json_object_set_new(v, "nameLatin",
		    json_string(db_get(r, 0, "name_latin")));
	return v;
}

/* The file it belongs to, by its hash (VC 2.0, related resources). */
static json_t *
resource_of(const struct signer *s, const struct db_rows *r,
    const char *serial)
{
	unsigned char hash[32];
	char digest[80] = "sha256-", id[400];
	const char *file = db_get(r, 0, "file");

	sodium_hex2bin(hash, 32, db_get(r, 0, "sha256"), 64, NULL, NULL, NULL);
	sodium_bin2base64(digest + 7, sizeof(digest) - 7, hash, 32,
	    sodium_base64_VARIANT_ORIGINAL);
	snprintf(id, sizeof(id), "%s/documents/%s.%s", s->base_url, serial,
	    file);
	return json_pack("[{s:s, s:s, s:s}]", "id", id, "mediaType",
	    strcmp(file, "xlsx") == 0 ? sheet_format_type(SHEET_XLSX) :
	    "application/pdf", "digestSRI", digest);
}

/* The signed credential as canonical JSON, for free(). */
static char *
credential_of(struct signer *s, const struct db_rows *r, const char *serial,
    long n)
{
	const struct key *key = &s->keys->of[KEY_DOCUMENT];
	const char *entry = g_ptr_array_index(s->journal->entries, n);
	char id[400], keys[400], method[500], *text = NULL;
	json_t *logged = jcs_read(entry, strlen(entry)), *v;
	size_t len;

	snprintf(id, sizeof(id), "%s/documents/%s.json", s->base_url, serial);
	snprintf(keys, sizeof(keys), "%s/verify/keys", s->base_url);
	snprintf(method, sizeof(method), "%s#%s", keys, key->id);
	v = json_pack("{s:[s,s], s:s, s:[s,s], s:{s:s,s:s}, s:s, s:o, s:o, s:o}",
	    "@context", "https://www.w3.org/ns/credentials/v2",
	    "https://www.w3.org/ns/credentials/undefined-terms/v2",
	    "id", id, "type", "VerifiableCredential", "IssuedDocument",
	    "issuer", "id", keys, "name", db_get(r, 0, "issuer"),
	    "validFrom", db_get(r, 0, "told_at"),
	    "credentialSubject", subject_of(r, serial),
	    "credentialStatus", status_of(s, n),
	    "relatedResource", resource_of(s, r, serial));
	if (v != NULL && proof_sign(v, json_string_value(json_object_get(
	    logged, "at")), method, key->secret) == 0)
		text = jcs_text(v, &len);
	json_decref(v);
	json_decref(logged);
	return text;
}

/* Writes all of it in one transaction; the serials that ended, or NULL. */
static char *
store(struct signer *s, long n, const char *credential)
{
	char *values[LOG_VALUES], *ended = NULL;
	struct db_rows *r;

	log_values(s, n, n == (long)s->journal->entries->len - 1, values);
	/* The same values, with the credential in the place of the action. */
	r = db_do(s->db, SQL_SIGN, values[0], credential, values[2], values[3],
	    values[4], values[5], values[6], values[7], values[8]);
	log_values_free(values);
	if (r != NULL)
		ended = g_strdup(db_get(r, 0, "sign"));
	db_rows_free(r);
	return ended;
}

/* Documents that this one replaces are noted as ended in log and list. */
static void
note_ended(struct signer *s, char *ended)
{
	char *serial, *rest = ended;

	while ((serial = strtok_r(rest, " ", &rest)) != NULL)
		sign_status(s, serial);
}

static const char *
issue(struct signer *s, const struct db_rows *r, const char *serial)
{
	char *credential, *ended = NULL;
	long n;

	if (log_meet(s) != 0)
		return "fork";
	n = entry_of(s, r, serial);
	if (n == -1)
		return "signed";
	credential = credential_of(s, r, serial, n);
	if (credential != NULL)
		ended = store(s, n, credential);
	free(credential);
	if (ended == NULL)
		return "fault";
	if (n / STATUS_BITS > s->last_list)
		status_write(s, (int)(n / STATUS_BITS));
	note_ended(s, ended);
	g_free(ended);
	log_line(LOG_NOTE, "signed %s as entry %ld", serial, n);
	return "done";
}

void
sign_document(struct signer *s, const char *serial, char *answer,
    size_t room)
{
	struct db_rows *r = db_do(s->db, SQL_DOCUMENT, serial);
	const char *outcome;

	if (r == NULL)
		outcome = "fault";
	else if (db_count(r) != 1)
		outcome = "gone";
	else {
		outcome = db_get(r, 0, "outcome");
		if (strcmp(outcome, "valid") == 0)
			outcome = "done";
		else if (strcmp(outcome, "done") == 0)
			outcome = issue(s, r, serial);
	}
	snprintf(answer, room, "%s", outcome);
	db_rows_free(r);
}
