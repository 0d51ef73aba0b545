#include "statements.h"

const struct stmt stmts[SQL__MAX] = {
	[SQL_INDEX] = { "teach_api.index", 2, 1 },
	[SQL_TERMS] = { "teach_api.terms", 1, 1 },
	[SQL_HEAD] = { "teach_api.head", 3, 1 },
	[SQL_SPREAD] = { "teach_api.spread", 2, 1 },
	[SQL_ROSTER] = { "teach_api.roster", 3, 1 },
	[SQL_SHEET] = { "teach_api.sheet", 3, 1 },
	[SQL_SAVE] = { "teach_api.save", 4, 1 },
	[SQL_APPEALS] = { "teach_api.appeals", 2, 1 },
	[SQL_APPEAL_ACTS] = { "teach_api.appeal_acts", 0, 1 },
	[SQL_APPEAL_DECIDE] = { "teach_api.appeal_decide", 5, 1 },
	[SQL_UPLOAD_STORE] = { "teach_api.upload_store", 7, 1 },
	[SQL_UPLOAD_HEAD] = { "teach_api.upload_head", 3, 1 },
	[SQL_UPLOAD_ROWS] = { "teach_api.upload_rows", 3, 1 },
	[SQL_UPLOAD_DECIDE] = { "teach_api.upload_decide", 6, 1 },
	[SQL_DOWNLOADED] = { "teach_api.downloaded", 2, 1 },
};
