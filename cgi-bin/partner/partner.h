#ifndef PARTNER_H
#define PARTNER_H

#include "app.h"
#include "statements.h"

/* The pages of this program, one file each. */
enum outcome	partner_upload_show(struct req *);
enum outcome	partner_upload(struct req *);
enum outcome	partner_upload_bad_xlsx(struct req *);
enum outcome	partner_upload_bad_csv(struct req *);
enum outcome	partner_template_xlsx(struct req *);
enum outcome	partner_template_csv(struct req *);

#endif
