#ifndef SOJOURN_IMPORT_H
#define SOJOURN_IMPORT_H

#include <stddef.h>

#include <jansson.h>

#include "sojourn.h"
#include "table.h"

/*
 * What `import` knows about a column.  convert makes the value that the
 * database gets from the cell's cleaned text; it returns NULL and sets *value,
 * or a word that says what is wrong: "invalid", "missing".
 */
struct import_column {
	const char		*key;
	const char *const	*names;		/* headings, ends with NULL */
	int			 required;
	const char		*(*convert)(const struct import_column *,
				    const char *text, json_t **value);
	const void		*arg;		/* limits or words of convert */
};

/* One kind of file. */
struct import_kind {
	const char			*name;	/* courses */
	const struct import_column	*columns;
	size_t				 ncolumns;
	/* Completes a row once its cells are converted: defaults, moments. */
	const char			*(*finish)(json_t *row,
					    const char *zone);
	/* What a row is about, for the report; the caller's. */
	char				*(*about)(const json_t *row);
};

extern const struct import_kind import_courses, import_people, import_calendar;

/* A word and what it means in the database; ends with NULL. */
struct import_word {
	const char	*word, *means;
};

/* Converters for import_column.convert. */
const char	*import_text(const struct import_column *, const char *,
		    json_t **);		/* arg: size_t, most characters */
const char	*import_word(const struct import_column *, const char *,
		    json_t **);		/* arg: struct import_word[] */
const char	*import_whole(const struct import_column *, const char *,
		    json_t **);		/* arg: long[2], least and most */
const char	*import_code(const struct import_column *, const char *,
		    json_t **);		/* capitals; arg: size_t */
const char	*import_login(const struct import_column *, const char *,
		    json_t **);
const char	*import_mail(const struct import_column *, const char *,
		    json_t **);
const char	*import_day(const struct import_column *, const char *,
		    json_t **);		/* yyyy-mm-dd, yyyy.m.d, yyyymmdd */
const char	*import_day_or_none(const struct import_column *, const char *,
		    json_t **);		/* and -, which empties it */
const char	*import_times(const struct import_column *, const char *,
		    json_t **);

/* yes and no in the languages of offices. */
extern const struct import_word import_yes_no[];

/*
 * A day or a moment as offices write it ("2025-08-18", "2025.8.18(월) 09:00"),
 * as text for PostgreSQL.  A day alone is its beginning, or with end = 1 the
 * beginning of the next, and *whole_day is 1.  0, or -1 for anything else.
 */
int		 import_moment(const char *text, const char *zone, int end,
		    int *whole_day, char *out, size_t size);

/* What a word of a problem means, translated; value belongs to it. */
void		 import_problem(struct cli *, const char *field,
		    const char *why, const char *value);

#endif
