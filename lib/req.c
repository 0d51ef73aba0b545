#include <stdlib.h>
#include <string.h>

#include <fcgiapp.h>
#include <sodium.h>

#include "app.h"
#include "arena.h"
#include "req_read.h"

#define PAIRS_MAX	4000

const char *
req_env(const struct req *req, const char *name)
{
	const char *s;

	s = FCGX_GetParam(name, (char **)req->env);
	return s == NULL ? "" : s;
}

const char *
req_cookie(struct req *req, const char *name)
{
	const char *p, *end;
	size_t n = strlen(name);

	for (p = req_env(req, "HTTP_COOKIE"); *p != '\0'; p = end) {
		p += strspn(p, "; ");
		end = p + strcspn(p, ";");
		if (strncmp(p, name, n) == 0 && p[n] == '=')
			return arena_strndup(req->arena, p + n + 1,
			    (size_t)(end - p) - n - 1);
	}
	return NULL;
}

int
req_takes_gzip(const struct req *req)
{
	const char *p = strstr(req_env(req, "HTTP_ACCEPT_ENCODING"), "gzip");

	if (p == NULL)
		return 0;
	p += strlen("gzip");
	p += strspn(p, " \t");
	if (*p != ';')
		return 1;
	p += 1 + strspn(p + 1, " \t");
	return strncmp(p, "q=", 2) != 0 || strtod(p + 2, NULL) > 0;
}

const char *
req_fresh_id(struct req *req)
{
	unsigned char raw[16];
	char text[sodium_base64_ENCODED_LEN(sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING)];

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(text, sizeof(text), raw, sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return arena_strdup(req->arena, text);
}

int
req_may(const struct req *req, const char *right)
{
	const char *p = req->actor.rights;
	size_t n = strlen(right);

	for (; p != NULL && (p = strstr(p, right)) != NULL; p += n)
		if ((p == req->actor.rights || p[-1] == ' ') &&
		    (p[n] == ' ' || p[n] == '\0'))
			return 1;
	return 0;
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* %XX and + undone into the arena; *len is the real length. */
static const char *
decode(struct arena *a, const char *s, size_t n, size_t *len)
{
	char *out, *p;
	size_t i;

	out = p = arena_alloc(a, n + 1);
	for (i = 0; i < n; i++) {
		if (s[i] == '%' && i + 2 < n && hex(s[i + 1]) >= 0 &&
		    hex(s[i + 2]) >= 0) {
			*p++ = (char)(hex(s[i + 1]) << 4 | hex(s[i + 2]));
			i += 2;
		} else
			*p++ = s[i] == '+' ? ' ' : s[i];
	}
	*len = (size_t)(p - out);
	return out;
}

void
req_add_pair(struct req *req, const char *name, const char *value, size_t len)
{
	struct pair *more;
	size_t n = req->npairs;

	if (n == PAIRS_MAX)
		return;
	/* Room for 8, 16, 32 …: most forms have a handful of fields. */
	if (n == 0 || (n >= 8 && (n & (n - 1)) == 0)) {
		more = arena_alloc(req->arena, (n == 0 ? 8 : 2 * n) *
		    sizeof(*more));
		if (n > 0)
			memcpy(more, req->pairs, n * sizeof(*more));
		req->pairs = more;
	}
	req->pairs[req->npairs].name = name;
	req->pairs[req->npairs].value = value;
	req->pairs[req->npairs++].len = len;
}

void
req_read_pairs(struct req *req, const char *text, size_t n)
{
	const char *p = text, *end = text + n, *amp, *eq, *name;
	size_t len;

	while (p < end) {
		amp = memchr(p, '&', (size_t)(end - p));
		if (amp == NULL)
			amp = end;
		eq = memchr(p, '=', (size_t)(amp - p));
		if (eq == NULL)
			eq = amp;
		if (amp > p) {
			name = decode(req->arena, p, (size_t)(eq - p), &len);
			p = decode(req->arena, eq == amp ? amp : eq + 1,
			    eq == amp ? 0 : (size_t)(amp - eq - 1), &len);
			req_add_pair(req, name, p, len);
		}
		p = amp + 1;
	}
}

/* The first value of a pair, "" when absent. */
const char *
req_pair(const struct req *req, const char *name)
{
	size_t i;

	for (i = 0; i < req->npairs; i++)
		if (strcmp(req->pairs[i].name, name) == 0)
			return req->pairs[i].value;
	return "";
}

int
req_is_id(const char *s)
{
	size_t n = strlen(s);

	return n >= 8 && n <= 64 && strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"
	    "ghijklmnopqrstuvwxyz0123456789_-") == n;
}

/* Language: the address, the cookie, the browser's wish, Korean. */
void
req_choose_lang(struct req *req)
{
	const char *s;
	int i;

	s = req_pair(req, "lang");
	for (i = 0; i < I18N_LANGS; i++)
		if (strcmp(s, i18n_langs[i]) == 0 && req->method[0] != 'P') {
			req->lang = i18n_langs[i];
			resp_cookie(req, "lang", s, 31536000);
			return;
		}
	s = req_cookie(req, "lang");
	for (i = 0; s != NULL && i < I18N_LANGS; i++)
		if (strcmp(s, i18n_langs[i]) == 0) {
			req->lang = i18n_langs[i];
			return;
		}
	req->lang = i18n_accept(req_env(req, "HTTP_ACCEPT_LANGUAGE"));
	if (req->lang == NULL)
		req->lang = "ko";
}

/* The session's token from its cookie, and its hash. */
void
req_read_session(struct req *req)
{
	const char *s;

	s = req_cookie(req, req->app->tls ? "__Host-session" : "session");
	if (s == NULL || strlen(s) != 43)
		return;
	req->token = s;
	crypto_hash_sha256(req->session, (const unsigned char *)s, 43);
}

/*
 * The form token: a keyed hash of the session, or before login of a random
 * cookie that is never promoted to a session (S7).
 */
const char *
req_csrf_token(struct req *req, const char *kind, const char *secret)
{
	unsigned char mac[32];
	char text[sodium_base64_ENCODED_LEN(sizeof(mac),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
	crypto_generichash_state st;

	crypto_generichash_init(&st, req->app->csrf_key, 32, sizeof(mac));
	crypto_generichash_update(&st, (const unsigned char *)kind,
	    strlen(kind));
	crypto_generichash_update(&st, (const unsigned char *)secret,
	    strlen(secret));
	crypto_generichash_final(&st, mac, sizeof(mac));
	sodium_bin2base64(text, sizeof(text), mac, sizeof(mac),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	return arena_strdup(req->arena, text);
}
