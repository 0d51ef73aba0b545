#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <sodium.h>

#include "account.h"

#define DEVICE_AGE	(400L * 86400)	/* as long as browsers keep a cookie */

const char *
ticket_hash(struct req *req, const char *value)
{
	unsigned char h[crypto_hash_sha256_BYTES];

	if (value == NULL || *value == '\0')
		return NULL;
	crypto_hash_sha256(h, (const unsigned char *)value, strlen(value));
	return db_bytes(req->arena, h, sizeof(h));
}

struct ticket
ticket_new(struct req *req)
{
	unsigned char raw[32];
	char text[44];
	struct ticket t;

	randombytes_buf(raw, sizeof(raw));
	sodium_bin2base64(text, sizeof(text), raw, sizeof(raw),
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	t.value = arena_strdup(req->arena, text);
	t.hash = ticket_hash(req, t.value);
	return t;
}

const char *
ticket_cookie(struct req *req, const char *name)
{
	const char *s;

	s = req_cookie(req, arena_printf(req->arena, "%s%s",
	    req->app->tls ? "__Host-" : "", name));
	return s != NULL && strlen(s) == 43 ? s : NULL;
}

/*
 * One cookie per login, so that two accounts of one browser both stay known.
 * Its name holds a hash, not the login.
 */
const char *
device_name(struct req *req, const char *login)
{
	unsigned char h[8];
	char hex[17], *plain, *p;
	const char *s;

	plain = p = arena_alloc(req->arena, strlen(login) + 1);
	for (s = login; *s != '\0'; s++)
		if (!g_ascii_isspace(*s))
			*p++ = g_ascii_tolower(*s);
	crypto_generichash(h, sizeof(h), (const unsigned char *)plain,
	    strlen(plain), NULL, 0);
	sodium_bin2hex(hex, sizeof(hex), h, sizeof(h));
	return arena_printf(req->arena, "device-%s", hex);
}

const char *
session_before(struct req *req)
{
	return req->token == NULL ? NULL :
	    db_bytes(req->arena, req->session, sizeof(req->session));
}

/* The first of the names that the browser's own line holds. */
static const char *
pick(const char *agent, const char *const names[][2])
{
	int i;

	for (i = 0; names[i][0] != NULL; i++)
		if (strstr(agent, names[i][0]) != NULL)
			return names[i][1];
	return NULL;
}

const char *
agent_short(struct req *req)
{
	static const char *const browsers[][2] = {
		{ "Edg", "Edge" }, { "Whale", "Whale" },
		{ "SamsungBrowser", "Samsung Internet" },
		{ "KAKAOTALK", "KakaoTalk" }, { "OPR", "Opera" },
		{ "Firefox", "Firefox" }, { "FxiOS", "Firefox" },
		{ "CriOS", "Chrome" }, { "Chrome", "Chrome" },
		{ "Safari", "Safari" }, { NULL, NULL }
	};
	static const char *const systems[][2] = {
		{ "Windows", "Windows" }, { "Android", "Android" },
		{ "iPhone", "iPhone" }, { "iPad", "iPad" },
		{ "Mac OS", "macOS" }, { "CrOS", "ChromeOS" },
		{ "Linux", "Linux" }, { NULL, NULL }
	};
	const char *agent = req_env(req, "HTTP_USER_AGENT");
	const char *browser = pick(agent, browsers);
	const char *system = pick(agent, systems);

	if (browser != NULL && system != NULL)
		return arena_printf(req->arena, "%s, %s", browser, system);
	return browser != NULL ? browser : system != NULL ? system : "";
}

void
enter_session(struct req *req, const struct ticket *session,
    const struct ticket *device, const char *login, const char *lang)
{
	resp_cookie(req, "session", session->value, 0);
	resp_cookie(req, "attempt", "", -1);
	if (device != NULL)
		resp_cookie(req, device_name(req, login), device->value,
		    DEVICE_AGE);
	if (req_cookie(req, "lang") == NULL && lang != NULL && *lang != '\0')
		resp_cookie(req, "lang", lang, 0);
}
