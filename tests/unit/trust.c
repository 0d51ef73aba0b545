/* Canonical JSON, proofs, the log's tree and the status list, against the
 * published vectors (tests/unit/vectors, with their licences). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "trust/jcs.h"
#include "trust/multibase.h"
#include "trust/proof.h"
#include "trust/status.h"
#include "trust/tree.h"

#define VECTORS	"tests/unit/vectors/"

static char *
slurp(const char *name, size_t *len)
{
	char path[200], *text = calloc(1, 65536);
	FILE *f;

	snprintf(path, sizeof(path), VECTORS "%s", name);
	f = fopen(path, "re");
	assert_non_null(f);
	*len = fread(text, 1, 65535, f);
	fclose(f);
	return text;
}

static json_t *
load(const char *name)
{
	size_t len;
	char *text = slurp(name, &len);
	json_t *v = jcs_read(text, len);

	free(text);
	assert_non_null(v);
	return v;
}

static void
is_canonical(const char *in, const char *want)
{
	json_t *v = jcs_read(in, strlen(in));
	size_t len;
	char *text;

	assert_non_null(v);
	text = jcs_text(v, &len);
	assert_non_null(text);
	assert_string_equal(text, want);
	free(text);
	json_decref(v);
}

static void
published_canonical_forms(void **state)
{
	static const char *const names[] = { "arrays", "french",
	    "structures" };
	char path[80], *text, *want;
	size_t i, len, n;
	json_t *v;

	(void)state;
	for (i = 0; i < 3; i++) {
		snprintf(path, sizeof(path), "jcs/input/%s.json", names[i]);
		v = load(path);
		text = jcs_text(v, &len);
		snprintf(path, sizeof(path), "jcs/output/%s.json", names[i]);
		want = slurp(path, &n);
		assert_int_equal(len, n);
		assert_memory_equal(text, want, n);
		free(text);
		free(want);
		json_decref(v);
	}
}

/* RFC 8785, sections 3.2.2 and 3.2.3 and appendix B. */
static void
the_rfc_s_examples(void **state)
{
	(void)state;
	is_canonical("{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,"
	    "0.000000000000000000000000001],\"string\":"
	    "\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
	    "\"literals\":[null,true,false]}",
	    "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,"
	    "1e+30,4.5,0.002,1e-27],\"string\":"
	    "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
	is_canonical("{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"Dalet\""
	    ",\"1\":\"One\",\"\\ud83d\\ude00\":\"Smile\",\"\\u0080\":\"C\","
	    "\"\\u00f6\":\"o\"}", "{\"\\r\":\"CR\",\"1\":\"One\","
	    "\"\xc2\x80\":\"C\",\"ö\":\"o\",\"€\":\"Euro\",\"😀\":\"Smile\","
	    "\"\xef\xac\xb3\":\"Dalet\"}");
	is_canonical("[0,-0.0,5e-324,-5e-324,1.7976931348623157e308,"
	    "9007199254740992,295147905179352830000,1e21,1e23,999999999999999900"
	    "000.0,1e-6,1e-7,0.1]", "[0,0,5e-324,-5e-324,"
	    "1.7976931348623157e+308,9007199254740992,295147905179352830000,"
	    "1e+21,1e+23,999999999999999900000,0.000001,1e-7,0.1]");
}

static void
what_is_no_json(void **state)
{
	static const char *const bad[] = { "", "{\"a\":1,\"a\":2}", "{} x",
	    "[1e999]", "\"\xff\"", "{\"a\":\"\\u0000\"}", NULL };
	char deep[400];
	int i;

	(void)state;
	for (i = 0; bad[i] != NULL; i++)
		assert_null(jcs_read(bad[i], strlen(bad[i])));
	memset(deep, '[', 200);
	memset(deep + 200, ']', 200);
	assert_null(jcs_read(deep, 400));
}

static void
to_hex(const unsigned char *bytes, size_t n, char *out)
{
	sodium_bin2hex(out, 2 * n + 1, bytes, n);
}

static void
keys_of_the_vectors(unsigned char public[32], unsigned char secret[64])
{
	json_t *pair = load("eddsa-jcs-2022/keyPair.json");
	unsigned char bytes[40], seed[32];

	assert_int_equal(multikey_read(json_string_value(json_object_get(pair,
	    "publicKeyMultibase")), public), 0);
	assert_int_equal(multibase_read(json_string_value(json_object_get(
	    pair, "privateKeyMultibase")), bytes, sizeof(bytes)), 34);
	memcpy(seed, bytes + 2, 32);
	crypto_sign_seed_keypair(bytes, secret, seed);
	assert_memory_equal(bytes, public, 32);
	json_decref(pair);
}

static void
published_signature(void **state)
{
	json_t *doc = load("eddsa-jcs-2022/unsigned.json"), *want;
	json_t *options = load("eddsa-jcs-2022/proofConfigJCS.json");
	unsigned char public[32], secret[64], message[64];
	char hex[200], *text;
	size_t n;

	(void)state;
	keys_of_the_vectors(public, secret);
	assert_int_equal(proof_message(doc, options, message), 0);
	to_hex(message, 64, hex);
	text = slurp("eddsa-jcs-2022/combinedHashJCS.txt", &n);
	assert_memory_equal(hex, text, 128);
	free(text);
	text = jcs_text(options, &n);
	assert_int_equal(proof_sign(doc, "2023-02-24T23:36:38Z",
	    json_string_value(json_object_get(options, "verificationMethod")),
	    secret), 0);
	free(text);
	want = load("eddsa-jcs-2022/signedJCS.json");
	assert_true(json_equal(doc, want));
	assert_int_equal(proof_check(want, public), PROOF_GOOD);
	json_object_set_new(want, "name", json_string("Alumni credential"));
	assert_int_equal(proof_check(want, public), PROOF_BAD);
	json_object_del(want, "proof");
	assert_int_equal(proof_check(want, public), PROOF_MISSING);
	json_decref(want);
	json_decref(doc);
	json_decref(options);
}

static void
published_canonical_documents(void **state)
{
	static const char *const pairs[][2] = {
		{ "eddsa-jcs-2022/unsigned.json",
		    "eddsa-jcs-2022/canonDocJCS.txt" },
		{ "eddsa-jcs-2022/proofConfigJCS.json",
		    "eddsa-jcs-2022/proofCanonJCS.txt" },
	};
	char *text, *want;
	size_t i, len, n;
	json_t *v;

	(void)state;
	for (i = 0; i < 2; i++) {
		v = load(pairs[i][0]);
		text = jcs_text(v, &len);
		want = slurp(pairs[i][1], &n);
		want[strcspn(want, "\n")] = '\0';
		assert_string_equal(text, want);
		free(text);
		free(want);
		json_decref(v);
	}
}

/* A proof must not be moved: other purpose, other context, other date. */
static void
a_proof_that_was_touched(void **state)
{
	static const char *const words[][2] = {
		{ "proofPurpose", "authentication" },
		{ "created", "2024-02-24T23:36:38Z" },
		{ "verificationMethod", "did:key:z6Mk" },
		{ "type", "Ed25519Signature2020" },
		{ "proofValue", "zzzz" },
	};
	unsigned char public[32], secret[64];
	json_t *doc, *proof;
	size_t i;

	(void)state;
	keys_of_the_vectors(public, secret);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		doc = load("eddsa-jcs-2022/signedJCS.json");
		proof = json_object_get(doc, "proof");
		json_object_set_new(proof, words[i][0],
		    json_string(words[i][1]));
		assert_int_not_equal(proof_check(doc, public), PROOF_GOOD);
		json_decref(doc);
	}
	doc = load("eddsa-jcs-2022/signedJCS.json");
	json_object_set_new(doc, "@context", json_array());
	assert_int_equal(proof_check(doc, public), PROOF_BAD);
	json_decref(doc);
}

static void
multibase_both_ways(void **state)
{
	unsigned char bytes[80], back[80];
	char *text;
	size_t n;

	(void)state;
	for (n = 0; n < sizeof(bytes); n++) {
		randombytes_buf(bytes, n);
		memset(bytes, 0, n / 9);
		text = multibase_58(bytes, n);
		assert_int_equal(multibase_read(text, back, sizeof(back)), n);
		assert_memory_equal(back, bytes, n);
		free(text);
		text = multibase_64(bytes, n);
		assert_int_equal(multibase_read(text, back, sizeof(back)), n);
		assert_memory_equal(back, bytes, n);
		free(text);
	}
	assert_int_equal(multibase_read("z0OIl", back, sizeof(back)), -1);
	assert_int_equal(multibase_read("zzzzzzzzzz", back, 3), -1);
	assert_int_equal(multibase_read("u!!", back, sizeof(back)), -1);
	assert_int_equal(multibase_read("x00", back, sizeof(back)), -1);
	assert_int_equal(multikey_read("z6Mk", back), -1);
}

/* The eight leaves of the reference implementation of RFC 6962. */
static const char *const leaf_hex[8] = { "", "00", "10", "2021", "3031",
    "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" };
static const char *const root_hex[8] = {
	"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
	"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
	"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
	"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
	"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
	"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
	"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
	"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

static void
published_roots(void **state)
{
	struct tree_edge edge = { 0 };
	tree_hash leaves[8], root;
	unsigned char entry[32];
	char hex[65];
	size_t n;
	int i;

	(void)state;
	for (i = 0; i < 8; i++) {
		sodium_hex2bin(entry, sizeof(entry), leaf_hex[i],
		    strlen(leaf_hex[i]), NULL, &n, NULL);
		tree_leaf(entry, n, leaves[i]);
		tree_add(&edge, leaves[i]);
		tree_root(leaves, (uint64_t)i + 1, root);
		to_hex(root, 32, hex);
		assert_string_equal(hex, root_hex[i]);
		tree_edge_root(&edge, root);
		to_hex(root, 32, hex);
		assert_string_equal(hex, root_hex[i]);
	}
	tree_root(leaves, 0, root);
	to_hex(root, 32, hex);
	assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b"
	    "934ca495991b7852b855");
}

enum { LEAVES = 70 };
static tree_hash many[LEAVES], roots[LEAVES + 1];

static void
fill_many(void)
{
	int i;

	for (i = 0; i < LEAVES; i++)
		tree_leaf(&i, sizeof(i), many[i]);
	for (i = 0; i <= LEAVES; i++)
		tree_root(many, (uint64_t)i, roots[i]);
}

static void
every_inclusion(void **state)
{
	tree_hash path[TREE_PROOF_MAX];
	int m, n, len;

	(void)state;
	fill_many();
	for (n = 1; n <= LEAVES; n++)
		for (m = 0; m < n; m++) {
			len = tree_inclusion(many, (uint64_t)m, (uint64_t)n,
			    path);
			assert_true(tree_included(many[m], (uint64_t)m,
			    (uint64_t)n, path, len, roots[n]));
			assert_false(tree_included(many[m], (uint64_t)m,
			    (uint64_t)n, path, len, roots[n - 1]));
			assert_false(tree_included(many[(m + 1) % LEAVES],
			    (uint64_t)m, (uint64_t)n, path, len, roots[n]));
			if (len == 0)
				continue;
			path[len / 2][7] ^= 1;
			assert_false(tree_included(many[m], (uint64_t)m,
			    (uint64_t)n, path, len, roots[n]));
			assert_false(tree_included(many[m], (uint64_t)m,
			    (uint64_t)n, path, len - 1, roots[n]));
		}
	assert_int_equal(tree_inclusion(many, 5, 5, path), -1);
}

static void
every_consistency(void **state)
{
	tree_hash path[TREE_PROOF_MAX], forged;
	int m, n, len;

	(void)state;
	fill_many();
	for (n = 1; n <= LEAVES; n++)
		for (m = 1; m <= n; m++) {
			len = tree_consistency(many, (uint64_t)m, (uint64_t)n,
			    path);
			assert_true(tree_consistent((uint64_t)m, (uint64_t)n,
			    path, len, roots[m], roots[n]));
			memcpy(forged, roots[m], TREE_HASH);
			forged[0] ^= 1;
			assert_false(tree_consistent((uint64_t)m,
			    (uint64_t)n, path, len, forged, roots[n]));
			if (len > 0)
				assert_false(tree_consistent((uint64_t)m,
				    (uint64_t)n, path, len - 1, roots[m],
				    roots[n]));
		}
	assert_int_equal(tree_consistency(many, 6, 5, path), -1);
}

static void
status_lists(void **state)
{
	unsigned char bits[STATUS_BITS / 8] = { 0 };
	char *text;

	(void)state;
	status_set(bits, 0);
	status_set(bits, 94567);
	status_set(bits, STATUS_BITS - 1);
	text = status_encode(bits);
	assert_non_null(text);
	assert_int_equal(text[0], 'u');
	assert_int_equal(status_bit(text, 0), 1);
	assert_int_equal(status_bit(text, 1), 0);
	assert_int_equal(status_bit(text, 94567), 1);
	assert_int_equal(status_bit(text, 94568), 0);
	assert_int_equal(status_bit(text, STATUS_BITS - 1), 1);
	assert_int_equal(status_bit(text, STATUS_BITS), -1);
	assert_int_equal(status_bit("uH4sIAAAA", 0), -1);
	assert_int_equal(status_bit("z", 0), -1);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_canonical_forms),
		cmocka_unit_test(the_rfc_s_examples),
		cmocka_unit_test(what_is_no_json),
		cmocka_unit_test(published_canonical_documents),
		cmocka_unit_test(published_signature),
		cmocka_unit_test(a_proof_that_was_touched),
		cmocka_unit_test(multibase_both_ways),
		cmocka_unit_test(published_roots),
		cmocka_unit_test(every_inclusion),
		cmocka_unit_test(every_consistency),
		cmocka_unit_test(status_lists),
	};

	if (sodium_init() == -1)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
