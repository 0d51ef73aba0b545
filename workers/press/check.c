#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib.h>

#include "log.h"
#include "press.h"

#define PATIENCE_MS	15000
#define ANSWER_MAX	(4u << 20)

/*
 * A finished file is read back before it is signed: its text by pdftotext, its
 * code by a child of our own (scan.c), both at once.
 */

/* The file as descriptor 0 of the child. */
static int
file_of(const unsigned char *bytes, size_t size)
{
	int fd = memfd_create("document", MFD_CLOEXEC);
	size_t done = 0;
	ssize_t n;

	while (fd >= 0 && done < size) {
		n = write(fd, bytes + done, size - done);
		if (n > 0)
			done += (size_t)n;
		else if (errno != EINTR) {
			close(fd);
			return -1;
		}
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* Runs the program with the file before it and `out` behind it. */
static int
start(char *const argv[], int in, int out, pid_t *pid)
{
	char *const envp[] = { "LC_ALL=C.UTF-8", NULL };
	posix_spawn_file_actions_t actions;
	int rc;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_addclosefrom_np(&actions, 3);
	rc = posix_spawn(pid, argv[0], &actions, NULL, argv, envp);
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

/* All that the child says, until it ends or is too slow. */
static GString *
hear(int fd)
{
	GString *said = g_string_new(NULL);
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	gint64 ends = g_get_monotonic_time() + PATIENCE_MS * 1000L, left;
	char part[16384];
	ssize_t n;

	while (said->len < ANSWER_MAX) {
		left = (ends - g_get_monotonic_time()) / 1000;
		if (left <= 0 || poll(&ready, 1, (int)left) == 0)
			break;
		n = read(fd, part, sizeof(part));
		if (n == 0)
			return said;
		if (n > 0)
			g_string_append_len(said, part, n);
		else if (errno != EINTR)
			break;
	}
	g_string_truncate(said, 0);
	return said;
}

/* A child that reads the file, and the end of what it says. */
struct reader {
	pid_t		 pid;		/* -1: it did not start */
	int		 said;
};

/* The text, by a program; or, without one, the code. */
static void
reader_start(struct reader *r, char *const argv[], const unsigned char *pdf,
    size_t size)
{
	int out[2], in;

	r->pid = -1;
	r->said = -1;
	if (pipe2(out, O_CLOEXEC) == -1)
		return;
	if (argv == NULL)
		r->pid = scan_start(pdf, size, out[1]);
	else if ((in = file_of(pdf, size)) >= 0) {
		if (start(argv, in, out[1], &r->pid) != 0)
			r->pid = -1;
		close(in);
	}
	close(out[1]);
	r->said = out[0];
}

/* What it says of the file; empty when it failed. */
static GString *
reader_end(struct reader *r)
{
	GString *said = r->pid > 0 ? hear(r->said) : g_string_new(NULL);

	if (r->pid > 0) {
		kill(r->pid, SIGKILL);	/* where it still runs */
		while (waitpid(r->pid, NULL, 0) == -1 && errno == EINTR)
			;
	}
	if (r->said >= 0)
		close(r->said);
	return said;
}

/* The text without white space: where lines break says nothing. */
static GString *
bare(const char *text)
{
	GString *out = g_string_new(NULL);

	for (; *text != '\0'; text = g_utf8_next_char(text))
		if (!g_unichar_isspace(g_utf8_get_char(text)))
			g_string_append_len(out, text,
			    g_utf8_next_char(text) - text);
	return out;
}

static int
was_read(const GString *said, const char *text)
{
	GString *want = bare(text);
	int found = strstr(said->str, want->str) != NULL;

	g_string_free(want, TRUE);
	return found;
}

static int
table_was_read(const GString *said, const struct paper_table *t)
{
	size_t i;
	int good = was_read(said, t->caption);

	for (i = 0; i < t->ncolumns; i++)
		good &= was_read(said, t->columns[i].title);
	for (i = 0; i < t->nrows * t->ncolumns; i++)
		good &= was_read(said, t->cells[i]);
	for (i = 0; t->foot != NULL && i < t->ncolumns; i++)
		good &= was_read(said, t->foot[i]);
	return good;
}

/* A letter's paragraphs go over pages: without foot and head between them. */
static GString *
without_seams(const GString *text, const char *raw, const struct paper *paper)
{
	GString *out = g_string_new(text->str), *seam = g_string_new(NULL);
	GString *want;
	char words[2][24];
	int pages = 0, n;

	for (; *raw != '\0'; raw++)
		pages += *raw == '\f';
	for (n = 1; n < pages; n++) {
		snprintf(words[0], sizeof(words[0]), "%d", n);
		snprintf(words[1], sizeof(words[1]), "%d", pages);
		g_string_printf(seam, "%s · %s%s", paper->serial, paper->code,
		    paper->page_text);
		g_string_replace(seam, "{page}", words[0], 0);
		g_string_replace(seam, "{pages}", words[1], 0);
		g_string_append_printf(seam, "%s · %s%s", paper->issuer,
		    paper->title, paper->serial);
		want = bare(seam->str);
		g_string_replace(out, want->str, "", 0);
		g_string_free(want, TRUE);
	}
	g_string_free(seam, TRUE);
	return out;
}

static int
letter_was_read(const GString *text, const struct paper_letter *l)
{
	size_t i;
	int good = was_read(text, l->addressee) & was_read(text, l->mark) &
	    was_read(text, l->salutation) & was_read(text, l->closing) &
	    was_read(text, l->name) & was_read(text, l->title) &
	    was_read(text, l->office);

	for (i = 0; i < l->nparagraphs; i++)
		good &= was_read(text, l->paragraphs[i]);
	return good;
}

static int
all_was_read(const GString *said, const struct paper *paper)
{
	size_t i;
	int good;

	good = was_read(said, paper->title) & was_read(said, paper->lead) &
	    was_read(said, paper->date) & was_read(said, paper->signatory) &
	    was_read(said, paper->code) & was_read(said, paper->url) &
	    was_read(said, paper->serial);
	if (paper->statement != NULL)
		good &= was_read(said, paper->statement);
	for (i = 0; i < paper->nfields; i++)
		good &= was_read(said, paper->fields[i].label) &
		    was_read(said, paper->fields[i].value);
	for (i = 0; i < paper->nparagraphs; i++)
		good &= was_read(said, paper->paragraphs[i]);
	for (i = 0; i < paper->nnotes; i++)
		good &= was_read(said, paper->notes[i]);
	for (i = 0; i < paper->ntables; i++)
		good &= table_was_read(said, &paper->tables[i]);
	return good;
}

/* 1 when the text of the file holds all that was to be printed. */
static int
text_is_right(const struct paper *paper, struct reader *r)
{
	GString *said = reader_end(r);
	GString *text = g_utf8_validate(said->str, (gssize)said->len, NULL) ?
	    bare(said->str) : g_string_new(NULL);
	GString *whole = without_seams(text, said->str, paper);
	int right = all_was_read(text, paper) && (paper->letter == NULL ||
	    letter_was_read(whole, paper->letter));

	g_string_free(whole, TRUE);
	g_string_free(said, TRUE);
	g_string_free(text, TRUE);
	return right;
}

/* 1 when a telephone would read the address in its code, and nothing else. */
static int
code_is_right(const struct paper *paper, struct reader *r)
{
	GString *said = reader_end(r);
	int right = said->len == strlen(paper->url) + 1 &&
	    strncmp(said->str, paper->url, said->len - 1) == 0;

	g_string_free(said, TRUE);
	return right;
}

int
check_paper(const struct paper *paper, const unsigned char *pdf, size_t size)
{
	char *const argv[] = { "/usr/bin/pdftotext", "-raw", "-enc", "UTF-8",
	    "-", "-", NULL };
	struct reader words, sign;
	int text, code;

	reader_start(&words, argv, pdf, size);
	reader_start(&sign, NULL, pdf, size);
	text = text_is_right(paper, &words);
	code = code_is_right(paper, &sign);
	if (!text || !code)
		log_line(LOG_FAULT, "%s does not read back: text %s, code %s",
		    paper->serial, text ? "right" : "wrong",
		    code ? "right" : "wrong");
	return text && code ? 0 : -1;
}
