#include <string.h>

#include "arena.h"
#include "health.h"

/* GET /healthz: 200 while the database and every program answer, else 503. */
enum outcome
health_healthz(struct req *req)
{
	struct asked *asked;
	const char *text;
	size_t i, n;
	int good;

	good = db_run(db_open(req)) == OUT_DONE;
	text = good ? "database ok\n" : "database DOWN\n";
	n = ask_programs(req, "/-/ping", &asked);
	for (i = 0; i < n; i++) {
		good = good && asked[i].alive;
		text = arena_printf(req->arena, "%s%s %s\n", text,
		    asked[i].name, asked[i].alive ? "ok" : "DOWN");
	}
	return resp_bytes(req, good ? 200 : 503, "text/plain; charset=utf-8",
	    text, strlen(text));
}
