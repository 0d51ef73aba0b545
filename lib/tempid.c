#include "tempid.h"

#include <string.h>

/* S and W count as 3 and 4; -1 for what stands in no ID. */
static int
value_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c == 'S' ? 3 : c == 'W' ? 4 : -1;
}

bool
tempid_has_form(const char *id)
{
	int i;

	if (strlen(id) != TEMPID_LENGTH || id[0] != 'E' ||
	    strchr("12SW", id[3]) == NULL)
		return false;
	for (i = 1; i < TEMPID_LENGTH; i++)
		if (i != 3 && (id[i] < '0' || id[i] > '9'))
			return false;
	return true;
}

char
tempid_check_digit(const char *eight)
{
	int product = 10, sum, i;

	for (i = 0; i < TEMPID_LENGTH - 2; i++) {
		sum = (product + value_of(eight[i])) % 10;
		product = (sum == 0 ? 10 : sum) * 2 % 11;
	}
	return (char)('0' + (11 - product) % 10);
}

bool
tempid_is_valid(const char *id)
{
	return tempid_has_form(id) &&
	    tempid_check_digit(id + 1) == id[TEMPID_LENGTH - 1];
}
