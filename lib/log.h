#ifndef SOJOURN_LOG_H
#define SOJOURN_LOG_H

/*
 * One line to standard error, with a <severity> prefix for journald.  Control
 * characters are made visible.  Never pass personal data or tokens (S12).
 */
enum log_level { LOG_FAULT = 3, LOG_WARN = 4, LOG_NOTE = 5, LOG_MORE = 7 };

void	log_init(const char *program);
void	log_line(enum log_level, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
/* Start-up only: logs and exits 1. */
void	log_die(const char *fmt, ...)
	    __attribute__((format(printf, 1, 2), noreturn));

#endif
