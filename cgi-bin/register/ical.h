#ifndef REGISTER_ICAL_H
#define REGISTER_ICAL_H

#include <glib.h>

/*
 * Writing iCalendar (RFC 5545): content lines end with CRLF and are folded
 * after 75 octets, never inside a character.
 */

/* A property whose value needs no escaping: dates, rules, numbers. */
void	ical_line(GString *out, const char *name, const char *value);
/* A property of free text: \ ; , and line ends are escaped, other control
 * characters left out. */
void	ical_text(GString *out, const char *name, const char *text);

#endif
