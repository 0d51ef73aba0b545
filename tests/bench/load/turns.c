/*
 * Every request is another student's, until all have had a turn, and then for
 * another section: a registration is never asked for twice.  The connections do
 * not wait, so this is what the machine can do.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

static struct student {
	char	 session[48], csrf[48];
} *students;
static long nstudents, turn;

void
turns_read(const char *tokens)
{
	struct student s;
	long cap = 0;
	FILE *f;

	f = fopen(tokens, "r");
	if (f == NULL) {
		perror(tokens);
		exit(1);
	}
	while (fscanf(f, "%47s %47s", s.session, s.csrf) == 2) {
		if (nstudents == cap) {
			cap = cap == 0 ? 1 << 12 : cap * 2;
			students = realloc(students,
			    (size_t)cap * sizeof(*students));
			if (students == NULL)
				abort();
		}
		students[nstudents++] = s;
	}
	fclose(f);
	if (nstudents == 0) {
		fprintf(stderr, "too few tokens\n");
		exit(1);
	}
}

static void
send_text(struct client *c, const char *text, int n)
{
	char *own = malloc((size_t)n);

	if (own == NULL)
		abort();
	memcpy(own, text, (size_t)n);
	wire_send(c, own, (size_t)n);
}

void
turns_next(struct client *c)
{
	long at = opt.part + opt.parts * turn++, i = at % nstudents, round = at / nstudents;
	long section = opt.hot ? round : (i * 7 + round) % opt.sections;
	const struct student *s = &students[i];
	char body[192], text[512];
	int n;

	c->session = s->session;
	snprintf(c->request, sizeof(c->request), "bench-%ld-%ld", i, round);
	n = snprintf(body, sizeof(body), "csrf=%s&request=%s&section=BEN%ld-01",
	    s->csrf, c->request, 1001 + section);
	n = snprintf(text, sizeof(text), "POST /register/enrol HTTP/1.1\r\n"
	    "Host: localhost\r\nCookie: session=%s; lang=en\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\n"
	    "Content-Length: %d\r\n\r\n%s", s->session, n, body);
	send_text(c, text, n);
}

int
turns_page(struct client *c)
{
	char text[256];
	int n;

	if (!opt.flow)
		return 0;
	c->step = STEP_PAGE;
	n = snprintf(text, sizeof(text), "GET /register?r=%s HTTP/1.1\r\n"
	    "Host: localhost\r\nCookie: session=%s; lang=en\r\n"
	    "Accept-Encoding: gzip\r\n\r\n", c->request, c->session);
	send_text(c, text, n);
	return 1;
}
