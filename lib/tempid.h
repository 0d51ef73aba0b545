#ifndef TEMPID_H
#define TEMPID_H

#include <stdbool.h>

/*
 * The temporary ID (contract section 3): E, two digits of the year, the term
 * (1, 2, S, W), five digits of a serial, one ISO 7064 MOD 11,10 check digit.
 */

enum { TEMPID_LENGTH = 10 };

/* True when id has that form and its check digit is right; capitals only. */
bool tempid_is_valid(const char *id);

/* True when id has the form, whatever its check digit. */
bool tempid_has_form(const char *id);

/* The check digit, '0' to '9', of the eight characters after the E. */
char tempid_check_digit(const char *eight);

#endif
