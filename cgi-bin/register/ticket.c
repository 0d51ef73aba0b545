#include <string.h>

#include <sodium.h>

#include "arena.h"
#include "ticket.h"

#define URLSAFE	sodium_base64_VARIANT_URLSAFE_NO_PADDING
#define MAC	24

/* Bytes on the wire, numbers with the highest byte first. */
enum { AT_VERSION = 0, AT_KEY = 1, AT_ROUND = 2, AT_PLACE = 6, AT_ARRIVED = 14,
    AT_ISSUED = 22, AT_NONCE = 26, AT_MAC = 34, LENGTH = AT_MAC + MAC };

static void
put(unsigned char *to, uint64_t value, int n)
{
	while (n-- > 0) {
		to[n] = (unsigned char)value;
		value >>= 8;
	}
}

static uint64_t
get(const unsigned char *from, int n)
{
	uint64_t value = 0;

	while (n-- > 0)
		value = value << 8 | *from++;
	return value;
}

void
ticket_key_set(struct ticket_key *k, const unsigned char key[32])
{
	unsigned char sum[16];

	memcpy(k->key, key, 32);
	crypto_generichash(sum, sizeof(sum), key, 32,
	    (const unsigned char *)"ticket key", 10);
	k->id = sum[0];
}

static void
sign(const struct ticket_key *k, const unsigned char session[32],
    const unsigned char raw[LENGTH], unsigned char mac[MAC])
{
	crypto_generichash_state st;

	crypto_generichash_init(&st, k->key, 32, MAC);
	crypto_generichash_update(&st, (const unsigned char *)"room", 4);
	crypto_generichash_update(&st, raw, AT_MAC);
	crypto_generichash_update(&st, session, 32);
	crypto_generichash_final(&st, mac, MAC);
}

const char *
ticket_write(struct arena *a, const struct ticket_key *k,
    const unsigned char session[32], const struct ticket *t)
{
	unsigned char raw[LENGTH];
	char *text;
	size_t n;

	raw[AT_VERSION] = 1;
	raw[AT_KEY] = k->id;
	put(raw + AT_ROUND, t->round, 4);
	put(raw + AT_PLACE, t->place, 8);
	put(raw + AT_ARRIVED, t->arrived_ms, 8);
	put(raw + AT_ISSUED, t->issued, 4);
	randombytes_buf(raw + AT_NONCE, AT_MAC - AT_NONCE);
	sign(k, session, raw, raw + AT_MAC);
	n = sodium_base64_encoded_len(LENGTH, URLSAFE);
	text = arena_alloc(a, n);
	return sodium_bin2base64(text, n, raw, LENGTH, URLSAFE);
}

int
ticket_read(const struct ticket_key *k, const unsigned char session[32],
    const char *text, time_t now, struct ticket *t)
{
	unsigned char raw[LENGTH], mac[MAC];
	const char *end;
	size_t n;

	if (text == NULL || strlen(text) != (LENGTH * 8 + 5) / 6 ||
	    sodium_base642bin(raw, sizeof(raw), text, strlen(text), NULL, &n,
	    &end, URLSAFE) != 0 || n != LENGTH || *end != '\0')
		return -1;
	if (raw[AT_VERSION] != 1 || raw[AT_KEY] != k->id)
		return -1;
	sign(k, session, raw, mac);
	if (sodium_memcmp(mac, raw + AT_MAC, MAC) != 0)
		return -1;
	t->round = (uint32_t)get(raw + AT_ROUND, 4);
	t->place = get(raw + AT_PLACE, 8);
	t->arrived_ms = get(raw + AT_ARRIVED, 8);
	t->issued = (uint32_t)get(raw + AT_ISSUED, 4);
	if (now - (time_t)t->issued > TICKET_SECONDS ||
	    now - (time_t)t->issued < -60)
		return -1;
	return 0;
}
