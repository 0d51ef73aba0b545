#include <stddef.h>
#include <stdint.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "resident.h"
#include "value.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void
check_text(const char *s)
{
	static enum value_code (*const readers[])(const char *, char **) = {
	    value_name, value_student_no, value_level, value_status,
	    value_email, value_phone, value_credits, value_tempid};
	enum value_code code;
	char *value;
	size_t i;

	for (i = 0; i < G_N_ELEMENTS(readers); i++) {
		code = readers[i](s, &value);
		if ((code == VALUE_OK) != (value != NULL) ||
		    (value != NULL && !g_utf8_validate(value, -1, NULL)))
			abort();
		free(value);
	}
	code = value_birth_date(s, SHEET_NUMBER, 2025, &value);
	if (code == VALUE_OK && strlen(value) != strlen("2001-03-09"))
		abort();
	free(value);
	code = value_birth_date(s, SHEET_TEXT, 2025, &value);
	free(value);
	resident_in_text(s);
	resident_in_number(s);
	resident_heading(s);
	resident_below_heading(s);
	value_is_nothing(s);
}

/* Any UTF-8 text as each kind of value. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char *s = g_strndup((const char *)bytes, size);

	if (g_utf8_validate(s, -1, NULL))
		check_text(s);
	g_free(s);
	return 0;
}
