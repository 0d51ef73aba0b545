#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "mailer.h"

struct outlet {
	struct folder	*folder;
	struct smtp	*smtp;
};

/* The setting `mail`: file:DIR, smtp://HOST:PORT or smtps://HOST:PORT. */
struct outlet *
outlet_new(const struct conf *conf)
{
	const char *where;
	struct outlet *o;

	o = calloc(1, sizeof(*o));
	if (o == NULL)
		log_die("out of memory");
	where = conf_get(conf, "mail", NULL);
	if (where == NULL)
		log_die("setting mail is missing");
	if (strncmp(where, "file:", 5) == 0)
		o->folder = folder_new(where + 5);
	else if (strncmp(where, "smtp", 4) == 0)
		o->smtp = smtp_new(conf, where);
	else
		log_die("setting mail: '%s' is neither file: nor smtp:",
		    where);
	return o;
}

void
outlet_free(struct outlet *o)
{
	if (o == NULL)
		return;
	folder_free(o->folder);
	smtp_free(o->smtp);
	free(o);
}

int
outlet_eight_bit(const struct outlet *o)
{
	return o->folder != NULL;
}

enum delivery
outlet_send(struct outlet *o, const struct mail *m, const char *data,
    size_t len, char *why, size_t size)
{
	if (o->folder != NULL)
		return folder_send(o->folder, m, data, len, why, size);
	return smtp_send(o->smtp, m, data, len, why, size);
}
