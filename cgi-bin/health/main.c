#include "health.h"

/* Is everything alive?  For the machine's watchers only (S22). */
static const struct page pages[] = {
	{ "GET", "/healthz", NULL, NULL, health_healthz, 0, 0 },
	{ "GET", "/metrics", NULL, NULL, health_metrics, 0, 0 },
};

const struct stmt stmts[SQL__MAX] = {
	[SQL_FIGURES] = { "health_api.figures", 0, 0 },
};

static const struct program program = {
	.name = "health",
	.pages = pages,
	.npages = sizeof(pages) / sizeof(pages[0]),
	.stmts = stmts,
	.nstmts = SQL__MAX,
};

int
main(int argc, char **argv)
{
	return app_run(&program, argc, argv);
}
