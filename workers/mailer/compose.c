#include <string.h>
#include <time.h>

#include <gmime/gmime.h>

#include "mailer.h"

int
address_fine(const char *s)
{
	const char *at = NULL, *p;

	if (strlen(s) > 254)
		return 0;
	for (p = s; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		if (c <= 0x20 || c == 0x7f || strchr("<>()[],;:\\\"", c))
			return 0;
		if (c == '@' && at != NULL)
			return 0;
		if (c == '@')
			at = p;
	}
	return at != NULL && at > s && at[1] != '\0' && at[1] != '.' &&
	    p[-1] != '.' && s[0] != '-';
}

/*
 * A part in UTF-8, always: g_mime_text_part_set_text() would recode what fits
 * into Latin 1, while the HTML says of itself that it is UTF-8.
 */
static GMimeObject *
text_part(const char *subtype, const char *text, int eight_bit)
{
	GMimeDataWrapper *content;
	GMimeTextPart *part;
	GMimeStream *bytes;

	part = g_mime_text_part_new_with_subtype(subtype);
	g_mime_text_part_set_charset(part, "utf-8");
	bytes = g_mime_stream_mem_new_with_buffer(text, strlen(text));
	content = g_mime_data_wrapper_new_with_stream(bytes,
	    GMIME_CONTENT_ENCODING_DEFAULT);
	g_mime_part_set_content(GMIME_PART(part), content);
	g_object_unref(content);
	g_object_unref(bytes);
	g_mime_part_set_content_encoding(GMIME_PART(part), eight_bit ?
	    GMIME_CONTENT_ENCODING_8BIT :
	    GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
	return GMIME_OBJECT(part);
}

static void
set_body(GMimeMessage *msg, const struct text *t, int eight_bit)
{
	GMimeMultipart *both;
	GMimeObject *part;

	both = g_mime_multipart_new_with_subtype("alternative");
	part = text_part("plain", t->plain, eight_bit);
	g_mime_multipart_add(both, part);
	g_object_unref(part);
	part = text_part("html", t->html, eight_bit);
	g_mime_multipart_add(both, part);
	g_object_unref(part);
	g_mime_message_set_mime_part(msg, GMIME_OBJECT(both));
	g_object_unref(both);
}

static void
set_header(GMimeMessage *msg, const char *name, const char *value)
{
	g_mime_object_set_header(GMIME_OBJECT(msg), name, value, "utf-8");
}

static void
set_headers(GMimeMessage *msg, const struct mail *m, const char *from,
    const char *subject)
{
	InternetAddressList *list;
	GDateTime *now;

	list = internet_address_list_parse(NULL, from);
	if (list != NULL) {
		internet_address_list_append(g_mime_message_get_addresses(msg,
		    GMIME_ADDRESS_TYPE_FROM), list);
		g_object_unref(list);
	}
	g_mime_message_add_mailbox(msg, GMIME_ADDRESS_TYPE_TO, NULL, m->to);
	g_mime_message_set_subject(msg, subject, "utf-8");
	now = g_date_time_new_now_local();
	g_mime_message_set_date(msg, now);
	g_date_time_unref(now);
	g_mime_message_set_message_id(msg, m->message_id);
	set_header(msg, "X-Sojourn-Kind", m->kind_name);
	set_header(msg, "Content-Language", m->lang);
	set_header(msg, "Auto-Submitted", "auto-generated");
}

char *
compose(const struct mail *m, const struct text *t, const char *from,
    int eight_bit, size_t *len)
{
	GMimeFormatOptions *opt;
	GMimeMessage *msg;
	char *data;

	if (!address_fine(m->to))
		return NULL;
	msg = g_mime_message_new(TRUE);
	set_headers(msg, m, from, t->subject);
	set_body(msg, t, eight_bit);
	opt = g_mime_format_options_new();
	g_mime_format_options_set_newline_format(opt, eight_bit ?
	    GMIME_NEWLINE_FORMAT_UNIX : GMIME_NEWLINE_FORMAT_DOS);
	data = g_mime_object_to_string(GMIME_OBJECT(msg), opt);
	g_mime_format_options_free(opt);
	g_object_unref(msg);
	*len = strlen(data);
	return data;
}
