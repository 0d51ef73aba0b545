#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <gmime/gmime.h>

#include "conf.h"
#include "demo.h"
#include "log.h"

#define HEAD_BYTES	4096	/* enough for the headers of our own mails */

static char folder[512];	/* set once, before any thread runs */

int
folder_start(struct app *app)
{
	const char *where = conf_get(app->conf, "mail", "");

	g_mime_init();
	if (strncmp(where, "file:", 5) != 0) {
		log_line(LOG_FAULT, "the demo's mail must go into a folder "
		    "(setting mail = file:DIR)");
		return -1;
	}
	snprintf(folder, sizeof(folder), "%s/new", where + 5);
	return 0;
}

/* Names of our mails are digits and dots, then .eml. */
static int
is_mail(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && n < 60 && strcmp(d->d_name + n - 4, ".eml") == 0 &&
	    strspn(d->d_name, "0123456789.") == n - 4 + 1;
}

static int
newest_first(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*b)->d_name, (*a)->d_name);
}

/* Whether the line "To: address" is among the first bytes. */
static int
goes_to(const char *name, const char *to)
{
	char path[600], head[HEAD_BYTES + 1], *line, *end;
	ssize_t n;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return 0;
	n = read(fd, head, HEAD_BYTES);
	close(fd);
	head[n < 0 ? 0 : n] = '\0';
	line = strstr(head, "\nTo: ");
	if (line == NULL)
		return 0;
	line += 5;
	end = line + strcspn(line, "\r\n");
	*end = '\0';
	return strcasestr(line, to) != NULL;
}

size_t
folder_list(struct arena *arena, const char *to, const char **ids, size_t max)
{
	struct dirent **names;
	size_t found = 0;
	int i, n;

	n = scandir(folder, &names, is_mail, newest_first);
	for (i = 0; i < n; i++) {
		if (found < max && (*to == '\0' ||
		    goes_to(names[i]->d_name, to)))
			ids[found++] = arena_strndup(arena, names[i]->d_name,
			    strlen(names[i]->d_name) - 4);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
	return found;
}

/* The text/plain part, decoded; "" when there is none. */
static const char *
plain_text(struct arena *arena, GMimeObject *part)
{
	const char *done;
	GMimeObject *first;
	char *text;

	if (GMIME_IS_MULTIPART(part)) {
		if (g_mime_multipart_get_count(GMIME_MULTIPART(part)) < 1)
			return "";
		first = g_mime_multipart_get_part(GMIME_MULTIPART(part), 0);
		return plain_text(arena, first);
	}
	if (!GMIME_IS_TEXT_PART(part))
		return "";
	text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
	done = arena_strdup(arena, text == NULL ? "" : text);
	g_free(text);
	return done;
}

static const char *
copy(struct arena *arena, const char *s)
{
	return s == NULL ? "" : arena_strdup(arena, s);
}

/*
 * A header in words: each encoded word is decoded alone, because GMime reads
 * neighbours as one and stops at the padding of the first.
 */
static const char *
words(struct arena *arena, const char *raw)
{
	const char *done, *end, *p;
	char *word, *text;
	GString *out;
	int coded = 0, before;

	out = g_string_new(NULL);
	for (p = raw == NULL ? "" : raw; *p != '\0'; p = end) {
		p += strspn(p, " \t\r\n");
		end = p + strcspn(p, " \t\r\n");
		word = g_strndup(p, (gsize)(end - p));
		text = g_mime_utils_header_decode_text(NULL, word);
		before = coded;
		coded = strncmp(p, "=?", 2) == 0;
		if (out->len > 0 && !(before && coded))
			g_string_append_c(out, ' ');
		g_string_append(out, text);
		g_free(text);
		g_free(word);
	}
	done = copy(arena, out->str);
	g_string_free(out, TRUE);
	return done;
}

static const char *
addresses(struct arena *arena, InternetAddressList *list)
{
	const char *done;
	char *text;

	text = list == NULL ? NULL :
	    internet_address_list_to_string(list, NULL, FALSE);
	done = copy(arena, text);
	g_free(text);
	return done;
}

static const char *
when_sent(struct arena *arena, GDateTime *date)
{
	GTimeZone *zone;
	GDateTime *here;
	const char *done;
	char *text;

	if (date == NULL)
		return "";
	zone = g_time_zone_new_offset(9 * 3600);
	here = g_date_time_to_timezone(date, zone);
	text = g_date_time_format(here, "%Y-%m-%d %H:%M:%S+09");
	done = copy(arena, text);
	g_free(text);
	g_date_time_unref(here);
	g_time_zone_unref(zone);
	return done;
}

static void
take(struct arena *arena, GMimeMessage *m, struct letter *l)
{
	GMimeObject *o = GMIME_OBJECT(m);
	GMimeHeader *h;

	l->from = addresses(arena, g_mime_message_get_from(m));
	l->to = addresses(arena, g_mime_message_get_to(m));
	h = g_mime_header_list_get_header(g_mime_object_get_header_list(o),
	    "Subject");
	l->subject = words(arena, h == NULL ? "" :
	    g_mime_header_get_raw_value(h));
	l->kind = copy(arena, g_mime_object_get_header(o, "X-Sojourn-Kind"));
	l->lang = copy(arena, g_mime_object_get_header(
	    g_mime_message_get_mime_part(m), "Content-Language"));
	l->sent = when_sent(arena, g_mime_message_get_date(m));
	l->text = plain_text(arena, g_mime_message_get_mime_part(m));
}

int
folder_read(struct arena *arena, const char *id, struct letter *l)
{
	GMimeMessage *message;
	GMimeParser *parser;
	GMimeStream *stream;
	char path[600];
	int fd;

	if (strspn(id, "0123456789.") != strlen(id) || *id == '.')
		return 0;
	snprintf(path, sizeof(path), "%s/%s.eml", folder, id);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd == -1)
		return 0;
	l->id = arena_strdup(arena, id);
	stream = g_mime_stream_fs_new(fd);	/* closes fd */
	parser = g_mime_parser_new_with_stream(stream);
	g_object_unref(stream);
	message = g_mime_parser_construct_message(parser, NULL);
	g_object_unref(parser);
	if (message == NULL)
		return 0;
	take(arena, message, l);
	g_object_unref(message);
	return 1;
}
