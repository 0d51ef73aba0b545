#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "log.h"

static const char *log_program = "sojourn";

void
log_init(const char *program)
{
	log_program = program;
}

/*
 * One write(2) per line, so that lines of threads do not mix.  Bytes below
 * 0x20 and 0x7f become \xNN.
 */
static void
log_write(enum log_level level, const char *fmt, va_list ap)
{
	char text[2000], line[4200];
	size_t n;
	int i;

	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		return;
	n = (size_t)snprintf(line, 100, "<%d>%s[%d]: ", (int)level,
	    log_program, (int)getpid());
	for (i = 0; text[i] != '\0' && n < sizeof(line) - 6; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c < 0x20 || c == 0x7f)
			n += (size_t)snprintf(line + n, 5, "\\x%02x", c);
		else
			line[n++] = (char)c;
	}
	line[n++] = '\n';
	if (write(STDERR_FILENO, line, n) == -1)
		return;		/* nowhere left to say it */
}

void
log_line(enum log_level level, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_write(level, fmt, ap);
	va_end(ap);
}

void
log_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	log_write(LOG_FAULT, fmt, ap);
	va_end(ap);
	exit(1);
}
