// The files of a server of the database that runs, as a backup between its start
// and its end wants them.
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";

// What a copy must not have, or gets later: the log.
const left = /^\/(postmaster\.(pid|opts)|(pg_wal|pg_replslot)\/.+)$/;

// Copies them.  A file that goes away meanwhile is not wanted any more, and what
// is in the log makes up for it; anything else that fails is an error.
export function living(from, to, below = "")
{
	mkdirSync(to + below, { recursive: true, mode: 0o700 });
	for (const entry of readdirSync(from + below, { withFileTypes: true })) {
		const path = `${below}/${entry.name}`;
		if (left.test(path))
			continue;
		try {
			if (entry.isDirectory())
				living(from, to, path);
			else
				copyFileSync(from + path, to + path);
		} catch (e) {
			if (e.code !== "ENOENT")
				throw e;
		}
	}
}
