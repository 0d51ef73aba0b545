#include "sheet_child.h"

/*
 * Reads one sheet that somebody uploaded, in a sandbox (S16).  Started by the
 * suite's programs for each file; see sheet_child_read().
 */
int
main(int argc, char **argv)
{
	return sheet_reader_run(argc, argv);
}
