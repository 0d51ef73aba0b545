// bin/sojourn as a person at a terminal meets it: exit status and both streams.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { variable } from "../../fixture.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const binary = process.env.SOJOURN_BIN ?? `${root}bin/sojourn`;

export function sojourn(args, { input = "", lang = "C.UTF-8", env = {} } = {})
{
	const done = spawnSync(binary, args, { input, encoding: "utf8",
		env: { PATH: process.env.PATH, LANG: lang,
			SOJOURN_CONF: process.env.SOJOURN_CONF ??
				`${variable}/etc/sojourn.conf`, ...env } });
	return { status: done.status, out: done.stdout, err: done.stderr };
}
