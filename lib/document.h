#ifndef SOJOURN_DOCUMENT_H
#define SOJOURN_DOCUMENT_H

#include "outcome.h"

struct req;
struct db_rows;

/*
 * Issued documents, for the programs that have them issued: docs/documents.md.
 * The database call of the page asks (sojourn.document_ask) and gives rows with
 * the columns serial, state, why and file (base64, when it is valid).
 */

/*
 * Has a document printed, read back and signed by the workers, and waits for
 * it.  OUT_DONE: it is issued; OUT_BUSY: not within a few seconds, it will be;
 * OUT_CHANGED: what it was to say is no longer so, ask again;
 * OUT_INELIGIBLE: it cannot be issued as it is, see document_problem();
 * OUT_FAULT.
 */
enum outcome	 document_make(struct req *, const char *serial);
/* Why a document is not issued, for the reader: from the column why. */
const char	*document_problem(struct req *, const char *why);
/* The file of a row's column file as SERIAL.pdf, shown in the browser. */
enum outcome	 document_send(struct req *, const struct db_rows *, int row);
/* A document that is a sheet, to be kept as NAME.xlsx. */
enum outcome	 document_send_sheet(struct req *, const char *base64,
		    const char *name);

#endif
