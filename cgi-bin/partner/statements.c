#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_UPLOADS] = { "partner_api.uploads", 1, 1 },
	[SQL_UPLOAD_NOW] = { "partner_api.upload_now", 1, 1 },
	[SQL_UPLOAD_STORE] = { "partner_api.upload_store", 11, 1 },
	[SQL_UPLOAD_HEAD] = { "partner_api.upload_head", 1, 1 },
	[SQL_UPLOAD_ROWS] = { "partner_api.upload_rows", 4, 1 },
	[SQL_UPLOAD_DECIDE] = { "partner_api.upload_decide", 3, 1 },
};
