#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>
#include <gmime/gmime.h>
#include <sodium.h>

#include "log.h"
#include "mailer.h"

#define CONNECT_SECONDS	10L
#define MAIL_SECONDS	60L

/* How far a mail came: what fails before MAIL is no fault of the mail. */
enum stage { STAGE_GREETING, STAGE_MAIL, STAGE_DATA };

struct smtp {
	CURL		*curl;
	char		*from;		/* envelope sender */
	enum stage	 stage;
	char		 last[256];	/* the server's last line */
	const char	*data;
	size_t		 left;
};

/* The addr-spec of "Name <address>". */
static char *
envelope_sender(const char *from)
{
	InternetAddressList *list;
	InternetAddress *one;
	char *addr = NULL;

	list = internet_address_list_parse(NULL, from);
	one = list == NULL ? NULL : internet_address_list_get_address(list, 0);
	if (one != NULL && INTERNET_ADDRESS_IS_MAILBOX(one))
		addr = strdup(internet_address_mailbox_get_addr(
		    INTERNET_ADDRESS_MAILBOX(one)));
	if (list != NULL)
		g_object_unref(list);
	if (addr == NULL || !address_fine(addr))
		log_die("setting mail_from: '%s' is no address", from);
	return addr;
}

/* The first line of the secret file that mail_password names. */
static void
set_login(CURL *curl, const struct conf *conf)
{
	const char *user;
	char path[512], word[256] = "";
	FILE *f;

	user = conf_get(conf, "mail_user", NULL);
	if (user == NULL)
		return;
	snprintf(path, sizeof(path), "%s/%s",
	    conf_get(conf, "secrets", "/etc/sojourn/secrets"),
	    conf_get(conf, "mail_password", "smtp"));
	f = fopen(path, "re");
	if (f == NULL || fgets(word, sizeof(word), f) == NULL)
		log_die("%s: cannot be read", path);
	fclose(f);
	word[strcspn(word, "\r\n")] = '\0';
	curl_easy_setopt(curl, CURLOPT_USERNAME, user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, word);
	sodium_memzero(word, sizeof(word));
}

static size_t
read_data(char *to, size_t size, size_t n, void *arg)
{
	struct smtp *s = arg;

	n *= size;
	if (n > s->left)
		n = s->left;
	memcpy(to, s->data, n);
	s->data += n;
	s->left -= n;
	return n;
}

/* Follows the dialogue: our commands tell the stage, its lines the reason. */
static int
follow(CURL *curl, curl_infotype type, char *data, size_t len, void *arg)
{
	struct smtp *s = arg;
	size_t n;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT) {
		if (len > 5 && strncasecmp(data, "MAIL ", 5) == 0)
			s->stage = STAGE_MAIL;
		else if (len > 4 && strncasecmp(data, "DATA", 4) == 0)
			s->stage = STAGE_DATA;
	} else if (type == CURLINFO_HEADER_IN) {
		n = len < sizeof(s->last) ? len : sizeof(s->last) - 1;
		memcpy(s->last, data, n);
		s->last[n] = '\0';
		s->last[strcspn(s->last, "\r\n")] = '\0';
	}
	return 0;
}

/* STARTTLS is demanded unless mail_tls says `none` (a server on this host). */
static void
set_tls(CURL *curl, const struct conf *conf)
{
	const char *ca, *tls;

	tls = conf_get(conf, "mail_tls", "required");
	if (strcmp(tls, "required") == 0)
		curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	else if (strcmp(tls, "none") != 0)
		log_die("setting mail_tls: '%s' is not required or none", tls);
	ca = conf_get(conf, "mail_ca", NULL);
	if (ca != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, ca);
}

static void
set_limits(CURL *curl)
{
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, MAIL_SECONDS);
}

struct smtp *
smtp_new(const struct conf *conf, const char *url)
{
	struct smtp *s;
	CURL *curl;

	s = calloc(1, sizeof(*s));
	curl = curl_easy_init();
	if (s == NULL || curl == NULL)
		log_die("out of memory");
	s->curl = curl;
	s->from = envelope_sender(conf_get(conf, "mail_from", ""));
	set_limits(curl);
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_data);
	curl_easy_setopt(curl, CURLOPT_READDATA, s);
	curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, follow);
	curl_easy_setopt(curl, CURLOPT_DEBUGDATA, s);
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, s->from);
	set_tls(curl, conf);
	set_login(curl, conf);
	return s;
}

void
smtp_free(struct smtp *s)
{
	if (s == NULL)
		return;
	curl_easy_cleanup(s->curl);
	free(s->from);
	free(s);
}

/*
 * A refusal of this mail (after MAIL) is for good with 5xx, for now with 4xx
 * or when the line broke.  Whatever fails before is the server's state.
 */
static enum delivery
judge(struct smtp *s, CURLcode rc)
{
	long code = 0;

	if (rc == CURLE_OK)
		return DELIVERY_DONE;
	curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &code);
	if (s->stage == STAGE_GREETING || code == 421 || code == 530)
		return DELIVERY_DOWN;
	if (code >= 500 && code <= 599 && rc != CURLE_RECV_ERROR &&
	    rc != CURLE_OPERATION_TIMEDOUT)
		return DELIVERY_NEVER;
	return DELIVERY_LATER;
}

enum delivery
smtp_send(struct smtp *s, const struct mail *m, const char *data, size_t len,
    char *why, size_t size)
{
	struct curl_slist *to;
	enum delivery how;
	CURLcode rc;

	to = curl_slist_append(NULL, m->to);
	if (to == NULL)
		log_die("out of memory");
	s->stage = STAGE_GREETING;
	s->last[0] = '\0';
	s->data = data;
	s->left = len;
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(s->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)len);
	rc = curl_easy_perform(s->curl);
	curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, NULL);
	curl_slist_free_all(to);
	how = judge(s, rc);
	if (how == DELIVERY_DOWN || s->last[0] == '\0')
		snprintf(why, size, "%s", curl_easy_strerror(rc));
	else if (how != DELIVERY_DONE)
		snprintf(why, size, "%s", s->last);
	return how;
}
