#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "jcs.h"
#include "multibase.h"
#include "proof.h"

static int
hash_of(const json_t *v, unsigned char out[32])
{
	size_t len;
	char *text = jcs_text(v, &len);

	if (text == NULL)
		return -1;
	crypto_hash_sha256(out, (const unsigned char *)text, len);
	free(text);
	return 0;
}

int
proof_message(const json_t *document, const json_t *options,
    unsigned char out[64])
{
	json_t *bare = json_copy((json_t *)document);
	json_t *config = json_copy((json_t *)options);
	int rc = -1;

	if (bare != NULL && config != NULL) {
		json_object_del(bare, "proof");
		json_object_del(config, "proofValue");
		rc = hash_of(config, out) == 0 && hash_of(bare, out + 32) == 0 ?
		    0 : -1;
	}
	json_decref(bare);
	json_decref(config);
	return rc;
}

int
proof_sign(json_t *document, const char *created, const char *method,
    const unsigned char secret[64])
{
	unsigned char message[64], signature[64];
	json_t *context = json_object_get(document, "@context");
	json_t *proof;
	char *value;

	proof = json_pack("{s:s, s:s, s:s, s:s, s:s}",
	    "type", "DataIntegrityProof", "cryptosuite", "eddsa-jcs-2022",
	    "created", created, "verificationMethod", method,
	    "proofPurpose", "assertionMethod");
	if (proof == NULL)
		return -1;
	if (context != NULL)
		json_object_set(proof, "@context", context);
	if (proof_message(document, proof, message) != 0) {
		json_decref(proof);
		return -1;
	}
	crypto_sign_detached(signature, NULL, message, sizeof(message),
	    secret);
	value = multibase_58(signature, sizeof(signature));
	if (value == NULL || json_object_set_new(proof, "proofValue",
	    json_string(value)) != 0) {
		free(value);
		json_decref(proof);
		return -1;
	}
	free(value);
	return json_object_set_new(document, "proof", proof);
}

/* The proof, when it is one of this suite. */
static const json_t *
suite_proof(const json_t *document)
{
	const json_t *proof = json_object_get(document, "proof");
	const char *suite;

	suite = json_string_value(json_object_get(proof, "cryptosuite"));
	return suite != NULL && strcmp(suite, "eddsa-jcs-2022") == 0 ? proof :
	    NULL;
}

const char *
proof_method(const json_t *document)
{
	return json_string_value(json_object_get(suite_proof(document),
	    "verificationMethod"));
}

/* A proof speaks of the document's own words only (its context). */
static int
same_context(const json_t *document, const json_t *proof)
{
	const json_t *a = json_object_get(document, "@context");
	const json_t *b = json_object_get(proof, "@context");

	return b == NULL || (a != NULL && json_equal(a, b));
}

enum proof_end
proof_check(const json_t *document, const unsigned char key[32])
{
	const json_t *proof = suite_proof(document);
	unsigned char message[64], signature[64];
	const char *type, *purpose, *value;

	type = json_string_value(json_object_get(proof, "type"));
	purpose = json_string_value(json_object_get(proof, "proofPurpose"));
	value = json_string_value(json_object_get(proof, "proofValue"));
	if (proof == NULL || type == NULL || value == NULL ||
	    strcmp(type, "DataIntegrityProof") != 0)
		return PROOF_MISSING;
	if (purpose == NULL || strcmp(purpose, "assertionMethod") != 0 ||
	    value[0] != 'z' || strlen(value) > 100 ||
	    !same_context(document, proof) ||
	    multibase_read(value, signature, sizeof(signature)) != 64 ||
	    proof_message(document, proof, message) != 0)
		return PROOF_BAD;
	return crypto_sign_verify_detached(signature, message,
	    sizeof(message), key) == 0 ? PROOF_GOOD : PROOF_BAD;
}
