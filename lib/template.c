#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "conf.h"
#include "i18n.h"
#include "log.h"
#include "template.h"

/* "shared/layout" → three trees.  Written at start-up, read-only after. */
static GHashTable *templates;

static void
lex_one(const char *name, const char *text, const char *lang, CtplToken **tree)
{
	CtplInputStream *in;
	GError *err = NULL;
	const char *why;
	char *ready;

	ready = template_prepare(text, lang, NULL, NULL, &why);
	if (ready == NULL)
		log_die("template %s: %s", name, why);
	in = ctpl_input_stream_new_for_memory(ready, -1, NULL, name);
	*tree = ctpl_lexer_lex(in, &err);
	if (*tree == NULL && ready[0] != '\0')
		log_die("template %s (%s): %s", name, lang,
		    err == NULL ? "not understood" : err->message);
	/* CTPL cuts a template silently at an error inside {if}. */
	if (!ctpl_input_stream_eof(in, NULL))
		log_die("template %s (%s): cut at line %u: a mistake inside "
		    "an {if}", name, lang, ctpl_input_stream_get_line(in));
	ctpl_input_stream_unref(in);
	g_free(ready);
}

static void
load_file(const char *dir, const char *sub, const char *file)
{
	CtplToken **trees;
	char *path, *name, *text;
	int i;

	path = g_strdup_printf("%s/%s/%s", dir, sub, file);
	name = g_strdup_printf("%s/%.*s", sub, (int)strlen(file) - 4, file);
	if (!g_file_get_contents(path, &text, NULL, NULL))
		log_die("%s: cannot be read", path);
	if (!g_utf8_validate(text, -1, NULL))
		log_die("%s: not UTF-8", path);
	trees = g_new0(CtplToken *, I18N_LANGS);
	for (i = 0; i < I18N_LANGS; i++)
		lex_one(name, text, i18n_langs[i], &trees[i]);
	g_hash_table_insert(templates, name, trees);
	g_free(text);
	g_free(path);
}

static void
load_folder(const char *dir, const char *sub, int must)
{
	struct dirent *e;
	char *path;
	size_t n;
	DIR *d;

	path = g_strdup_printf("%s/%s", dir, sub);
	d = opendir(path);
	if (d == NULL) {
		if (must)
			log_die("%s: no templates there", path);
		g_free(path);
		return;
	}
	while ((e = readdir(d)) != NULL) {
		n = strlen(e->d_name);
		if (n > 4 && strcmp(e->d_name + n - 4, ".tpl") == 0)
			load_file(dir, sub, e->d_name);
	}
	closedir(d);
	g_free(path);
}

void
template_load(const struct conf *conf, const char *program)
{
	const char *dir;

	dir = conf_get(conf, "templates", "/usr/share/sojourn/templates");
	templates = g_hash_table_new(g_str_hash, g_str_equal);
	load_folder(dir, "shared", 1);
	load_folder(dir, program, 0);
}

const CtplToken *
template_find(const char *name, const char *lang)
{
	CtplToken **trees;

	trees = templates == NULL ? NULL : g_hash_table_lookup(templates, name);
	return trees == NULL ? NULL : trees[i18n_index(lang)];
}
