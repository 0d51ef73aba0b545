#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "signer.h"
#include "trust/jcs.h"
#include "trust/proof.h"
#include "trust/status.h"

/* The list's credential, unsigned. */
static json_t *
list_credential(struct signer *s, int list, const char *encoded,
    const char *at)
{
	char id[400], keys[400];

	snprintf(id, sizeof(id), "%s/verify/status/%d", s->base_url, list);
	snprintf(keys, sizeof(keys), "%s/verify/keys", s->base_url);
	return json_pack("{s:[s], s:s, s:[s,s], s:s, s:s, s:{s:s,s:s,s:s,s:s}}",
	    "@context", "https://www.w3.org/ns/credentials/v2",
	    "id", id,
	    "type", "VerifiableCredential", "BitstringStatusListCredential",
	    "issuer", keys, "validFrom", at,
	    "credentialSubject", "id", id, "type", "BitstringStatusList",
	    "statusPurpose", "revocation", "encodedList", encoded);
}

int
status_write(struct signer *s, int list)
{
	const struct key *key = &s->keys->of[KEY_STATUS];
	unsigned char bits[STATUS_BITS / 8] = { 0 };
	char at[32], method[500], number[16], *encoded, *text = NULL;
	struct db_rows *r = NULL;
	json_t *v = NULL;
	size_t len;
	long n;

	for (n = 0; n < STATUS_BITS; n++)
		if ((long)list * STATUS_BITS + n < (long)s->journal->ended->len
		    && s->journal->ended->data[(long)list * STATUS_BITS + n])
			status_set(bits, n);
	log_time(s->journal, at);
	snprintf(method, sizeof(method), "%s/verify/keys#%s", s->base_url,
	    key->id);
	snprintf(number, sizeof(number), "%d", list);
	encoded = status_encode(bits);
	if (encoded != NULL)
		v = list_credential(s, list, encoded, at);
	if (v != NULL && proof_sign(v, at, method, key->secret) == 0)
		text = jcs_text(v, &len);
	if (text != NULL)
		r = db_do(s->db, SQL_STATUS_LIST, number, text);
	free(encoded);
	free(text);
	json_decref(v);
	if (r == NULL)
		return -1;
	db_rows_free(r);
	s->last_list = list > s->last_list ? list : s->last_list;
	return 0;
}

static char *
end_entry(const struct journal *j, const char *action, const char *serial)
{
	char at[32];
	json_t *v;
	size_t len;
	char *text;

	log_time(j, at);
	v = json_pack("{s:s, s:s, s:s}", "action", action, "at", at, "serial",
	    serial);
	text = jcs_text(v, &len);
	json_decref(v);
	return text;
}

/* The newest entry of the journal goes into the database too. */
static int
append_last(struct signer *s)
{
	char *values[LOG_VALUES];
	struct db_rows *r;

	log_values(s, (long)s->journal->entries->len - 1, 1, values);
	r = db_do_v(s->db, SQL_APPEND, (const char *const *)values);
	log_values_free(values);
	if (r == NULL)
		return -1;
	db_rows_free(r);
	return 0;
}

const char *
sign_status(struct signer *s, const char *serial)
{
	struct db_rows *r = db_do(s->db, SQL_STATUS, serial);
	long n = journal_find(s->journal, serial);
	char action[16] = "", *entry;
	int rc;

	if (r == NULL)
		return "fault";
	if (db_count(r) == 1)
		snprintf(action, sizeof(action), "%s", db_get(r, 0, "action"));
	db_rows_free(r);
	if (*action == '\0' || n == -1)
		return "gone";
	if (log_meet(s) != 0)
		return "fork";
	if (strcmp(action, "issue") == 0 ||
	    journal_has_end(s->journal, n, action))
		return "done";
	entry = end_entry(s->journal, action, serial);
	rc = entry == NULL ? -1 : journal_add(s->journal, entry);
	free(entry);
	if (rc != 0 || append_last(s) != 0 ||
	    status_write(s, (int)(n / STATUS_BITS)) != 0)
		return "fault";
	return "done";
}
