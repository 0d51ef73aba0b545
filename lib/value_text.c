#include <glib.h>
#include <string.h>

#include "i18n.h"
#include "value.h"

/* What is said to a person about a value; the words are kept in the database. */

static const struct {
	const char *name;
	const char *text;
} problems[VALUE_CODES] = {
    [VALUE_OK] = {"ok", ""},
    [VALUE_EMPTY] = {"empty", N_("Please fill this in.")},
    [VALUE_TOO_LONG] = {"too-long",
	N_("This is too long; at most {limit} characters.")},
    [VALUE_HIDDEN] = {"hidden-characters",
	N_("This holds characters that cannot be seen. Please type it "
	   "again.")},
    [VALUE_LOST] = {"lost-characters",
	N_("Characters were lost here when the file was saved. Please type "
	   "it again.")},
    [VALUE_EXPONENT] = {"shortened-number",
	N_("The spreadsheet program has shortened this number. Please "
	   "format the cell as text and type the number again.")},
    [VALUE_IS_DATE] = {"made-a-date",
	N_("The spreadsheet program has made a date of this. Please format "
	   "the cell as text and type it again.")},
    [VALUE_STUDENT_NO] = {"student-number",
	N_("A student number has only letters, digits and the signs - _ . /")},
    [VALUE_DATE] = {"date",
	N_("This is not a date. Please write it as 2001-03-09.")},
    [VALUE_NO_SUCH_DAY] = {"no-such-day",
	N_("There is no such day in the calendar.")},
    [VALUE_TWO_DATES] = {"two-dates",
	N_("This can be read as two different dates. Please write it as "
	   "2001-03-09.")},
    [VALUE_DATE_RANGE] = {"date-range",
	N_("This cannot be the date of birth of a student.")},
    [VALUE_LEVEL] = {"level",
	N_("The course of study is one of bachelor, master, doctor, "
	   "integrated master and doctor.")},
    [VALUE_STATUS] = {"status",
	N_("The status is either enrolled or on leave.")},
    [VALUE_EMAIL] = {"email",
	N_("This is not an e-mail address. Please write it as "
	   "name@university.ac.kr.")},
    [VALUE_TWO_EMAILS] = {"two-emails",
	N_("Please give one e-mail address only.")},
    [VALUE_PHONE] = {"phone",
	N_("A telephone number has 7 to 15 digits, with hyphens.")},
    [VALUE_CREDITS] = {"credits",
	N_("The credits are a whole number from 1 to {limit}.")},
    [VALUE_TEMPID] = {"temporary-id",
	N_("A temporary ID is E and nine characters, as in E252000015.")},
    [VALUE_TEMPID_CHECK] = {"temporary-id-check",
	N_("A digit of this temporary ID is wrong.")},
    [VALUE_RESIDENT] = {"resident-number",
	N_("A resident registration number stood here and was deleted. "
	   "Please fill in what is asked.")},
};

const char *
value_code_name(enum value_code code)
{
	return code < VALUE_CODES ? problems[code].name : "unknown";
}

enum value_code
value_code_of(const char *name)
{
	int code;

	for (code = 0; code < VALUE_CODES; code++)
		if (strcmp(problems[code].name, name) == 0)
			break;
	return (enum value_code)code;
}

char *
value_code_text(
    enum value_code code, long limit, sheet_translate translate, void *arg)
{
	const char *text = code < VALUE_CODES ? problems[code].text : "";
	char number[24], **parts, *joined;

	if (translate != NULL && *text != '\0')
		text = translate(arg, text);
	g_snprintf(number, sizeof number, "%ld", limit);
	parts = g_strsplit(text, "{limit}", -1);
	joined = g_strjoinv(number, parts);
	g_strfreev(parts);
	return joined;
}
