#ifndef SOJOURN_LETTER_FILE_H
#define SOJOURN_LETTER_FILE_H

struct req;

/*
 * The file of an official letter, as it comes with a form in the field `letter`
 * (R6, R12): a PDF or a picture by its bytes (S16), as values of a database
 * call that live as long as the request.  All are NULL where none came, or where
 * it is something else; then the field is marked.
 */
struct letter_file {
	const char	*name;
	const char	*type;
	const char	*bytes;
};

struct letter_file letter_file(struct req *);

#endif
