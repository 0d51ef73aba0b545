#ifndef VALUE_H
#define VALUE_H

#include "sheet.h"

/*
 * Values about a person, made alike: the same rules for a cell of a list and
 * a field of a form.  Each function takes UTF-8 as typed and gives a new
 * text in *out, the caller's (free), when it returns VALUE_OK; else *out is
 * NULL.  An empty text is VALUE_EMPTY: whether it may be is the caller's.
 */

enum value_code {
	VALUE_OK,
	VALUE_EMPTY,
	VALUE_TOO_LONG,     /* limit in characters */
	VALUE_HIDDEN,       /* characters that cannot be seen (S17) */
	VALUE_LOST,         /* letters lost in an earlier save */
	VALUE_EXPONENT,     /* 2.02E+07: a spreadsheet program changed it */
	VALUE_IS_DATE,      /* a spreadsheet program made a date of it */
	VALUE_STUDENT_NO,   /* characters that no student number has */
	VALUE_DATE,         /* not a date in a known form */
	VALUE_NO_SUCH_DAY,  /* 31 February */
	VALUE_TWO_DATES,    /* could be one of two dates */
	VALUE_DATE_RANGE,   /* nobody applying was born then */
	VALUE_LEVEL,
	VALUE_STATUS,
	VALUE_EMAIL,
	VALUE_TWO_EMAILS,
	VALUE_PHONE,
	VALUE_CREDITS,      /* limit = the highest */
	VALUE_TEMPID,       /* not the form of a temporary ID */
	VALUE_TEMPID_CHECK, /* its check digit is wrong */
	VALUE_RESIDENT,     /* held a resident number and was blanked (S16) */
	VALUE_CODES
};

enum {
	VALUE_NAME_MAX = 120,
	VALUE_STUDENT_NO_MAX = 30,
	VALUE_EMAIL_MAX = 254,
	VALUE_TEXT_MAX = 100,
	VALUE_SEMESTER_MAX = 20,
	VALUE_CREDITS_MAX = 30
};

/* A person's name: NFC, one space between words, 1 to 120 characters. */
enum value_code value_name(const char *s, char **out);

/* One line of other text, such as a department: NFC, at most max. */
enum value_code value_line(const char *s, size_t max, char **out);

/* Letters, digits and - _ . / in half width, at most 30. */
enum value_code value_student_no(const char *s, char **out);

/*
 * A date of birth as yyyy-mm-dd.  this_year decides the century of two
 * digits (nobody is under ten) and what is plausible; kind tells whether the
 * cell was a number, which has lost its leading zeros.
 */
enum value_code value_birth_date(
    const char *s, enum sheet_kind kind, int this_year, char **out);

/* BA, MA, PHD or MSPHD. */
enum value_code value_level(const char *s, char **out);

/* enrolled or leave. */
enum value_code value_status(const char *s, char **out);

/* One addr-spec without quotes or comments, its domain in small letters. */
enum value_code value_email(const char *s, char **out);

/* Digits with single hyphens, perhaps + first; 7 to 15 digits. */
enum value_code value_phone(const char *s, char **out);

/* A whole number from 1 to 30 (R19). */
enum value_code value_credits(const char *s, char **out);

/* A temporary ID of this system (R22), in capitals. */
enum value_code value_tempid(const char *s, char **out);

/* True for what people write into a cell to say there is nothing. */
bool value_is_nothing(const char *s);

/* A stable word: "no-such-day"; kept in the database. */
const char *value_code_name(enum value_code code);

/* The code of a word; VALUE_CODES for one nobody knows. */
enum value_code value_code_of(const char *name);

/* What is wrong and what to do, one sentence; the caller's (free). */
char *value_code_text(
    enum value_code code, long limit, sheet_translate translate, void *arg);

#endif
