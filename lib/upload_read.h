#ifndef SOJOURN_UPLOAD_READ_H
#define SOJOURN_UPLOAD_READ_H

struct req;
struct upload_file;

/* What was read of a file: ready for the database. */
struct upload_rows {
	const char	*rows;		/* JSON, as applicant_json() */
	const char	*notes;		/* JSON: what the reader says of the file */
	const char	*sha256;	/* bytea literal */
};

/*
 * Reads an applicant list in a process of its own (S16).  Returns NULL with
 * the field `list` marked when the file is refused; memory of the request.
 */
struct upload_rows	*upload_read(struct req *, const struct upload_file *,
			    int this_year);

#endif
