#include <string.h>

#include "account.h"

#define LINK_AGE	1800L	/* seconds that the swapped token may wait */

int
link_swap(struct req *req, const char *cookie, const char *path,
    enum outcome *o)
{
	if (*field(req, "t") == '\0')
		return 0;
	resp_cookie(req, cookie, field(req, "t"), LINK_AGE);
	*o = resp_redirect(req, "%s", path);
	return 1;
}

const char *
link_token(struct req *req, const char *cookie)
{
	const char *s;

	s = field(req, "t");
	return *s != '\0' ? s : ticket_cookie(req, cookie);
}

void
link_say(struct req *req, enum outcome o)
{
	if (o == OUT_EXPIRED)
		say_text(req, o, "", T(req, "This link is too old. Please ask "
		    "for a new one below."));
	else
		say_text(req, OUT_GONE, "", T(req, "This link has been used, or "
		    "it is not complete. Please open the newest mail again, or "
		    "ask for a new link below."));
}
