// The sealing of the audit, for tests that wait for it again and again.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { sql, until, variable } from "./fixture.mjs";

const conf = `${variable}/etc/sojourn.conf`;

export const service = (act, name) => execFileSync("s6-svc", [act === "-d" ? "-wD" : "-wu",
	"-T", "10000", act, `${variable}/service/${name}`]);

// Seals ten times a second instead of every two; ends with what is returned.
export function quickly()
{
	const before = readFileSync(conf, "utf8");
	const restart = () => ["-d", "-u"].forEach((act) => service(act, "clerk"));
	writeFileSync(conf, `${before}\nseal_ms = 100\n`);
	restart();
	return () => {
		writeFileSync(conf, before);
		restart();
	};
}

export const sealed = () => until(() => sql(`select 1 from sojourn.audit_sealing()
	where head > 0 and unsealed = 0 and waiting = 0`).length === 1);
