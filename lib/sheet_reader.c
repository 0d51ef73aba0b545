#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "sandbox.h"
#include "sheet_build.h"
#include "sheet_child.h"

/* The helper program sheetreader: one file in, one sheet or refusal out. */

enum { ARGUMENTS = 7 };

static void
read_limits(char **argv, struct sheet_limits *limits)
{
	limits->bytes = strtoull(argv[1], NULL, 10);
	limits->rows = (uint32_t)strtoul(argv[2], NULL, 10);
	limits->columns = (uint32_t)strtoul(argv[3], NULL, 10);
	limits->cells = (uint32_t)strtoul(argv[4], NULL, 10);
	limits->letters = (uint32_t)strtoul(argv[5], NULL, 10);
	limits->encoding = (enum sheet_encoding)strtoul(argv[6], NULL, 10);
}

int
sheet_reader_run(int argc, char **argv)
{
	struct sheet_limits limits;
	struct sheet_error error;
	struct sheet *sheet;

	if (argc != ARGUMENTS) {
		fputs("sheetreader: started by the suite only\n", stderr);
		return 2;
	}
	read_limits(argv, &limits);
	/* What would open files later is set up while files can be opened. */
	sheet_decode_prepare();
	xmlInitParser();
	tzset();
	if (sandbox_enter(&sandbox_limits_default) != 0) {
		fputs("sheetreader: no sandbox\n", stderr);
		return 1;
	}
	sheet_read_fd(STDIN_FILENO, &limits, &sheet, &error);
	if (sheet_wire_send(STDOUT_FILENO, sheet, &error) != 0)
		_exit(1);
	/* Nothing is freed: the process ends here. */
	_exit(0);
}
