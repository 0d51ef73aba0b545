#include <string.h>

#include <glib.h>

#include "i18n.h"
#include "mailer.h"

const char *
mail_value(const struct mail *m, const char *key)
{
	const char *s;

	if (strcmp(key, "token") == 0 || strcmp(key, "code") == 0)
		return m->secret;
	s = json_string_value(json_object_get(m->values, key));
	return s == NULL ? "" : s;
}

/* Whether a part's condition holds; see struct part. */
static int
holds(const struct mail *m, const char *when)
{
	char key[40];
	const char *eq;
	size_t n;

	if (when == NULL)
		return 1;
	if (*when == '!')
		return *mail_value(m, when + 1) == '\0';
	eq = strchr(when, '=');
	if (eq == NULL)
		return *mail_value(m, when) != '\0';
	n = (size_t)(eq - when);
	if (n >= sizeof(key))
		return 0;
	memcpy(key, when, n);
	key[n] = '\0';
	return strcmp(mail_value(m, key), eq + 1) == 0;
}

/* A value inside a sentence: control characters become spaces (S17). */
static void
append_clean(GString *out, const char *s)
{
	for (; *s != '\0'; s++)
		g_string_append_c(out,
		    (unsigned char)*s < 0x20 || *s == 0x7f ? ' ' : *s);
}

/* text with every {key} replaced. */
static char *
fill(struct arena *arena, const struct mail *m, const char *text)
{
	char key[40], *done;
	const char *end, *colon;
	GString *out;
	size_t n;

	out = g_string_new(NULL);
	while (*text != '\0') {
		end = *text == '{' ? strchr(text, '}') : NULL;
		colon = end == NULL ? NULL :
		    i18n_colon(text + 1, (size_t)(end - text - 1));
		n = end == NULL ? sizeof(key) :
		    (size_t)((colon == NULL ? end : colon) - text - 1);
		if (n >= sizeof(key)) {
			g_string_append_c(out, *text++);
			continue;
		}
		memcpy(key, text + 1, n);
		key[n] = '\0';
		if (colon == NULL)
			append_clean(out, mail_value(m, key));
		else
			i18n_branch(out, colon + 1, (size_t)(end - colon - 1),
			    mail_value(m, key));
		text = end + 1;
	}
	done = arena_strndup(arena, out->str, out->len);
	g_string_free(out, TRUE);
	return done;
}

static void
append_html(GString *out, const char *before, const char *text,
    const char *after)
{
	char *safe;

	safe = g_markup_escape_text(text, -1);
	g_string_append_printf(out, "%s%s%s", before, safe, after);
	g_free(safe);
}

/* Looks of the HTML part: mail readers know no stylesheets. */
#define HTML_HEAD "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n" \
	"<meta charset=\"utf-8\">\n" \
	"<meta name=\"viewport\" content=\"width=device-width\">\n" \
	"<meta name=\"color-scheme\" content=\"light dark\">\n</head>\n" \
	"<body style=\"margin:0;padding:24px 16px;font:16px/1.6 'Noto Sans " \
	"KR','Malgun Gothic','Noto Sans JP',system-ui,sans-serif\">\n" \
	"<div style=\"max-width:560px;margin:0 auto\">\n"
#define HTML_HOST "<p style=\"margin:0 0 16px;padding-bottom:12px;" \
	"border-bottom:3px solid #256ef4;font-weight:bold\">"
#define HTML_H1	"<h1 style=\"margin:0 0 16px;font-size:22px;" \
	"line-height:1.35\">"
#define HTML_P	"<p style=\"margin:0 0 16px\">"
#define HTML_CODE "<p style=\"margin:0 0 16px;padding:12px 16px;" \
	"border:1px solid #58616a;border-radius:6px;font:bold 22px/1.4 " \
	"monospace;letter-spacing:2px\">"
#define HTML_LINK "<p style=\"margin:0 0 8px\"><a style=\"display:" \
	"inline-block;padding:12px 20px;border-radius:6px;background:#0b50d0;" \
	"color:#ffffff;font-weight:bold;text-decoration:none\" href=\""
#define HTML_URL "<p style=\"margin:0 0 24px;font-size:14px;" \
	"overflow-wrap:anywhere\">"
#define HTML_FOOT "<p style=\"margin:0;padding-top:12px;" \
	"border-top:1px solid #b1b8be;font-size:14px\">"

struct out {
	struct arena		*arena;
	const struct mail	*mail;
	GString			*plain, *html;
};

static void
add_paragraph(struct out *o, const char *text, const char *html)
{
	g_string_append_printf(o->plain, "%s\n\n", text);
	append_html(o->html, html, text, "</p>\n");
}

static void
add_link(struct out *o, const char *label, const char *path)
{
	const char *url;

	url = arena_printf(o->arena, "%s%s", mail_value(o->mail, "base"),
	    fill(o->arena, o->mail, path));
	g_string_append_printf(o->plain, "%s\n\n", url);
	append_html(o->html, HTML_LINK, url, "\">");
	append_html(o->html, "", label, "</a></p>\n");
	append_html(o->html, HTML_URL, url, "</p>\n");
}

static void
add_part(struct out *o, const struct part *p)
{
	const char *text = "";

	if (p->text != NULL)
		text = fill(o->arena, o->mail,
		    i18n_text(o->mail->lang, p->text));
	switch (p->type) {
	case PART_TEXT:
		add_paragraph(o, text, HTML_P);
		break;
	case PART_FACT:
		if (*mail_value(o->mail, p->value) == '\0')
			break;
		add_paragraph(o, arena_printf(o->arena, "%s: %s", text,
		    fill(o->arena, o->mail, arena_printf(o->arena, "{%s}",
		    p->value))), HTML_P);
		break;
	case PART_LINK:
		add_link(o, text, p->value);
		break;
	case PART_CODE:
		add_paragraph(o, o->mail->secret, HTML_CODE);
		break;
	default:
		break;
	}
}

/* What happened: the first subject whose condition holds. */
static const char *
subject_of(struct out *o)
{
	const struct part *p;

	for (p = o->mail->kind->parts; p->type != PART_END; p++)
		if (p->type == PART_SUBJECT && holds(o->mail, p->when))
			return fill(o->arena, o->mail,
			    i18n_text(o->mail->lang, p->text));
	return "";
}

static void
add_foot(struct out *o)
{
	const char *text;

	text = fill(o->arena, o->mail, i18n_text(o->mail->lang,
	    N_("{host_code} {office} · {office_phone} · {office_email}")));
	g_string_append_printf(o->plain, "-- \n%s\n", text);
	append_html(o->html, HTML_FOOT, text, "</p>\n</div>\n</body>\n</html>\n");
}

void
text_render(struct arena *arena, const struct mail *m, struct text *t)
{
	struct out o = { arena, m, g_string_new(NULL), g_string_new(NULL) };
	const struct part *p;
	const char *what;

	what = subject_of(&o);
	t->subject = arena_printf(arena, "[%s] %s",
	    mail_value(m, "host_code"), what);
	g_string_append_printf(o.html, HTML_HEAD, m->lang);
	append_html(o.html, HTML_HOST, mail_value(m, "host"), "</p>\n");
	append_html(o.html, HTML_H1, what, "</h1>\n");
	for (p = m->kind->parts; p->type != PART_END; p++)
		if (p->type != PART_SUBJECT && holds(m, p->when))
			add_part(&o, p);
	add_foot(&o);
	t->plain = arena_strndup(arena, o.plain->str, o.plain->len);
	t->html = arena_strndup(arena, o.html->str, o.html->len);
	g_string_free(o.plain, TRUE);
	g_string_free(o.html, TRUE);
}
