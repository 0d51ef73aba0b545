#ifndef TEACH_H
#define TEACH_H

#include "app.h"
#include "arena.h"
#include "form.h"
#include "statements.h"

/* The pages of this program, one file each. */
/* index.c */
enum outcome	teach_index(struct req *);
/* section.c */
enum outcome	teach_section(struct req *);
/* grades.c */
enum outcome	teach_grades_show(struct req *);
enum outcome	teach_grades(struct req *);
/* one.c */
enum outcome	teach_one(struct req *);
/* file.c */
enum outcome	teach_sheet_xlsx(struct req *);
enum outcome	teach_sheet_csv(struct req *);
/* appeals.c */
enum outcome	teach_appeals_show(struct req *);
enum outcome	teach_appeals(struct req *);

/* What the pages share. */
/* A page of the sheet, with the answers to rows that were not saved: rows of
 * save.sql, or NULL. */
enum outcome	teach_sheet_page(struct req *, const struct db_rows *answers,
		    enum outcome);
/* Why a row was not saved, in the reader's language. */
const char	*teach_why(struct req *, const char *outcome, const char *why);
/* The rows of the form as JSON for the database; NULL when the fields of a row
 * do not stand side by side. */
const char	*teach_rows(struct req *);
/* "/teach/CODE/grades?term=T", with what goes on after. */
const char	*teach_path(struct req *, const char *tail);

/* The preview of an uploaded sheet; teach_upload() takes a file, and
 * teach_upload_decide() commits or discards. */
enum outcome	teach_preview(struct req *, enum outcome);
enum outcome	teach_upload(struct req *, const struct upload_file *);
enum outcome	teach_upload_decide(struct req *);

/* What was read of a sheet: JSON and a bytea literal, memory of the request. */
struct teach_file { const char *rows, *notes, *sha256; };
/* 0, or -1 with the field `list` marked when the file is refused. */
int		teach_read(struct req *, const struct upload_file *,
		    struct teach_file *);

#endif
